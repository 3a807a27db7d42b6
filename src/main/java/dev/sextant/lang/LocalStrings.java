package dev.sextant.lang;

import java.util.Arrays;

/** The distinct strings of one file, found by their bytes. Confined to its owner. */
final class LocalStrings {
  private byte[] bytes = new byte[1 << 14];
  private int[] starts = new int[1 << 10];
  private int[] hashes = new int[1 << 10];
  private int[] slots = new int[1 << 12];
  private int count;

  void clear() {
    count = 0;
    Arrays.fill(slots, 0);
  }

  int intern(byte[] text, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    hash ^= hash >>> 15;
    int mask = slots.length - 1;
    int slot = hash & mask;
    for (int id; (id = slots[slot] - 1) >= 0; slot = (slot + 1) & mask) {
      if (hashes[id] == hash && Arrays.equals(bytes, starts[id], starts[id + 1], text, from, to)) {
        return id;
      }
    }
    return add(text, from, to, hash, slot);
  }

  private int add(byte[] text, int from, int to, int hash, int slot) {
    int id = count++;
    if (count + 1 >= starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
      hashes = Arrays.copyOf(hashes, 2 * hashes.length);
    }
    int start = starts[id];
    int end = start + to - from;
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
    }
    System.arraycopy(text, from, bytes, start, to - from);
    starts[count] = end;
    hashes[id] = hash;
    slots[slot] = id + 1;
    if (2 * count > slots.length) {
      rehash();
    }
    return id;
  }

  private void rehash() {
    slots = new int[2 * slots.length];
    int mask = slots.length - 1;
    for (int id = 0; id < count; id++) {
      int slot = hashes[id] & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = id + 1;
    }
  }

  byte[] copyBytes() {
    return Arrays.copyOf(bytes, starts[count]);
  }

  int[] copyStarts() {
    return Arrays.copyOf(starts, count + 1);
  }
}
