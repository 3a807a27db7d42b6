package dev.sextant.graph;

import static dev.sextant.graph.GraphColumns.SUBTYPES;
import static dev.sextant.graph.GraphColumns.SUBTYPES_OF_SUPERTYPES;
import static dev.sextant.graph.GraphColumns.SUPERTYPES;
import static dev.sextant.graph.GraphColumns.SUPERTYPES_OF_SUBTYPES;

import dev.sextant.graph.columns.ColumnReader;
import dev.sextant.graph.columns.ColumnWriter;
import java.io.IOException;
import java.util.Arrays;

/**
 * Which types of a graph extend or implement which others, and which methods override or implement
 * which, both ways.
 *
 * <p>Few symbols take part, so each direction is a column of symbols in ascending order with the
 * other end beside it, searched by bisection. A pair that was stated twice is there once.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class SupertypeTable {
  private final int[] subtype;
  private final int[] supertypeOfSubtype;
  private final int[] supertype;
  private final int[] subtypeOfSupertype;

  private SupertypeTable(
      int[] subtype, int[] supertypeOfSubtype, int[] supertype, int[] subtypeOfSupertype) {
    this.subtype = subtype;
    this.supertypeOfSubtype = supertypeOfSubtype;
    this.supertype = supertype;
    this.subtypeOfSupertype = subtypeOfSupertype;
  }

  /** Groups pairs, which are in ascending order, by their supertypes as well. */
  private SupertypeTable(int[] subtype, int[] supertypeOfSubtype, int symbolCount) {
    this.subtype = subtype;
    this.supertypeOfSubtype = supertypeOfSubtype;
    supertype = new int[subtype.length];
    subtypeOfSupertype = new int[subtype.length];
    var next = new int[symbolCount + 1];
    for (int above : supertypeOfSubtype) {
      next[above + 1]++;
    }
    Offsets.accumulate(next);
    for (int pair = 0; pair < subtype.length; pair++) {
      int at = next[supertypeOfSubtype[pair]]++;
      supertype[at] = supertypeOfSubtype[pair];
      subtypeOfSupertype[at] = subtype[pair];
    }
  }

  /** No pairs. */
  static SupertypeTable empty() {
    var none = new int[0];
    return new SupertypeTable(none, none, none, none);
  }

  /** The pairs of the graph before and of the blocks put together. */
  @SuppressWarnings("ReferenceEquality") // What did not change is the same object.
  static SupertypeTable linked(SupertypeTable before, LinkLayout layout) {
    var rows = new Splice(before.count(), layout.cancellation);
    long[][] fresh = new long[layout.blocks().size()][];
    Splice symbols = layout.symbols;
    for (int piece = 0, block = 0; piece < symbols.pieceCount(); piece++) {
      int from = symbols.from(piece);
      if (from < 0) {
        fresh[block] = pairs(layout, layout.blocks().get(block), symbols.begin(piece));
        rows.block(fresh[block++].length);
      } else {
        int end = from + symbols.length(piece);
        rows.kept(firstFrom(before.subtype, from), firstFrom(before.subtype, end));
      }
    }
    Renumbering moves = layout.symbolMoves();
    int[] subtype = rows.ints(before.subtype, moves, block -> half(fresh[block], 32));
    int[] above = rows.ints(before.supertypeOfSubtype, moves, block -> half(fresh[block], 0));
    return subtype == before.subtype && above == before.supertypeOfSubtype
        ? before
        : new SupertypeTable(subtype, above, layout.symbolCount());
  }

  /** Pairs {@code subtype << 32 | supertype}, ascending. */
  private static long[] pairs(LinkLayout layout, FileBlock block, int firstSymbol) {
    int[] triples = block.supertypes;
    var pairs = new long[triples.length / 3];
    for (int i = 0; i < pairs.length; i++) {
      long subtype = (long) firstSymbol + triples[3 * i];
      pairs[i] = subtype << 32 | layout.ordinal(block, triples[3 * i + 1], triples[3 * i + 2]);
    }
    return sortedDistinct(pairs);
  }

  private static int[] half(long[] pairs, int shift) {
    var half = new int[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      half[i] = (int) (pairs[i] >>> shift);
    }
    return half;
  }

  /** How many pairs of a symbol and one directly above it there are. */
  public int count() {
    return subtype.length;
  }

  /** What {@code symbol} extends, implements or overrides directly, ascending; a fresh array. */
  public int[] supertypes(int symbol) {
    return run(subtype, supertypeOfSubtype, symbol);
  }

  /** What extends, implements or overrides {@code symbol} directly, ascending; a fresh array. */
  public int[] subtypes(int symbol) {
    return run(supertype, subtypeOfSupertype, symbol);
  }

  /** The bytes that the arrays hold. */
  public long sizeBytes() {
    return 4L * Integer.BYTES * subtype.length;
  }

  void writeColumns(ColumnWriter to) throws IOException {
    to.ints(SUBTYPES, subtype);
    to.ints(SUPERTYPES_OF_SUBTYPES, supertypeOfSubtype);
    to.ints(SUPERTYPES, supertype);
    to.ints(SUBTYPES_OF_SUPERTYPES, subtypeOfSupertype);
  }

  static SupertypeTable readColumns(ColumnReader from, int symbolCount) throws IOException {
    var table =
        new SupertypeTable(
            from.ints(SUBTYPES),
            from.ints(SUPERTYPES_OF_SUBTYPES),
            from.ints(SUPERTYPES),
            from.ints(SUBTYPES_OF_SUPERTYPES));
    int pairs = table.count();
    var bounds = new ColumnBounds(from);
    bounds.length(SUPERTYPES_OF_SUBTYPES, table.supertypeOfSubtype.length, pairs);
    bounds.length(SUPERTYPES, table.supertype.length, pairs);
    bounds.length(SUBTYPES_OF_SUPERTYPES, table.subtypeOfSupertype.length, pairs);
    bounds.within(SUBTYPES, table.subtype, symbolCount);
    bounds.within(SUPERTYPES_OF_SUBTYPES, table.supertypeOfSubtype, symbolCount);
    bounds.within(SUPERTYPES, table.supertype, symbolCount);
    bounds.within(SUBTYPES_OF_SUPERTYPES, table.subtypeOfSupertype, symbolCount);
    bounds.ascending(SUBTYPES, table.subtype);
    bounds.ascending(SUPERTYPES, table.supertype);
    return table;
  }

  private static long[] sortedDistinct(long[] pairs) {
    Arrays.sort(pairs);
    int kept = 0;
    for (int i = 0; i < pairs.length; i++) {
      if (i == 0 || pairs[i] != pairs[i - 1]) {
        pairs[kept++] = pairs[i];
      }
    }
    return Arrays.copyOf(pairs, kept);
  }

  private static int[] run(int[] keys, int[] values, int key) {
    int from = firstFrom(keys, key);
    return Arrays.copyOfRange(values, from, firstFrom(keys, key + 1));
  }

  private static int firstFrom(int[] keys, int key) {
    int low = 0;
    int high = keys.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
