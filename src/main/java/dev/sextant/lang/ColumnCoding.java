package dev.sextant.lang;

import java.util.List;

/** How the values of a column become numbers that are small. */
enum ColumnCoding {
  /** All values are the same; one is written. */
  SAME(0),
  /** Each value by itself. */
  PLAIN(1),
  /** The difference to the value before. */
  STEPS(2),
  /** The distance back from the row's own number; -1 by itself. */
  BACK(3);

  static final List<ColumnCoding> ALL = List.of(values());

  private final int code;

  ColumnCoding(int code) {
    this.code = code;
  }

  /** The number that stands for this coding. */
  int code() {
    return code;
  }

  /** The coding written as {@code code}, which must be one. */
  static ColumnCoding ofCode(int code) {
    if (code < 0 || code >= ALL.size()) {
      throw new IllegalArgumentException("a column of facts has the unknown coding " + code);
    }
    return ALL.get(code);
  }

  /** Signed numbers as unsigned ones, small where those are near zero. */
  static int folded(int value) {
    return value << 1 ^ value >> 31;
  }

  /** The signed number that was {@link #folded}. */
  static int unfolded(int number) {
    return number >>> 1 ^ -(number & 1);
  }

  /** The number written for a value, given the value before and its row. */
  int coded(int value, int before, int row) {
    return switch (this) {
      case SAME, PLAIN -> folded(value);
      case STEPS -> folded(value - before);
      case BACK -> value == -1 ? 0 : 1 + folded(row - value);
    };
  }

  /** The value for which {@link #coded} gave a number. */
  int decoded(int number, int before, int row) {
    return switch (this) {
      case SAME, PLAIN -> unfolded(number);
      case STEPS -> before + unfolded(number);
      case BACK -> number == 0 ? -1 : row - unfolded(number - 1);
    };
  }

  /** How many bytes a column takes, a large number when it cannot be coded so. */
  long cost(int[] rows, int stride, int column) {
    long cost = 0;
    int before = 0;
    for (int at = column, row = 0; at < rows.length; at += stride, row++) {
      if (this == SAME && rows[at] != rows[column]) {
        return Long.MAX_VALUE;
      }
      // A distance that wraps around could not be told from -1.
      if (this == BACK && (rows[at] < -1 || rows[at] > 1 << 28)) {
        return Long.MAX_VALUE;
      }
      cost += this == SAME ? 0 : length(coded(rows[at], before, row));
      before = rows[at];
    }
    return cost;
  }

  private static int length(int number) {
    return 1 + (31 - Integer.numberOfLeadingZeros(number | 1)) / 7;
  }
}
