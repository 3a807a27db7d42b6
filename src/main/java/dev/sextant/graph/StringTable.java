package dev.sextant.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Strings numbered from 0, kept as UTF-8 in one array.
 *
 * <p>Shape: string {@code i} is {@code bytes[offsets[i] .. offsets[i + 1])}.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class StringTable {
  private final byte[] bytes;
  private final int[] offsets;

  /** Takes both arrays over; {@code offsets} has one more entry than there are strings. */
  StringTable(byte[] bytes, int[] offsets) {
    this.bytes = bytes;
    this.offsets = offsets;
  }

  /** The string with number {@code id}; decodes it, so it allocates. */
  public String get(int id) {
    return new String(bytes, offsets[id], offsets[id + 1] - offsets[id], UTF_8);
  }

  /** How many strings there are. */
  public int count() {
    return offsets.length - 1;
  }

  /** The bytes that the arrays of this table hold. */
  public long sizeBytes() {
    return bytes.length + 4L * offsets.length;
  }

  /** How many bytes string {@code id} has. */
  public int length(int id) {
    return offsets[id + 1] - offsets[id];
  }

  /** Byte {@code index} of string {@code id}. */
  public byte byteAt(int id, int index) {
    return bytes[offsets[id] + index];
  }

  /** Whether string {@code id} begins with {@code prefix}. */
  boolean startsWith(int id, byte[] prefix) {
    int from = offsets[id];
    return length(id) >= prefix.length
        && Arrays.equals(bytes, from, from + prefix.length, prefix, 0, prefix.length);
  }

  /**
   * Compares string {@code id} with {@code other} by unsigned bytes, which is the order of code
   * points.
   */
  int compare(int id, byte[] other) {
    return Arrays.compareUnsigned(bytes, offsets[id], offsets[id + 1], other, 0, other.length);
  }

  /**
   * The same strings in another order: string {@code i} of the result is string {@code order[i]} of
   * this table.
   */
  StringTable reordered(int[] order) {
    var target = new byte[bytes.length];
    var targetOffsets = new int[order.length + 1];
    int end = 0;
    for (int i = 0; i < order.length; i++) {
      int length = length(order[i]);
      System.arraycopy(bytes, offsets[order[i]], target, end, length);
      end += length;
      targetOffsets[i + 1] = end;
    }
    return new StringTable(
        end == target.length ? target : Arrays.copyOf(target, end), targetOffsets);
  }
}
