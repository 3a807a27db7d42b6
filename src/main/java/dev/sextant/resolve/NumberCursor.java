package dev.sextant.resolve;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what {@link NumberRows} wrote.
 *
 * <p><b>Threads:</b> confined to one thread.
 *
 * <p><b>Errors:</b> bytes of anybody else's give an illegal argument or an index out of bounds.
 */
public final class NumberCursor {
  private final byte[] bytes;
  private int at;

  /** Reads {@code bytes} from their start. */
  public NumberCursor(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The next number. */
  public int number() {
    int number = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      byte part = bytes[at++];
      number |= (part & 0x7f) << shift;
      if (part >= 0) {
        return number;
      }
    }
    throw new IllegalArgumentException("reading a number at " + at + ": it does not end");
  }

  /** How many of something follow, of which each takes a byte or more. */
  public int count() {
    int count = number();
    if (count < 0 || count > bytes.length - at) {
      throw new IllegalArgumentException("reading at " + at + " that " + count + " more follow");
    }
    return count;
  }

  /** The next number of eight bytes. */
  public long longNumber() {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      number |= (bytes[at++] & 0xffL) << shift;
    }
    return number;
  }

  /** The next bytes. */
  public byte[] bytes() {
    int count = count();
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }

  /** The next text. */
  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** Passes over {@code count} numbers. */
  void skip(int count) {
    for (int left = count; left > 0; left--) {
      number();
    }
  }

  /** The numbers of a list in ascending order. */
  public int[] ascending() {
    int count = count();
    int[] numbers = new int[count];
    int last = 0;
    for (int i = 0; i < count; i++) {
      last += number();
      if (last < 0) {
        throw new IllegalArgumentException("reading numbers at " + at + ": they are too large");
      }
      numbers[i] = last;
    }
    return numbers;
  }
}
