package dev.sextant.source;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Where each line of one text starts, in UTF-16 units.
 *
 * <p>A line ends with {@code \n}, {@code \r\n} or {@code \r}. A text always has a first line, and a
 * line end as its last character is followed by one more, empty line.
 *
 * <p>Shape: one int a line and one for the end of the text, ascending. An int holds {@code start *
 * 2}, plus one when the line ends with the two units {@code \r\n}; so a position past the end of
 * its line can be clamped in front of the line end. This is also the form in which a table is
 * stored ({@link #packed}).
 *
 * <p><b>Threads:</b> immutable.
 *
 * <p><b>Cost:</b> looking up a line by offset is a binary search over the lines; everything else is
 * constant.
 */
public final class LineTable {
  /** The longest text a table can describe, in UTF-16 units. */
  public static final int MAX_UTF16_LENGTH = (1 << 30) - 1;

  private static final int OBJECT_AND_ARRAY_HEADER_BYTES = 32;

  private final int[] packed;

  private LineTable(int[] packed) {
    this.packed = packed;
  }

  /**
   * The table of a text of {@code utf16Length} units whose lines start at {@code lineStarts} and
   * end with one unit each.
   */
  public static LineTable of(int[] lineStarts, int utf16Length) {
    int[] packed = new int[lineStarts.length + 1];
    for (int line = 0; line < lineStarts.length; line++) {
      packed[line] = pack(lineStarts[line]);
    }
    packed[lineStarts.length] = pack(utf16Length);
    return checked(packed);
  }

  /** The table that {@link #packed} was asked of; the array is copied. */
  public static LineTable ofPacked(int[] packed) {
    return checked(packed.clone());
  }

  /**
   * The table whose stored form is {@code from .. to} of {@code joined}; copies it. Refuses, as an
   * illegal argument, what is no table.
   */
  public static LineTable ofPacked(int[] joined, int from, int to) {
    return checked(Arrays.copyOfRange(joined, from, to));
  }

  /** Wraps the array the scan of a text has filled; it must not be kept by the caller. */
  static LineTable wrap(int[] packed) {
    return new LineTable(packed);
  }

  /** A copy of the stored form, for {@link #ofPacked}. */
  public int[] packed() {
    return packed.clone();
  }

  /** How many ints the stored form has. */
  public int packedLength() {
    return packed.length;
  }

  /** Writes the stored form into {@code joined} from {@code at} on. */
  public void copyPacked(int[] joined, int at) {
    System.arraycopy(packed, 0, joined, at, packed.length);
  }

  /** Number of lines, at least one. */
  public int lineCount() {
    return packed.length - 1;
  }

  /** Length of the whole text in UTF-16 units. */
  public int utf16Length() {
    return packed[packed.length - 1] >>> 1;
  }

  /** Offset of the first unit of {@code line}. */
  public int lineStart(int line) {
    return packed[Objects.checkIndex(line, lineCount())] >>> 1;
  }

  /** Offset just behind the last unit of {@code line}, its line end not counted. */
  public int lineEnd(int line) {
    int own = packed[Objects.checkIndex(line, lineCount())];
    int next = packed[line + 1] >>> 1;
    return line == lineCount() - 1 ? next : next - 1 - (own & 1);
  }

  /** The line that holds {@code utf16Offset}; a line end belongs to the line it ends. */
  public int lineOf(int utf16Offset) {
    Objects.checkIndex(utf16Offset, utf16Length() + 1);
    int found = Arrays.binarySearch(packed, 0, lineCount(), (utf16Offset << 1) | 1);
    return found >= 0 ? found : -found - 2;
  }

  /** The line and character of {@code utf16Offset}, which may be the end of the text. */
  public Position position(int utf16Offset) {
    int line = lineOf(utf16Offset);
    return new Position(line, utf16Offset - (packed[line] >>> 1));
  }

  /**
   * The offset of {@code position}; a character past its line's end counts as that end, and a line
   * past the last one has no offset.
   */
  public OptionalInt offset(Position position) {
    int line = position.line();
    if (line >= lineCount()) {
      return OptionalInt.empty();
    }
    int start = lineStart(line);
    return OptionalInt.of(start + Math.min(position.character(), lineEnd(line) - start));
  }

  /** The range from offset {@code utf16Start} up to and without {@code utf16End}. */
  public Range range(int utf16Start, int utf16End) {
    return new Range(position(utf16Start), position(utf16End));
  }

  /** Bytes of memory this table keeps. */
  public long sizeBytes() {
    return OBJECT_AND_ARRAY_HEADER_BYTES + (long) packed.length * Integer.BYTES;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LineTable table && Arrays.equals(packed, table.packed);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(packed);
  }

  @Override
  public String toString() {
    return "LineTable[" + lineCount() + " lines, " + utf16Length() + " units]";
  }

  /** One entry of the stored form for a line that ends with one unit. */
  static int pack(int utf16Offset) {
    if (utf16Offset < 0 || utf16Offset > MAX_UTF16_LENGTH) {
      throw new IllegalArgumentException(
          "offset " + utf16Offset + " in a line table is not within 0.." + MAX_UTF16_LENGTH);
    }
    return utf16Offset << 1;
  }

  private static LineTable checked(int[] packed) {
    if (packed.length < 2 || packed[0] >>> 1 != 0) {
      throw new IllegalArgumentException(
          "a line table needs a first line at offset 0, and has " + packed.length + " ints");
    }
    int lineCount = packed.length - 1;
    for (int line = 0; line < lineCount; line++) {
      int next = packed[line + 1];
      boolean last = line == lineCount - 1;
      int endUnits = last ? 0 : 1 + (packed[line] & 1);
      boolean endOfLastIsTwoUnits = last && (packed[line] & 1) != 0;
      if (next < 0 || endOfLastIsTwoUnits || (next >>> 1) - (packed[line] >>> 1) < endUnits) {
        throw new IllegalArgumentException(
            "line " + (line + 1) + " of a line table does not start past line " + line);
      }
    }
    return new LineTable(packed);
  }
}
