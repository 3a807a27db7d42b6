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

  /** Reads pairs {@code subtype << 32 | supertype}; sorts the array. */
  SupertypeTable(long[] pairs) {
    long[] distinct = sortedDistinct(pairs);
    int count = distinct.length;
    subtype = new int[count];
    supertypeOfSubtype = new int[count];
    split(distinct, subtype, supertypeOfSubtype);
    for (int i = 0; i < count; i++) {
      distinct[i] = (long) supertypeOfSubtype[i] << 32 | subtype[i];
    }
    Arrays.sort(distinct);
    supertype = new int[count];
    subtypeOfSupertype = new int[count];
    split(distinct, supertype, subtypeOfSupertype);
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

  private static void split(long[] pairs, int[] high, int[] low) {
    for (int i = 0; i < pairs.length; i++) {
      high[i] = (int) (pairs[i] >>> 32);
      low[i] = (int) pairs[i];
    }
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
