package dev.sextant.lang;

/** Takes values out of their rows and writes them. Confined to its owner. */
final class ResidualWriter implements Residuals {
  static final int HIT_BITS = 3;
  static final int MANY_HITS = (1 << HIT_BITS) - 1;

  private final ByteRows to;
  private boolean sparse;
  private int hits;

  ResidualWriter(ByteRows to) {
    this.to = to;
  }

  @Override
  public void dense() {
    sparse = false;
  }

  @Override
  public void sparse() {
    sparse = true;
    hits = 0;
  }

  @Override
  public void end() {
    if (sparse) {
      to.addNumber(MANY_HITS);
      to.addNumber(hits);
      to.addNumber(0);
    }
  }

  @Override
  public void pass(int[] rows, int at, int expected) {
    write(ColumnCoding.folded(rows[at] - expected));
  }

  @Override
  public int passPresence(int[] rows, int at, int expected) {
    int present = rows[at] == -1 ? 0 : 1;
    write(present ^ expected);
    return present;
  }

  private void write(int number) {
    if (!sparse) {
      to.addNumber(number);
    } else if (number == 0) {
      hits++;
    } else {
      // Short runs and small differences, which are the most, share a byte.
      if (hits < MANY_HITS && number >>> (Integer.SIZE - HIT_BITS) == 0) {
        to.addNumber(number << HIT_BITS | hits);
      } else {
        to.addNumber(MANY_HITS);
        to.addNumber(hits);
        to.addNumber(number);
      }
      hits = 0;
    }
  }
}
