package dev.sextant.graph;

import dev.sextant.cancellation.Cancellation;

/**
 * Sorts the strings of a table by unsigned bytes, with a three-way quicksort on one byte after
 * another.
 *
 * <p>Strings that share long beginnings, as names do, are compared only where they differ. The two
 * smaller parts are sorted by recursion and the largest by the loop, so the stack stays logarithmic
 * whatever the lengths.
 */
final class StringOrder {
  /** Parts that are smaller are sorted without polling. */
  private static final int POLLED = 1 << 12;

  private final StringTable strings;
  private final int[] order;
  private final Cancellation cancellation;

  private StringOrder(StringTable strings, Cancellation cancellation) {
    this.cancellation = cancellation;
    this.strings = strings;
    order = new int[strings.count()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
  }

  /** The numbers of the strings of {@code strings}, in the order of the strings. */
  static int[] of(StringTable strings, Cancellation cancellation) {
    var sorting = new StringOrder(strings, cancellation);
    sorting.sort(0, sorting.order.length, 0);
    return sorting.order;
  }

  private void sort(int from, int to, int depth) {
    while (to - from > 1) {
      if (to - from > POLLED) {
        cancellation.check();
      }
      int pivot = pivot(from, to, depth);
      int less = from;
      int more = to;
      for (int i = from; i < more; ) {
        int key = key(order[i], depth);
        if (key < pivot) {
          swap(less++, i++);
        } else if (key > pivot) {
          swap(--more, i);
        } else {
          i++;
        }
      }
      // A key of -1 is the end of the string: equal strings, nothing more to compare.
      int equal = pivot < 0 ? 0 : more - less;
      if (equal >= less - from && equal >= to - more) {
        sort(from, less, depth);
        sort(more, to, depth);
        from = less;
        to = more;
        depth++;
        continue;
      }
      if (equal > 0) {
        sort(less, more, depth + 1);
      }
      if (less - from >= to - more) {
        sort(more, to, depth);
        to = less;
      } else {
        sort(from, less, depth);
        from = more;
      }
    }
  }

  private int pivot(int from, int to, int depth) {
    int first = key(order[from], depth);
    int middle = key(order[(from + to) >>> 1], depth);
    int last = key(order[to - 1], depth);
    return Math.max(Math.min(first, middle), Math.min(Math.max(first, middle), last));
  }

  private int key(int id, int depth) {
    return depth < strings.length(id) ? strings.byteAt(id, depth) & 0xff : -1;
  }

  private void swap(int one, int other) {
    int kept = order[one];
    order[one] = order[other];
    order[other] = kept;
  }
}
