package dev.sextant.query;

import java.util.Arrays;

/**
 * Keeps the smallest of many keys: a heap with the largest kept key on top.
 *
 * <p><b>Threads:</b> confined to one call.
 */
final class BestRanks {
  private final int capacity;
  private long[] heap = new long[16];
  private int size;

  BestRanks(int capacity) {
    this.capacity = capacity;
  }

  /** Offers a key; it is kept while it is among the smallest. */
  void offer(long key) {
    if (size < capacity) {
      if (size == heap.length) {
        heap = Arrays.copyOf(heap, 2 * size);
      }
      heap[size] = key;
      size++;
      siftUp(size - 1);
    } else if (size > 0 && key < heap[0]) {
      heap[0] = key;
      siftDown();
    }
  }

  /** The kept keys, ascending. */
  long[] ascending() {
    long[] keys = Arrays.copyOf(heap, size);
    Arrays.sort(keys);
    return keys;
  }

  private void siftUp(int from) {
    int at = from;
    while (at > 0 && heap[(at - 1) / 2] < heap[at]) {
      swap(at, (at - 1) / 2);
      at = (at - 1) / 2;
    }
  }

  private void siftDown() {
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && heap[child + 1] > heap[child]) {
        child++;
      }
      if (heap[child] <= heap[at]) {
        return;
      }
      swap(at, child);
      at = child;
    }
  }

  private void swap(int one, int other) {
    long kept = heap[one];
    heap[one] = heap[other];
    heap[other] = kept;
  }
}
