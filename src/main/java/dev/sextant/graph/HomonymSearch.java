package dev.sextant.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the {@link Homonyms} of a graph: one pass over its symbols with a hash table of the first
 * of each group.
 *
 * <p>Symbols of different files are homonyms only when their files share a package. So in a file
 * that is kept nothing changes unless a file of its package did, and what was found there before is
 * taken over.
 *
 * <p><b>Threads:</b> confined to one thread.
 */
final class HomonymSearch {
  private final SymbolColumns columns;
  private final FileTable files;
  private final LinkLayout layout;
  private final BitSet searched;
  private final int[] slots;
  private final int[] scopes;
  private final int[] seen;
  private final Map<String, Integer> seenFiles = new HashMap<>();
  private int[] symbols = new int[16];
  private int[] ranks = new int[16];
  private int count;

  HomonymSearch(SymbolColumns columns, FileTable files, LinkLayout layout, LinkedNames names) {
    this.columns = columns;
    this.files = files;
    this.layout = layout;
    searched = searched(names);
    int inThem =
        searched.stream().map(file -> files.endSymbol(file) - files.firstSymbol(file)).sum();
    int capacity = Integer.highestOneBit(Math.max(8, inThem)) << 2;
    slots = new int[capacity];
    scopes = new int[capacity];
    seen = new int[capacity];
  }

  /** The files that are new, and those of packages in which a file is new, another or gone. */
  private BitSet searched(LinkedNames names) {
    var packages = new BitSet();
    FileTable before = layout.filesBefore;
    for (int file = 0; file < before.count(); file++) {
      int name = layout.isKept(file) ? -1 : names.now(before.namespaceNameId(file));
      if (name >= 0) {
        packages.set(name);
      }
    }
    for (int file = 0; file < files.count(); file++) {
      if (layout.input.kept(file) < 0) {
        packages.set(files.namespaceNameId(file));
      }
    }
    var found = new BitSet();
    for (int file = 0; file < files.count(); file++) {
      found.set(file, packages.get(files.namespaceNameId(file)));
    }
    return found;
  }

  /** All homonyms; the arguments are those of the graph before. */
  Homonyms run(int[] symbolsBefore, int[] ranksBefore) {
    for (int file = 0; file < files.count(); file++) {
      layout.cancellation.check();
      if (searched.get(file)) {
        search(file);
      } else {
        int known = layout.filesBefore.firstSymbol(layout.input.kept(file));
        int end = layout.filesBefore.endSymbol(layout.input.kept(file));
        int at = Arrays.binarySearch(symbolsBefore, known);
        at = at < 0 ? -1 - at : at;
        for (; at < symbolsBefore.length && symbolsBefore[at] < end; at++) {
          note(symbolsBefore[at] - known + files.firstSymbol(file), ranksBefore[at]);
        }
      }
    }
    return new Homonyms(Arrays.copyOf(symbols, count), Arrays.copyOf(ranks, count));
  }

  private void search(int file) {
    int fileSymbol = files.firstSymbol(file);
    boolean packaged = ScipSymbol.namesPackages(files.language(file));
    if (packaged) {
      String key = files.namespaceNameId(file) + "/" + ScipSymbol.fileName(files.path(file));
      note(fileSymbol, seenFiles.merge(key, 1, Integer::sum) - 1);
    }
    for (int symbol = fileSymbol + 1; symbol < files.endSymbol(file); symbol++) {
      int container = columns.container[symbol];
      int scope =
          packaged && container == fileSymbol ? -1 - files.namespaceNameId(file) : container;
      note(symbol, seen[slotOf(symbol, scope)]++);
    }
  }

  private int slotOf(int symbol, int scope) {
    int hash = columns.name[symbol] * 0x9e3779b9 + disambiguator(symbol);
    hash = (hash ^ hash >>> 15) * 0x85ebca6b + scope;
    hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
    int mask = slots.length - 1;
    int slot = (hash ^ hash >>> 16) & mask;
    while (slots[slot] != 0 && (scopes[slot] != scope || !alike(slots[slot] - 1, symbol))) {
      slot = slot + 1 & mask;
    }
    slots[slot] = symbol + 1;
    scopes[slot] = scope;
    return slot;
  }

  private boolean alike(int one, int other) {
    return columns.name[one] == columns.name[other]
        && DescriptorForm.of(columns.kind(one)) == DescriptorForm.of(columns.kind(other))
        && disambiguator(one) == disambiguator(other);
  }

  /** Only the ids of callables say their disambiguator. */
  private int disambiguator(int symbol) {
    return columns.kind(symbol).isCallable() ? columns.disambiguator[symbol] : -1;
  }

  private void note(int symbol, int rank) {
    if (rank == 0) {
      return;
    }
    if (count == symbols.length) {
      symbols = Arrays.copyOf(symbols, 2 * count);
      ranks = Arrays.copyOf(ranks, 2 * count);
    }
    symbols[count] = symbol;
    ranks[count++] = rank;
  }
}
