package dev.sextant.index.cache;

import java.util.List;

/**
 * Where the entries of all segments are, found by their keys; of one key the entry of the last
 * segment counts.
 *
 * <p><b>Threads:</b> immutable once made.
 */
final class EntryTable {
  private static final int STRIDE = 3;

  /** More would not fit an array; those of the oldest segments are then not found. */
  private static final int MOST_ENTRIES = 1 << 23;

  private final List<Segment> segments;
  private final int mask;

  /** Slots of segment + 1, entry and offset of the entry; a segment of 0 is a free slot. */
  private final int[] slots;

  EntryTable(List<Segment> segments) {
    this.segments = segments;
    int count = 0;
    int first = segments.size();
    while (first > 0 && count + segments.get(first - 1).entryCount() <= MOST_ENTRIES) {
      first--;
      count += segments.get(first).entryCount();
    }
    int capacity = 2 * Integer.highestOneBit(Math.max(8, 2 * count));
    mask = capacity - 1;
    slots = new int[STRIDE * capacity];
    for (int number = first; number < segments.size(); number++) {
      add(number, segments.get(number));
    }
  }

  private void add(int number, Segment segment) {
    long offset = segment.start();
    for (int entry = 0; entry < segment.entryCount(); entry++) {
      int slot = slotOf(segment.key(entry));
      slots[slot] = number + 1;
      slots[slot + 1] = entry;
      slots[slot + 2] = (int) offset;
      offset += segment.length(entry);
    }
  }

  /** The slot that has the key, or the free one where it belongs. */
  private int slotOf(CacheKey key) {
    for (int at = (int) key.low() & mask; ; at = (at + 1) & mask) {
      int slot = at * STRIDE;
      if (slots[slot] == 0 || segments.get(slots[slot] - 1).key(slots[slot + 1]).equals(key)) {
        return slot;
      }
    }
  }

  /** A handle on the entry of this key for the other methods, or -1. */
  int find(CacheKey key) {
    int slot = slotOf(key);
    return slots[slot] == 0 ? -1 : slot;
  }

  /** The number of the segment it is in. */
  int segment(int found) {
    return slots[found] - 1;
  }

  /** Its number in the segment. */
  int entry(int found) {
    return slots[found + 1];
  }

  /** Where in the segment it starts. */
  int offset(int found) {
    return slots[found + 2];
  }
}
