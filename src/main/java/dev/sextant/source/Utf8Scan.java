package dev.sextant.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The one pass over the bytes of a file: checks that they are text and finds its lines.
 *
 * <p>Eight ASCII bytes are looked at together, and only those among them that are below 0x0E one by
 * one. Other bytes are decoded by the rules of Unicode table 3-7, so that overlong forms,
 * surrogates and code points past U+10FFFF are refused.
 *
 * <p><b>Threads:</b> confined to its creating thread.
 */
final class Utf8Scan {
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  /** Added to an ASCII byte, sets its high bit from 0x0E on; no byte carries into the next. */
  private static final long TO_PRINTABLE = 0x7272_7272_7272_7272L;

  private final byte[] bytes;
  private final ByteBuffer words;
  private int[] packed;
  private int lineCount = 1;

  /** Bytes minus UTF-16 units of the characters passed so far. */
  private int surplus;

  private ReadOutcome.Skipped refusal =
      new ReadOutcome.Skipped(SkipReason.NOT_UTF8, "the file was not scanned");

  Utf8Scan(byte[] bytes) {
    this.bytes = bytes;
    this.words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.packed = new int[2 + bytes.length / 32];
  }

  /** Scans everything; false when the bytes are no text, and {@link #refusal} says why. */
  boolean run() {
    int i = 0;
    int lastWord = bytes.length - Long.BYTES;
    while (i < bytes.length) {
      if (i <= lastWord) {
        long word = words.getLong(i);
        if ((word & HIGH_BITS) == 0) {
          if (!controls(i, ~(word + TO_PRINTABLE) & HIGH_BITS)) {
            return false;
          }
          i += Long.BYTES;
          continue;
        }
      }
      int width = bytes[i] >= 0 ? 1 : characterWidth(i);
      if (width == 0) {
        refusal =
            new ReadOutcome.Skipped(SkipReason.NOT_UTF8, "no UTF-8 character at byte offset " + i);
        return false;
      }
      if (width == 1 && !control(i)) {
        return false;
      }
      surplus += width == 1 ? 0 : Math.min(width - 1, 2);
      i += width;
    }
    return true;
  }

  boolean isAscii() {
    return surplus == 0;
  }

  ReadOutcome.Skipped refusal() {
    return refusal;
  }

  LineTable lines() {
    int[] exact = Arrays.copyOf(packed, lineCount + 1);
    exact[lineCount] = LineTable.pack(bytes.length - surplus);
    return LineTable.wrap(exact);
  }

  /** Looks at the bytes whose high bit is set in {@code below}, in order. */
  private boolean controls(int wordStart, long below) {
    for (long rest = below; rest != 0; rest &= rest - 1) {
      if (!control(wordStart + (Long.numberOfTrailingZeros(rest) >>> 3))) {
        return false;
      }
    }
    return true;
  }

  /** Takes in one ASCII byte; false when it is NUL. */
  private boolean control(int i) {
    byte octet = bytes[i];
    if (octet == '\n') {
      startLine(i + 1, i > 0 && bytes[i - 1] == '\r' ? 1 : 0);
    } else if (octet == '\r') {
      if (i + 1 == bytes.length || bytes[i + 1] != '\n') {
        startLine(i + 1, 0);
      }
    } else if (octet == 0) {
      refusal = new ReadOutcome.Skipped(SkipReason.BINARY, "NUL byte at byte offset " + i);
      return false;
    }
    return true;
  }

  private void startLine(int byteOffset, int previousEndsWithTwoUnits) {
    if (lineCount == packed.length) {
      packed = Arrays.copyOf(packed, packed.length * 2);
    }
    packed[lineCount - 1] |= previousEndsWithTwoUnits;
    packed[lineCount++] = LineTable.pack(byteOffset - surplus);
  }

  /** Bytes of the character of more than one byte that starts at {@code i}, 0 when it is none. */
  private int characterWidth(int i) {
    int lead = bytes[i] & 0xFF;
    if (lead < 0xC2 || lead > 0xF4) {
      return 0;
    }
    int width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (i + width > bytes.length) {
      return 0;
    }
    int second = bytes[i + 1] & 0xFF;
    int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < lowest || second > highest) {
      return 0;
    }
    for (int k = 2; k < width; k++) {
      if ((bytes[i + k] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return width;
  }
}
