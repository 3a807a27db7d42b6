package dev.sextant.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * One part of a {@link StringInterner}: an open-addressing hash table of the strings whose hash
 * leads here.
 *
 * <p>Strings are numbered from 0 in the order they came; their bytes lie end to end in one array.
 *
 * <p><b>Threads:</b> not thread-safe; every call is made while holding this object's monitor.
 */
final class Stripe {
  private int[] slots = new int[128]; // number + 1 of a string, or 0
  private int[] hashes = new int[64];
  private int[] ids = new int[64];
  private int[] offsets = new int[65];
  private byte[] bytes = new byte[1024];
  private int count;

  int count() {
    return count;
  }

  /** Bytes held by the arrays. */
  long sizeBytes() {
    long ints = (long) slots.length + hashes.length + ids.length + offsets.length;
    return Integer.BYTES * ints + bytes.length;
  }

  /** The slot that holds the string, or the empty one where it belongs. */
  int slotOf(int hash, byte[] utf8, int from, int to) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] != 0 && !holds(slots[slot] - 1, hash, utf8, from, to)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** The interner's id of the string in {@code slot}, or -1 for an empty slot. */
  int idAt(int slot) {
    return slots[slot] == 0 ? -1 : ids[slots[slot] - 1];
  }

  /** Adds the string that {@link #slotOf} found no slot for. */
  void add(int slot, int hash, byte[] utf8, int from, int to, int id) {
    if (count == ids.length) {
      grow();
    }
    int start = offsets[count];
    int end = Math.addExact(start, to - from);
    if (end > bytes.length) {
      bytes =
          Arrays.copyOf(
              bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(end, 2L * bytes.length)));
    }
    System.arraycopy(utf8, from, bytes, start, to - from);
    hashes[count] = hash;
    ids[count] = id;
    count++;
    offsets[count] = end;
    slots[slot] = count;
    if (2 * count > slots.length) {
      rehash();
    }
  }

  String get(int number) {
    return new String(bytes, offsets[number], length(number), UTF_8);
  }

  int length(int number) {
    return offsets[number + 1] - offsets[number];
  }

  void copy(int number, byte[] target, int at) {
    System.arraycopy(bytes, offsets[number], target, at, length(number));
  }

  private boolean holds(int number, int hash, byte[] utf8, int from, int to) {
    return hashes[number] == hash
        && Arrays.equals(bytes, offsets[number], offsets[number + 1], utf8, from, to);
  }

  private void grow() {
    hashes = Arrays.copyOf(hashes, 2 * count);
    ids = Arrays.copyOf(ids, 2 * count);
    offsets = Arrays.copyOf(offsets, 2 * count + 1);
  }

  private void rehash() {
    var wider = new int[2 * slots.length];
    int mask = wider.length - 1;
    for (int number = 0; number < count; number++) {
      int slot = hashes[number] & mask;
      while (wider[slot] != 0) {
        slot = slot + 1 & mask;
      }
      wider[slot] = number + 1;
    }
    slots = wider;
  }
}
