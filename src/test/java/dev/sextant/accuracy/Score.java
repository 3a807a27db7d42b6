package dev.sextant.accuracy;

/**
 * How many edges were right.
 *
 * @param expected edges of the key
 * @param claimed edges that Sextant has
 * @param right edges in both
 */
record Score(int expected, int claimed, int right) {
  /** The share of claimed edges that are right; one when nothing is claimed. */
  double precision() {
    return claimed == 0 ? 1 : (double) right / claimed;
  }

  /** The share of expected edges that were found; one when none is expected. */
  double recall() {
    return expected == 0 ? 1 : (double) right / expected;
  }

  /** The harmonic mean of precision and recall. */
  double f1() {
    int all = expected + claimed;
    return all == 0 ? 1 : 2.0 * right / all;
  }

  /** Both counts together. */
  Score plus(Score other) {
    return new Score(expected + other.expected, claimed + other.claimed, right + other.right);
  }
}
