package dev.sextant.resolve;

import dev.sextant.graph.StringInterner;
import java.util.Arrays;

/**
 * Numbers the stable keys of questions, so that each file keeps small numbers of those it asked.
 *
 * <p><b>Shape:</b> keys in the order in which they came, and an open-addressing table that leads
 * from a key to its number.
 *
 * <p><b>Threads:</b> safe; numbers are given under the lock of this object.
 */
public final class QuestionKeys {
  private long[] keys = new long[1024];
  private int[] slots = new int[4096]; // number + 1, or 0
  private int count;

  /** No keys. */
  public QuestionKeys() {}

  /** The keys in the order of their numbers, as {@link #toArray} gave them. */
  public static QuestionKeys of(long[] keys) {
    var made = new QuestionKeys();
    for (long key : keys) {
      made.number(key);
    }
    return made;
  }

  /** How many keys there are. */
  public synchronized int count() {
    return count;
  }

  /** The keys in the order of their numbers. */
  public synchronized long[] toArray() {
    return Arrays.copyOf(keys, count);
  }

  /** Bytes held by the arrays. */
  public synchronized long sizeBytes() {
    return (long) Long.BYTES * keys.length + (long) Integer.BYTES * slots.length;
  }

  /** The numbers, in ascending order, of what {@code asked} has in the ids of {@code names}. */
  synchronized int[] numbers(LongSet asked, StringInterner names) {
    long[] local = asked.values();
    int[] numbers = new int[local.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(NameKey.stable(local[i], names));
    }
    Arrays.sort(numbers);
    return numbers;
  }

  /** The number of a stable key, or -1 when nobody ever asked it. */
  synchronized int find(long key) {
    return slots[slot(slots, key)] - 1;
  }

  private int number(long key) {
    int slot = slot(slots, key);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, count + count / 2);
    }
    keys[count] = key;
    slots[slot] = ++count;
    if (2 * count > slots.length) {
      grow();
    }
    return count - 1;
  }

  private void grow() {
    int[] wider = new int[2 * slots.length];
    for (int number = 0; number < count; number++) {
      wider[slot(wider, keys[number])] = number + 1;
    }
    slots = wider;
  }

  private int slot(int[] in, long key) {
    int mask = in.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (in[slot] != 0 && keys[in[slot] - 1] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
