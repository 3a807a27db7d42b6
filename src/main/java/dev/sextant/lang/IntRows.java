package dev.sextant.lang;

import java.util.Arrays;

/** Ints that grow, kept for reuse from file to file. Confined to its owner. */
final class IntRows {
  private int[] values = new int[1024];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  int get(int at) {
    return values[at];
  }

  void set(int at, int value) {
    values[at] = value;
  }

  int[] copy() {
    return Arrays.copyOf(values, size);
  }
}
