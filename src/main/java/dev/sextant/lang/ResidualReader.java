package dev.sextant.lang;

/** Reads what {@link ResidualWriter} wrote, into rows. Confined to its owner. */
final class ResidualReader implements Residuals {
  private final ByteCursor from;
  private boolean sparse;
  private int hits;
  private int next;

  ResidualReader(ByteCursor from) {
    this.from = from;
  }

  @Override
  public void dense() {
    sparse = false;
  }

  @Override
  public void sparse() {
    sparse = true;
    run();
  }

  /** Reads how many values are as expected, and the difference of the one behind them. */
  private void run() {
    int token = from.number();
    hits = token & ResidualWriter.MANY_HITS;
    next = token >>> ResidualWriter.HIT_BITS;
    if (hits == ResidualWriter.MANY_HITS) {
      hits = from.number();
      next = from.number();
    }
  }

  @Override
  public void end() {
    // The length of a column is known from elsewhere.
  }

  @Override
  public void pass(int[] rows, int at, int expected) {
    rows[at] = expected + ColumnCoding.unfolded(read());
  }

  @Override
  public int passPresence(int[] rows, int at, int expected) {
    int present = read() ^ expected;
    rows[at] = present - 1;
    return present;
  }

  private int read() {
    if (!sparse) {
      return from.number();
    }
    if (hits > 0) {
      hits--;
      return 0;
    }
    int number = next;
    run();
    return number;
  }
}
