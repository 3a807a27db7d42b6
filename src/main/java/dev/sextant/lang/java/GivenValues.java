package dev.sextant.lang.java;

import java.util.Arrays;

/**
 * The values that returns and yields give to the lambdas and switches they stand in.
 *
 * <p>What is open is a stack, innermost last; a value is kept with what it is given to until that
 * is closed, for others may be given to what is further out in between.
 *
 * <p><b>Threads:</b> confined to its reading.
 */
final class GivenValues {
  /** A lambda: returns inside give it their values. */
  static final int LAMBDA = 0;

  /** A switch that is an expression: yields inside give it their values. */
  static final int SWITCH = 1;

  /** A class: nothing inside gives a value to what is around. */
  static final int CLASS = 2;

  private final JavaReading reading;
  private int[] kinds = new int[16];
  private int[] starts = new int[16];
  private int[] values = new int[16];
  private int[] receivers = new int[16];
  private int open;
  private int size;

  GivenValues(JavaReading reading) {
    this.reading = reading;
  }

  /** Opens something of one of the kinds above. */
  void open(int kind) {
    if (open == kinds.length) {
      kinds = Arrays.copyOf(kinds, 2 * open);
      starts = Arrays.copyOf(starts, 2 * open);
    }
    kinds[open] = kind;
    starts[open] = size;
    open++;
  }

  /** Gives the node {@code value} to the innermost lambda, unless a class lies between. */
  void returned(int value) {
    int at = open - 1;
    while (at >= 0 && kinds[at] == SWITCH) {
      at--;
    }
    if (at >= 0 && kinds[at] == LAMBDA) {
      give(at, value);
    }
  }

  /** Gives the node {@code value} to the switch around, if it is the innermost that is open. */
  void yielded(int value) {
    if (open > 0 && kinds[open - 1] == SWITCH) {
      give(open - 1, value);
    }
  }

  private void give(int receiver, int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
      receivers = Arrays.copyOf(receivers, 2 * size);
    }
    values[size] = value;
    receivers[size] = receiver;
    size++;
  }

  /** Closes the innermost, which is a class. */
  void closeClass() {
    open--;
  }

  /** Closes the innermost, a lambda or a switch; the list of what it was given. */
  int close() {
    open--;
    int mark = reading.mark();
    int kept = starts[open];
    for (int i = kept; i < size; i++) {
      if (receivers[i] == open) {
        reading.push(values[i]);
      } else {
        values[kept] = values[i];
        receivers[kept] = receivers[i];
        kept++;
      }
    }
    size = kept;
    return reading.list(mark);
  }
}
