package dev.sextant.graph.columns;

import java.nio.ByteBuffer;

/**
 * Where one column lies in a file.
 *
 * <p>Shape: number (int), width of an element (int), offset (long), length in bytes (long),
 * checksum (int), zero (int). The checksum also covers the zeros up to the next column.
 *
 * @param number the column
 * @param elementBytes the width of its numbers
 * @param offset where it begins
 * @param length its bytes, padding not counted
 * @param checksum of its bytes and the padding behind them
 */
record Section(int number, int elementBytes, long offset, long length, int checksum) {
  static final int BYTES = 32;

  /** Columns begin at multiples of this. */
  private static final long ALIGNMENT = 8;

  static Section readFrom(ByteBuffer table) {
    var section =
        new Section(
            table.getInt(), table.getInt(), table.getLong(), table.getLong(), table.getInt());
    table.getInt();
    return section;
  }

  void writeTo(ByteBuffer table) {
    table.putInt(number).putInt(elementBytes).putLong(offset).putLong(length);
    table.putInt(checksum).putInt(0);
  }

  /** How many zeros follow {@code length} bytes. */
  static int padding(long length) {
    return (int) (-length & ALIGNMENT - 1);
  }

  /** Where the next column begins. */
  long end() {
    return offset + length + padding(length);
  }
}
