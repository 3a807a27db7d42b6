package dev.sextant.graph;

import static dev.sextant.graph.GraphColumns.HOMONYM_RANKS;
import static dev.sextant.graph.GraphColumns.HOMONYM_SYMBOLS;

import dev.sextant.graph.columns.ColumnReader;
import dev.sextant.graph.columns.ColumnWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;

/**
 * Which symbols of a graph would have the same public id as an earlier one, and how many came
 * before.
 *
 * <p>Two symbols are homonyms when the last descriptors of their ids and what these stand in are
 * alike: two functions of one name in a script, two files of one package with the same class. The
 * first has rank 0 and needs no mark; only the others are kept.
 *
 * <p><b>Threads:</b> immutable.
 */
final class Homonyms {
  private final int[] symbols;
  private final int[] ranks;

  private Homonyms(int[] symbols, int[] ranks) {
    this.symbols = symbols;
    this.ranks = ranks;
  }

  /** How many earlier symbols share the id that {@code symbol} would have without its rank. */
  int rank(int symbol) {
    int at = Arrays.binarySearch(symbols, symbol);
    return at < 0 ? 0 : ranks[at];
  }

  long sizeBytes() {
    return 2L * Integer.BYTES * symbols.length;
  }

  void writeColumns(ColumnWriter to) throws IOException {
    to.ints(HOMONYM_SYMBOLS, symbols);
    to.ints(HOMONYM_RANKS, ranks);
  }

  static Homonyms readColumns(ColumnReader from, int symbolCount) throws IOException {
    var homonyms = new Homonyms(from.ints(HOMONYM_SYMBOLS), from.ints(HOMONYM_RANKS));
    var bounds = new ColumnBounds(from);
    bounds.length(HOMONYM_RANKS, homonyms.ranks.length, homonyms.symbols.length);
    bounds.within(HOMONYM_SYMBOLS, homonyms.symbols, symbolCount);
    bounds.ascending(HOMONYM_SYMBOLS, homonyms.symbols);
    bounds.within(HOMONYM_RANKS, homonyms.ranks, symbolCount);
    return homonyms;
  }

  static Homonyms among(SymbolColumns columns, FileTable files) {
    return new Search(columns, files).run();
  }

  /** One pass over all symbols with a hash table of the first symbol of each group. */
  private static final class Search {
    private final SymbolColumns columns;
    private final FileTable files;
    private final int[] scope;
    private final int[] slots;
    private final int[] seen;
    private final HashMap<String, Integer> seenFiles = new HashMap<>();
    private int[] symbols = new int[16];
    private int[] ranks = new int[16];
    private int count;

    Search(SymbolColumns columns, FileTable files) {
      this.columns = columns;
      this.files = files;
      scope = new int[columns.count];
      int capacity = Integer.highestOneBit(Math.max(8, columns.count)) << 2;
      slots = new int[capacity];
      seen = new int[capacity];
    }

    Homonyms run() {
      for (int file = 0; file < files.count(); file++) {
        int fileSymbol = files.firstSymbol(file);
        boolean packaged = ScipSymbol.namesPackages(files.language(file));
        if (packaged) {
          String key = files.namespaceNameId(file) + "/" + ScipSymbol.fileName(files.path(file));
          note(fileSymbol, seenFiles.merge(key, 1, Integer::sum) - 1);
        }
        for (int symbol = fileSymbol + 1; symbol < files.endSymbol(file); symbol++) {
          int container = columns.container[symbol];
          scope[symbol] =
              packaged && container == fileSymbol ? -1 - files.namespaceNameId(file) : container;
          note(symbol, seen[slotOf(symbol)]++);
        }
      }
      return new Homonyms(Arrays.copyOf(symbols, count), Arrays.copyOf(ranks, count));
    }

    private int slotOf(int symbol) {
      int hash = columns.name[symbol] * 0x9e3779b9 + disambiguator(symbol);
      hash = (hash ^ hash >>> 15) * 0x85ebca6b + scope[symbol];
      hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
      int mask = slots.length - 1;
      int slot = (hash ^ hash >>> 16) & mask;
      while (slots[slot] != 0 && !alike(slots[slot] - 1, symbol)) {
        slot = slot + 1 & mask;
      }
      slots[slot] = symbol + 1;
      return slot;
    }

    private boolean alike(int one, int other) {
      return columns.name[one] == columns.name[other]
          && scope[one] == scope[other]
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
}
