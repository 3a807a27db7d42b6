package dev.sextant.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sextant.graph.columns.Column;
import dev.sextant.graph.columns.ColumnReader;
import dev.sextant.graph.columns.ColumnWriter;
import dev.sextant.source.SourcePath;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

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

  /** The strings of {@code strings}, numbered in their order. */
  static StringTable of(List<String> strings) {
    var encoded = new byte[strings.size()][];
    var offsets = new int[encoded.length + 1];
    for (int i = 0; i < encoded.length; i++) {
      encoded[i] = strings.get(i).getBytes(UTF_8);
      offsets[i + 1] = Math.addExact(offsets[i], encoded[i].length);
    }
    var joined = new byte[offsets[encoded.length]];
    for (int i = 0; i < encoded.length; i++) {
      System.arraycopy(encoded[i], 0, joined, offsets[i], encoded[i].length);
    }
    return new StringTable(joined, offsets);
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

  @Override
  public boolean equals(Object other) {
    return other instanceof StringTable table
        && Arrays.equals(bytes, table.bytes)
        && Arrays.equals(offsets, table.offsets);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bytes) + Arrays.hashCode(offsets);
  }

  void writeColumns(ColumnWriter to, Column textColumn, Column offsetColumn) throws IOException {
    to.bytes(textColumn, bytes);
    to.ints(offsetColumn, offsets);
  }

  static StringTable readColumns(ColumnReader from, Column textColumn, Column offsetColumn)
      throws IOException {
    var table = new StringTable(from.bytes(textColumn), from.ints(offsetColumn));
    new ColumnBounds(from).groups(offsetColumn, table.offsets, table.bytes.length);
    return table;
  }

  /** Whether each string is behind the one before, in the order of code points. */
  boolean isAscending() {
    for (int id = 1; id < count(); id++) {
      int from = offsets[id];
      if (Arrays.compareUnsigned(bytes, offsets[id - 1], from, bytes, from, offsets[id + 1]) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether each string is the path of a file in a workspace. */
  boolean areSourcePaths() {
    try {
      for (int id = 0; id < count(); id++) {
        new SourcePath(get(id));
      }
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
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
