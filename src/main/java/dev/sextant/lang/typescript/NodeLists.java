package dev.sextant.lang.typescript;

import dev.sextant.lang.FactsBuilder;
import java.util.Arrays;

/** Lists of nodes being collected, one inside the other. Confined to its extractor. */
final class NodeLists {
  private int[] items = new int[64];
  private int[] taken = new int[64];
  private int size;

  void clear() {
    size = 0;
  }

  /** Starts a list; the mark ends it. */
  int mark() {
    return size;
  }

  void add(int node) {
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    items[size++] = node;
  }

  /** What was added {@code back} places before the end of the innermost list. */
  int last() {
    return items[size - 1];
  }

  void drop(int mark) {
    size = mark;
  }

  boolean isEmpty(int mark) {
    return size == mark;
  }

  int removeLast() {
    return items[--size];
  }

  /** Takes {@code count} from the place {@code from} out of the list. */
  void remove(int from, int count) {
    System.arraycopy(items, from + count, items, from, size - from - count);
    size -= count;
  }

  int get(int i) {
    return items[i];
  }

  void set(int i, int node) {
    items[i] = node;
  }

  /** The list of what was added since {@code mark}, which stays. */
  int copy(int mark, FactsBuilder facts) {
    int count = size - mark;
    if (count > taken.length) {
      taken = new int[2 * count];
    }
    System.arraycopy(items, mark, taken, 0, count);
    return facts.list(taken, count);
  }

  /** Ends the list started at {@code mark}. */
  int take(int mark, FactsBuilder facts) {
    int count = size - mark;
    if (count > taken.length) {
      taken = new int[2 * count];
    }
    System.arraycopy(items, mark, taken, 0, count);
    size = mark;
    return facts.list(taken, count);
  }
}
