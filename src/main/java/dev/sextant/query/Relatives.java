package dev.sextant.query;

import dev.sextant.graph.SupertypeTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;

/**
 * Everything above or below a symbol: what it extends, implements or overrides, or what does so
 * with it, nearest first.
 *
 * <p><b>Threads:</b> confined to its call.
 */
final class Relatives {
  private final IntFunction<int[]> next;
  private final Poll poll;
  private int[] found = new int[16];
  private int[] distances = new int[16];
  private int count;

  private Relatives(IntFunction<int[]> next, Poll poll) {
    this.next = next;
    this.poll = poll;
  }

  /** What is above {@code symbol}. */
  static Relatives above(SupertypeTable table, int symbol, Poll poll) {
    return new Relatives(table::supertypes, poll).from(symbol);
  }

  /** What is below {@code symbol}. */
  static Relatives below(SupertypeTable table, int symbol, Poll poll) {
    return new Relatives(table::subtypes, poll).from(symbol);
  }

  private Relatives from(int symbol) {
    var met = new BitSet();
    met.set(symbol);
    add(next.apply(symbol), 1, met);
    for (int i = 0; i < count; i++) {
      add(next.apply(found[i]), distances[i] + 1, met);
    }
    return this;
  }

  private void add(int[] symbols, int distance, BitSet met) {
    for (int symbol : symbols) {
      poll.item();
      if (!met.get(symbol)) {
        met.set(symbol);
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
          distances = Arrays.copyOf(distances, 2 * count);
        }
        found[count] = symbol;
        distances[count++] = distance;
      }
    }
  }

  int count() {
    return count;
  }

  int symbol(int i) {
    return found[i];
  }

  /** How many steps away the symbol is, from 1. */
  int distance(int i) {
    return distances[i];
  }
}
