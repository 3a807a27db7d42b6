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

  /** The UTF-8 form of string {@code id}; a fresh array. */
  byte[] bytes(int id) {
    return Arrays.copyOfRange(bytes, offsets[id], offsets[id + 1]);
  }

  /**
   * The number of {@code string} among these strings, which are in order, or {@code -1 -} the one
   * it would have; it must not be before string {@code low}.
   */
  int search(byte[] string, int low) {
    int from = low;
    int to = count();
    while (from < to) {
      int middle = (from + to) >>> 1;
      int order = compare(middle, string);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return -1 - from;
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

  /**
   * Collects strings of other tables.
   *
   * <p><b>Threads:</b> confined to its creating thread.
   */
  static final class Builder {
    private final byte[] bytes;
    private final int[] offsets;
    private int count;

    /** Starts without strings; those of {@code sources} may be appended, each once. */
    Builder(List<StringTable> sources) {
      int byteCount = 0;
      int stringCount = 0;
      for (StringTable source : sources) {
        byteCount = Math.addExact(byteCount, source.bytes.length);
        stringCount += source.count();
      }
      bytes = new byte[byteCount];
      offsets = new int[stringCount + 1];
    }

    int count() {
      return count;
    }

    /** Appends the strings {@code from .. to} of {@code table}, the last not counted. */
    void append(StringTable table, int from, int to) {
      int at = offsets[count];
      int moved = at - table.offsets[from];
      System.arraycopy(
          table.bytes, table.offsets[from], bytes, at, table.offsets[to] - table.offsets[from]);
      for (int string = from + 1; string <= to; string++) {
        offsets[++count] = table.offsets[string] + moved;
      }
    }

    StringTable build() {
      int length = offsets[count];
      return new StringTable(
          length == bytes.length ? bytes : Arrays.copyOf(bytes, length),
          count == offsets.length - 1 ? offsets : Arrays.copyOf(offsets, count + 1));
    }
  }
}
