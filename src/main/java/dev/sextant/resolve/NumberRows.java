package dev.sextant.resolve;

import java.util.Arrays;

/** Bytes that grow by numbers of seven bits a byte. Confined to one thread. */
final class NumberRows {
  private byte[] bytes = new byte[64];
  private int size;

  /** Adds a number that is not negative. */
  void add(int number) {
    if (size + 5 > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    int left = number;
    while (left > 0x7f) {
      bytes[size++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
  }

  /** Adds how many numbers there are, then the difference of each to the one before. */
  void addAscending(int[] numbers) {
    add(numbers.length);
    int last = 0;
    for (int number : numbers) {
      add(number - last);
      last = number;
    }
  }

  /** What was added. */
  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
