package dev.sextant.scip;

import dev.sextant.source.LineTable;
import dev.sextant.source.ReadOutcome;
import dev.sextant.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One document of an index: a file, and the occurrences in it.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class ScipDocument {
  private static final int ROW = 6;

  private final String path;
  private final OptionalLong contentHash;
  private final PositionUnit unit;
  private final int[] rows;

  private ScipDocument(Builder builder) {
    path = builder.path;
    rows = Arrays.copyOf(builder.rows, builder.size);
    Optional<SourceText> text = builder.text.flatMap(ScipDocument::decoded);
    contentHash =
        text.map(known -> OptionalLong.of(known.contentHash())).orElseGet(OptionalLong::empty);
    unit = text.isPresent() ? PositionUnit.UTF16 : builder.unit;
    if (text.isPresent() && builder.unit != PositionUnit.UTF16 && !text.get().isAscii()) {
      recount(text.get(), builder.unit);
    }
  }

  private static Optional<SourceText> decoded(String text) {
    return SourceText.decode(text.getBytes(StandardCharsets.UTF_8)) instanceof ReadOutcome.Read read
        ? Optional.of(read.text())
        : Optional.empty();
  }

  private void recount(SourceText text, PositionUnit from) {
    String whole = text.text(0, text.length());
    LineTable lines = text.lines();
    for (int row = 0; row < rows.length; row += ROW) {
      rows[row + 1] = recounted(whole, lines, rows[row], rows[row + 1], from);
      rows[row + 3] = recounted(whole, lines, rows[row + 2], rows[row + 3], from);
    }
  }

  private static int recounted(
      String whole, LineTable lines, int line, int character, PositionUnit from) {
    return line < 0 || line >= lines.lineCount()
        ? -1
        : from.utf16Units(whole.substring(lines.lineStart(line), lines.lineEnd(line)), character);
  }

  /** The path of the file, as written: relative to the project root, which it may leave. */
  public String path() {
    return path;
  }

  /** The hash of the text that was indexed; empty when the index does not have the text. */
  public OptionalLong contentHash() {
    return contentHash;
  }

  /** How many occurrences with a symbol and a range there are. */
  public int count() {
    return rows.length / ROW;
  }

  /** The number of the symbol that an occurrence defines or uses. */
  public int symbol(int occurrence) {
    return rows[occurrence * ROW + 4];
  }

  /** Whether the symbol is defined there. */
  public boolean isDefinition(int occurrence) {
    return (rows[occurrence * ROW + 5] & ScipFields.ROLE_DEFINITION) != 0;
  }

  /**
   * Whether places can be told in a file of so many bytes with these lines: characters that are not
   * counted in UTF-16 units need the text, unless each is one unit in any way of counting.
   */
  public boolean isPlaced(LineTable lines, int sizeBytes) {
    return unit == PositionUnit.UTF16 || sizeBytes == lines.utf16Length();
  }

  /**
   * Where an occurrence stands, {@code start << 32 | end} in UTF-16 units of a file with these
   * lines, or -1 when the file has no such place.
   */
  public long place(int occurrence, LineTable lines) {
    int row = occurrence * ROW;
    int start = offset(rows[row], rows[row + 1], lines);
    int end = offset(rows[row + 2], rows[row + 3], lines);
    return start < 0 || end < start ? -1 : (long) start << 32 | end;
  }

  private int offset(int line, int character, LineTable lines) {
    if (line < 0 || line >= lines.lineCount() || character < 0) {
      return -1;
    }
    int start = lines.lineStart(line);
    int length = lines.lineEnd(line) - start;
    return character > length ? -1 : start + character;
  }

  /**
   * Collects the occurrences of a document.
   *
   * <p><b>Threads:</b> confined to its creating thread.
   */
  static final class Builder {
    private String path = "";
    private Optional<String> text = Optional.empty();
    private PositionUnit unit = PositionUnit.UTF16;
    private int[] rows = new int[16 * ROW];
    private int size;

    void path(String path) {
      this.path = path;
    }

    void text(String text) {
      this.text = Optional.of(text);
    }

    void unit(PositionUnit unit) {
      this.unit = unit;
    }

    /** Adds an occurrence; a range of three numbers stands in one line. */
    void occurrence(int[] range, int numbers, int symbol, int roles) {
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, 2 * size);
      }
      rows[size] = range[0];
      rows[size + 1] = range[1];
      rows[size + 2] = numbers == 3 ? range[0] : range[2];
      rows[size + 3] = numbers == 3 ? range[2] : range[3];
      rows[size + 4] = symbol;
      rows[size + 5] = roles;
      size += ROW;
    }

    ScipDocument build() {
      return new ScipDocument(this);
    }
  }
}
