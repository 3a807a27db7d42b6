package dev.sextant.lang;

import java.util.Arrays;
import java.util.Objects;

/** Reads what {@link ByteRows} wrote. Confined to its owner. */
final class ByteCursor {
  private final byte[] bytes;
  private int at;

  ByteCursor(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  /** Where it stands. */
  int at() {
    return at;
  }

  /** What {@link ByteRows#addNumber} added. */
  int number() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      int next = bytes[at++];
      value |= (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  /** A number of rows or bytes, which must not be over {@code most}. */
  int count(int most) {
    int count = number();
    if (count < 0 || count > most) {
      throw new IllegalArgumentException("a column of facts claims " + count + " rows");
    }
    return count;
  }

  /** What {@link ByteRows#addAll} added. */
  byte[] take(int length) {
    Objects.checkFromIndexSize(at, length, bytes.length);
    byte[] taken = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return taken;
  }

  /** What {@link ByteRows#addColumn} added, into a column of {@code rows}. */
  void column(int[] rows, int stride, int column) {
    ColumnCoding coding = ColumnCoding.ofCode(number());
    if (coding == ColumnCoding.SAME) {
      int value = rows.length == 0 ? 0 : ColumnCoding.unfolded(number());
      for (int at = column; at < rows.length; at += stride) {
        rows[at] = value;
      }
      return;
    }
    int before = 0;
    for (int cell = column, row = 0; cell < rows.length; cell += stride, row++) {
      before = coding.decoded(number(), before, row);
      rows[cell] = before;
    }
  }
}
