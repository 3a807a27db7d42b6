package dev.sextant.lang;

/**
 * Columns on their way into bytes or out of them, each value as its difference to the one that was
 * expected, which both ways reckon from what they have passed already.
 *
 * <p><b>Threads:</b> confined to their owner.
 */
sealed interface Residuals permits ResidualWriter, ResidualReader {
  /** Begins a column whose values are seldom the expected ones. */
  void dense();

  /** Begins a column whose values are mostly the expected ones: those cost next to nothing. */
  void sparse();

  /** Ends the column. */
  void end();

  /** Passes the value of {@code rows[at]}, for which {@code expected} was expected. */
  void pass(int[] rows, int at, int expected);

  /**
   * Passes whether {@code rows[at]} has a value, which then passes later; one without is -1.
   *
   * @param expected 1 for a value, 0 for none
   * @return 1 or 0
   */
  int passPresence(int[] rows, int at, int expected);
}
