package dev.sextant.graph;

import dev.sextant.cancellation.Cancellation;
import java.util.Arrays;
import java.util.List;

/**
 * Joins blocks into a graph: copies their columns behind each other, moves local ordinals by where
 * each block begins, and replaces the interner's name ids by ranks in the order of the names.
 *
 * <p><b>Threads:</b> confined to its creating thread.
 */
final class GraphLinker {
  private static final int ITEMS_BETWEEN_POLLS = 1 << 16;

  private final List<FileBlock> blocks;
  private final StringInterner interner;
  private final Cancellation cancellation;
  private final int[] firstSymbol;

  GraphLinker(List<FileBlock> blocks, StringInterner interner, Cancellation cancellation) {
    this.blocks = blocks;
    this.interner = interner;
    this.cancellation = cancellation;
    firstSymbol = new int[blocks.size() + 1];
  }

  CodeGraph link() {
    int occurrenceCount = 0;
    for (int file = 0; file < blocks.size(); file++) {
      FileBlock block = blocks.get(file);
      checkOrder(file);
      firstSymbol[file + 1] = Math.addExact(firstSymbol[file], block.symbolCount());
      occurrenceCount = Math.addExact(occurrenceCount, block.occurrenceCount());
    }
    SymbolColumns columns = symbols();
    cancellation.check();
    int[] namespaces = blocks.stream().mapToInt(FileBlock::namespaceNameId).toArray();
    StringTable names = renamed(columns, namespaces);
    cancellation.check();
    FileTable files = FileTable.of(blocks, namespaces, firstSymbol);
    OccurrenceTable occurrences = occurrences(files, occurrenceCount);
    return new CodeGraph(
        files,
        new SymbolTable(columns, names, files),
        occurrences,
        new SupertypeTable(supertypePairs()),
        new NameIndex(names, columns.name),
        Homonyms.among(columns, files));
  }

  private void checkOrder(int file) {
    if (file > 0 && blocks.get(file - 1).path().compareTo(blocks.get(file).path()) >= 0) {
      throw new IllegalArgumentException(
          "linking "
              + blocks.get(file).path()
              + " behind "
              + blocks.get(file - 1).path()
              + ": pass the blocks in ascending order of their paths, each once");
    }
  }

  private SymbolColumns symbols() {
    var columns = new SymbolColumns(firstSymbol[blocks.size()]);
    for (FileBlock block : blocks) {
      cancellation.check();
      columns.append(block.symbols);
    }
    return columns;
  }

  /**
   * The used names in their order; replaces the interner's ids in the columns and in {@code
   * namespaces}.
   */
  private StringTable renamed(SymbolColumns columns, int[] namespaces) {
    var newId = new int[interner.count()];
    Arrays.fill(newId, -1);
    var used = new int[newId.length];
    int count = 0;
    for (int[] ids : new int[][] {columns.name, columns.disambiguator, namespaces}) {
      for (int id : ids) {
        if (newId[id] < 0) {
          newId[id] = 0;
          used[count++] = id;
        }
      }
    }
    StringTable asMet = interner.table(used, count);
    int[] order = StringOrder.of(asMet);
    for (int rank = 0; rank < count; rank++) {
      newId[used[order[rank]]] = rank;
    }
    for (int[] ids : new int[][] {columns.name, columns.disambiguator, namespaces}) {
      for (int i = 0; i < ids.length; i++) {
        ids[i] = newId[ids[i]];
      }
    }
    return asMet.reordered(order);
  }

  private OccurrenceTable occurrences(FileTable files, int count) {
    var firstOut = new int[firstSymbol[blocks.size()] + 1];
    var start = new int[count];
    var length = new short[count];
    var target = new int[count];
    var use = new byte[count];
    int at = 0;
    for (int file = 0; file < blocks.size(); file++) {
      cancellation.check();
      FileBlock block = blocks.get(file);
      OccurrenceColumns from = block.occurrences;
      System.arraycopy(from.start, 0, start, at, from.count);
      System.arraycopy(from.length, 0, length, at, from.count);
      System.arraycopy(from.use, 0, use, at, from.count);
      for (int i = 0; i < from.count; i++) {
        target[at + i] = ordinal(block, from.targetFile[i], from.targetSymbol[i]);
      }
      for (int symbol = 1; symbol <= block.symbolCount(); symbol++) {
        firstOut[firstSymbol[file] + symbol] = at + block.firstOccurrence[symbol];
      }
      at += from.count;
    }
    var firstIn = new int[firstOut.length];
    int[] in = byTarget(target, firstIn);
    return new OccurrenceTable(files, firstOut, start, length, target, use, firstIn, in);
  }

  /** A counting sort of the occurrences by target; fills the group starts. */
  private int[] byTarget(int[] target, int[] firstIn) {
    for (int symbol : target) {
      firstIn[symbol + 1]++;
    }
    Offsets.accumulate(firstIn);
    int[] next = firstIn.clone();
    var in = new int[target.length];
    for (int occurrence = 0; occurrence < target.length; occurrence++) {
      if (occurrence % ITEMS_BETWEEN_POLLS == 0) {
        cancellation.check();
      }
      in[next[target[occurrence]]++] = occurrence;
    }
    return in;
  }

  private long[] supertypePairs() {
    int ints = 0;
    for (FileBlock block : blocks) {
      ints += block.supertypes.length;
    }
    var pairs = new long[ints / 3];
    int at = 0;
    for (int file = 0; file < blocks.size(); file++) {
      FileBlock block = blocks.get(file);
      int[] triples = block.supertypes;
      for (int i = 0; i < triples.length; i += 3) {
        long subtype = (long) firstSymbol[file] + triples[i];
        pairs[at++] = subtype << 32 | ordinal(block, triples[i + 1], triples[i + 2]);
      }
    }
    return pairs;
  }

  private int ordinal(FileBlock block, int file, int localSymbol) {
    if (file < 0
        || file >= blocks.size()
        || localSymbol < 0
        || localSymbol >= firstSymbol[file + 1] - firstSymbol[file]) {
      throw new IllegalArgumentException(
          "linking "
              + block.path()
              + ": its target "
              + localSymbol
              + " of block "
              + file
              + " does not exist; link blocks that were resolved against each other");
    }
    return firstSymbol[file] + localSymbol;
  }
}
