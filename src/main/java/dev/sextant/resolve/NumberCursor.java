package dev.sextant.resolve;

/**
 * Reads what {@link NumberRows} wrote. Confined to one thread.
 *
 * <p><b>Errors:</b> bytes of anybody else's give an illegal argument or an index out of bounds.
 */
final class NumberCursor {
  private final byte[] bytes;
  private int at;

  NumberCursor(byte[] bytes) {
    this.bytes = bytes;
  }

  int number() {
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

  /** Passes over {@code count} numbers. */
  void skip(int count) {
    for (int left = count; left > 0; left--) {
      number();
    }
  }

  /** The numbers of a list in ascending order. */
  int[] ascending() {
    int count = number();
    if (count < 0 || count > bytes.length - at) {
      throw new IllegalArgumentException("reading " + count + " numbers at " + at);
    }
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
