package dev.sextant.query;

import dev.sextant.graph.Evidence;

/**
 * How many occurrences an answer left out because their evidence was below the asked floor.
 *
 * @param typed those whose receiver type was inferred
 * @param imported those found by import or package
 * @param named those of which only the name matched
 */
public record BelowFloor(int typed, int imported, int named) {
  /** Nothing left out. */
  public static final BelowFloor NONE = new BelowFloor(0, 0, 0);

  /** All that were left out. */
  public int total() {
    return typed + imported + named;
  }

  /** Counts what falls below a floor; confined to one call. */
  static final class Counter {
    private final Evidence floor;
    private int typed;
    private int imported;
    private int named;

    Counter(Evidence floor) {
      this.floor = floor;
    }

    /** Whether {@code evidence} reaches the floor; counts it when it does not. */
    boolean admits(Evidence evidence) {
      if (evidence.atLeast(floor)) {
        return true;
      }
      switch (evidence) {
        case EXACT -> throw new IllegalStateException("nothing is stronger than exact evidence");
        case TYPED -> typed++;
        case IMPORTED -> imported++;
        case NAMED -> named++;
      }
      return false;
    }

    BelowFloor counted() {
      return new BelowFloor(typed, imported, named);
    }
  }
}
