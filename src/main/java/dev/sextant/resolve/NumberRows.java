package dev.sextant.resolve;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes that grow by numbers of seven bits a byte, and by more than that.
 *
 * <p><b>Threads:</b> confined to one thread.
 */
public final class NumberRows {
  private byte[] bytes = new byte[64];
  private int size;

  /** No bytes. */
  public NumberRows() {}

  /** Adds a number that is not negative. */
  public void add(int number) {
    room(5);
    int left = number;
    while (left > 0x7f) {
      bytes[size++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
  }

  /** Adds how many numbers there are, then the difference of each to the one before. */
  public void addAscending(int[] numbers) {
    add(numbers.length);
    int last = 0;
    for (int number : numbers) {
      add(number - last);
      last = number;
    }
  }

  /** Adds a number of eight bytes. */
  public void addLong(long number) {
    room(Long.BYTES);
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      bytes[size++] = (byte) (number >>> shift);
    }
  }

  /** Adds how many bytes there are, then these. */
  public void addBytes(byte[] more) {
    add(more.length);
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  /** Adds a text. */
  public void addText(String text) {
    addBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }

  /** What was added. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
