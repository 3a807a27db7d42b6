package dev.sextant.lang;

import java.util.Arrays;
import java.util.zip.Deflater;

/** Bytes that grow, and the numbers and columns written to them. Confined to its owner. */
final class ByteRows {
  private byte[] bytes = new byte[1 << 12];
  private int size;

  /** How many bytes there are. */
  int size() {
    return size;
  }

  /** The bytes so far. */
  byte[] copy() {
    return Arrays.copyOf(bytes, size);
  }

  /** Takes all bytes out. */
  void clear() {
    size = 0;
  }

  /** Puts the bytes at the start of {@code target}. */
  void copyTo(byte[] target) {
    System.arraycopy(bytes, 0, target, 0, size);
  }

  /** Makes the bytes the input of {@code deflater}; they must not change until it is done. */
  void giveTo(Deflater deflater) {
    deflater.setInput(bytes, 0, size);
  }

  /** Adds {@code length} bytes of {@code from}. */
  void addAll(byte[] from, int start, int length) {
    room(length);
    System.arraycopy(from, start, bytes, size, length);
    size += length;
  }

  /** Adds a number of one to five bytes; small ones that are not negative are short. */
  void addNumber(int value) {
    room(5);
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }

  /** Adds the column {@code column} of {@code rows} in the coding that makes it shortest. */
  void addColumn(int[] rows, int stride, int column) {
    ColumnCoding best = ColumnCoding.PLAIN;
    long least = Long.MAX_VALUE;
    for (ColumnCoding coding : ColumnCoding.ALL) {
      long cost = coding.cost(rows, stride, column);
      if (cost < least) {
        least = cost;
        best = coding;
      }
      if (least == 0) {
        break;
      }
    }
    addNumber(best.code());
    if (best == ColumnCoding.SAME) {
      if (rows.length > 0) {
        addNumber(ColumnCoding.folded(rows[column]));
      }
      return;
    }
    int before = 0;
    for (int at = column, row = 0; at < rows.length; at += stride, row++) {
      addNumber(best.coded(rows[at], before, row));
      before = rows[at];
    }
  }
}
