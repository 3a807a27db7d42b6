package dev.sextant.graph;

import java.util.Arrays;

/**
 * How numbers move between a graph and the one after it: those from one start to the next all by
 * the same distance.
 *
 * <p>Negative numbers, which stand for nothing, stay.
 *
 * <p><b>Threads:</b> confined to one thread.
 */
final class Renumbering {
  // With so few starts, comparing with each is faster than looking a number up.
  private static final int FEW = 4;

  private final int limit;
  private int[] starts = new int[8];
  private int[] distances = new int[8];
  private int count;
  private int[] table = new int[0];

  /** All numbers stay; {@code limit} is above all that will be asked for. */
  Renumbering(int limit) {
    this.limit = limit;
  }

  /** Numbers from {@code start} on, up to the start of the next call, move by that distance. */
  void from(int start, int distance) {
    if (count > 0 && starts[count - 1] == start) {
      count--;
    }
    int last = count == 0 ? 0 : distances[count - 1];
    if (distance == last) {
      return;
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      distances = Arrays.copyOf(distances, 2 * count);
    }
    starts[count] = start;
    distances[count++] = distance;
  }

  /** Whether no number moves. */
  boolean isIdentity() {
    return count == 0;
  }

  int of(int number) {
    int at = Arrays.binarySearch(starts, 0, count, number);
    int last = at >= 0 ? at : -2 - at;
    return last < 0 ? number : number + distances[last];
  }

  /** Writes the numbers that {@code from[at .. at + length)} become to {@code to}. */
  void copy(int[] from, int at, int[] to, int toAt, int length) {
    if (count <= FEW) {
      System.arraycopy(from, at, to, toAt, length);
      for (int i = 0; i < count; i++) {
        step(from, at, to, toAt, length, i);
      }
      return;
    }
    int[] known = table();
    for (int i = 0; i < length; i++) {
      int number = from[at + i];
      to[toAt + i] = number < 0 ? number : known[number];
    }
  }

  private void step(int[] from, int at, int[] to, int toAt, int length, int number) {
    int start = starts[number];
    int step = distances[number] - (number == 0 ? 0 : distances[number - 1]);
    for (int i = 0; i < length; i++) {
      to[toAt + i] += step & ~((from[at + i] - start) >> 31);
    }
  }

  private int[] table() {
    if (table.length == 0) {
      table = new int[limit];
      for (int i = 0, next = 0; i <= count; i++) {
        int end = i == count ? limit : starts[i];
        int distance = i == 0 ? 0 : distances[i - 1];
        for (; next < end; next++) {
          table[next] = next + distance;
        }
      }
    }
    return table;
  }
}
