package dev.sextant.source;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The text of one source file: its UTF-8 bytes and what is needed to count in UTF-16 units.
 *
 * <p>A byte order mark at the start stays in the text: three bytes, one UTF-16 unit (U+FEFF) of the
 * first line, as editors count it.
 *
 * <p><b>Threads:</b> immutable.
 *
 * <p><b>Cost:</b> made in one pass over the bytes, and one for the hash; keeps the bytes, an int a
 * line and, unless the text is ASCII, an int per 64 bytes.
 */
public final class SourceText {
  private static final int CHECKPOINT_SHIFT = 6;

  private final byte[] bytes;
  private final LineTable lines;
  private final int[] checkpoints;
  private final ContentHash contentHash;

  private SourceText(byte[] bytes, LineTable lines, int[] checkpoints, ContentHash contentHash) {
    this.bytes = bytes;
    this.lines = lines;
    this.checkpoints = checkpoints;
    this.contentHash = contentHash;
  }

  /**
   * The text in {@code bytes}, or why they are none. The array is kept, not copied; the caller must
   * not change it afterwards.
   */
  public static ReadOutcome decode(byte[] bytes) {
    if (bytes.length > LineTable.MAX_UTF16_LENGTH) {
      return new ReadOutcome.Skipped(
          SkipReason.TOO_LARGE,
          bytes.length + " bytes, at most " + LineTable.MAX_UTF16_LENGTH + " are possible");
    }
    Utf8Scan scan = new Utf8Scan(bytes);
    if (!scan.run()) {
      return scan.refusal();
    }
    int[] checkpoints = scan.isAscii() ? new int[0] : checkpoints(bytes);
    return new ReadOutcome.Read(
        new SourceText(bytes, scan.lines(), checkpoints, ContentHash.of(bytes)));
  }

  /** The text in {@code text}, which must hold no NUL and no half of a surrogate pair. */
  public static SourceText of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!new String(bytes, StandardCharsets.UTF_8).equals(text)) {
      throw new IllegalArgumentException("source text holds half of a surrogate pair");
    }
    return switch (decode(bytes)) {
      case ReadOutcome.Read(SourceText readable) -> readable;
      case ReadOutcome.Skipped(SkipReason reason, String detail) ->
          throw new IllegalArgumentException(
              "source text is refused: " + reason.wireName() + ", " + detail);
    };
  }

  /** The UTF-8 bytes themselves, shared for speed: do not modify. */
  public byte[] bytes() {
    return bytes;
  }

  /** Length in bytes. */
  public int length() {
    return bytes.length;
  }

  /** Whether every character is ASCII, so that byte and UTF-16 offsets are the same. */
  public boolean isAscii() {
    return checkpoints.length == 0;
  }

  /** Length in UTF-16 units. */
  public int utf16Length() {
    return lines.utf16Length();
  }

  /** Where each line starts. */
  public LineTable lines() {
    return lines;
  }

  /** The first 64 bits of the SHA-256 of the bytes, big-endian. */
  public long contentHash() {
    return contentHash.high();
  }

  /** What the bytes are known by where the first 64 bits are too few. */
  public ContentHash longHash() {
    return contentHash;
  }

  /**
   * The UTF-16 offset of {@code byteOffset}, which may be the end of the text. An offset inside a
   * character counts as that character's end.
   *
   * <p><b>Cost:</b> constant; for a text that is not ASCII at most 63 bytes are looked at.
   */
  public int utf16Offset(int byteOffset) {
    Objects.checkIndex(byteOffset, bytes.length + 1);
    if (isAscii()) {
      return byteOffset;
    }
    int block = byteOffset >>> CHECKPOINT_SHIFT;
    return checkpoints[block] + utf16Units(bytes, block << CHECKPOINT_SHIFT, byteOffset);
  }

  /** The characters from {@code byteStart} up to and without {@code byteEnd}. */
  public String text(int byteStart, int byteEnd) {
    Objects.checkFromToIndex(byteStart, byteEnd, bytes.length);
    return new String(bytes, byteStart, byteEnd - byteStart, StandardCharsets.UTF_8);
  }

  /** The range from {@code byteStart} up to and without {@code byteEnd}. */
  public Range range(int byteStart, int byteEnd) {
    return lines.range(utf16Offset(byteStart), utf16Offset(byteEnd));
  }

  @Override
  public String toString() {
    return "SourceText[" + bytes.length + " bytes, " + lines.lineCount() + " lines]";
  }

  /** UTF-16 units before every 64th byte. */
  private static int[] checkpoints(byte[] bytes) {
    int[] checkpoints = new int[(bytes.length >>> CHECKPOINT_SHIFT) + 1];
    for (int block = 1; block < checkpoints.length; block++) {
      int end = block << CHECKPOINT_SHIFT;
      checkpoints[block] =
          checkpoints[block - 1] + utf16Units(bytes, end - (1 << CHECKPOINT_SHIFT), end);
    }
    return checkpoints;
  }

  /** UTF-16 units whose character starts in the given bytes. */
  private static int utf16Units(byte[] bytes, int from, int to) {
    int units = 0;
    for (int i = from; i < to; i++) {
      int octet = bytes[i];
      units += octet >= (byte) 0xC0 ? 1 : 0;
      units += (octet & 0xFF) >= 0xF0 ? 1 : 0;
    }
    return units;
  }
}
