package dev.sextant.resolve;

/** A set of longs that only grows; zero may be in it. Confined to one thread. */
final class LongSet {
  private long[] slots = new long[32];
  private boolean hasZero;
  private int size;

  void add(long value) {
    if (value == 0) {
      hasZero = true;
      return;
    }
    if (2 * size >= slots.length) {
      grow();
    }
    int slot = slot(slots, value);
    if (slots[slot] == 0) {
      slots[slot] = value;
      size++;
    }
  }

  boolean has(long value) {
    return value == 0 ? hasZero : slots[slot(slots, value)] == value;
  }

  boolean isEmpty() {
    return size == 0 && !hasZero;
  }

  private void grow() {
    long[] bigger = new long[2 * slots.length];
    for (long value : slots) {
      if (value != 0) {
        bigger[slot(bigger, value)] = value;
      }
    }
    slots = bigger;
  }

  private static int slot(long[] slots, long value) {
    int mask = slots.length - 1;
    int slot = (int) ((value * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (slots[slot] != 0 && slots[slot] != value) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The values, in any order. */
  long[] values() {
    long[] values = new long[size + (hasZero ? 1 : 0)];
    int count = hasZero ? 1 : 0;
    for (long value : slots) {
      if (value != 0) {
        values[count++] = value;
      }
    }
    return values;
  }

  void clear() {
    if (size > 0) {
      slots = new long[32];
    }
    hasZero = false;
    size = 0;
  }
}
