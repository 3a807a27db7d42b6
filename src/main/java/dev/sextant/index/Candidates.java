package dev.sextant.index;

import java.util.Arrays;

/** The declarations that a reference may mean, in the order found. Confined to its worker. */
final class Candidates {
  private int[] items = new int[16];
  private int size;

  void clear() {
    size = 0;
  }

  void add(int declaration) {
    for (int i = 0; i < size; i++) {
      if (items[i] == declaration) {
        return;
      }
    }
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    items[size++] = declaration;
  }

  int size() {
    return size;
  }

  int get(int i) {
    return items[i];
  }

  void set(int i, int declaration) {
    items[i] = declaration;
  }

  /** Keeps the first {@code count}. */
  void keep(int count) {
    size = count;
  }
}
