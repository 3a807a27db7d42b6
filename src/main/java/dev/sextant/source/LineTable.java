package dev.sextant.source;

/** Stand-in. */
public final class LineTable {
  private LineTable() {}

  /** Stand-in. */
  public static LineTable of(int[] lineStarts, int utf16Length) {
    return new LineTable();
  }
}
