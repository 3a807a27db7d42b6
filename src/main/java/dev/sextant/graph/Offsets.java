package dev.sextant.graph;

/**
 * Ascending columns of group starts: group {@code g} is {@code column[g] .. column[g + 1])}, and
 * may be empty.
 */
final class Offsets {
  private Offsets() {}

  /** The group that holds {@code item}: the last one that starts at or before it. */
  static int groupOf(int[] column, int item) {
    int low = 0;
    int high = column.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (column[middle] <= item) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /**
   * Turns counts, kept one entry late, into group starts: each entry becomes the sum of those up to
   * it.
   */
  static void accumulate(int[] column) {
    for (int i = 1; i < column.length; i++) {
      column[i] += column[i - 1];
    }
  }
}
