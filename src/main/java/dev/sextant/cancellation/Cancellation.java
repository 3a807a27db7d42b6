package dev.sextant.cancellation;

/**
 * A one-way signal that asks the work holding it to stop at its next check.
 *
 * <p>Work polls it between items (files, edges) and at every pass boundary; nothing is interrupted.
 *
 * <p><b>Threads:</b> thread-safe. Any thread may cancel; the first cause wins.
 */
public final class Cancellation {
  private volatile String cause = "";

  /** Asks the work to stop; {@code cause} (a short phrase) is what {@link #check} reports. */
  public synchronized void cancel(String cause) {
    if (this.cause.isEmpty()) {
      this.cause = cause;
    }
  }

  /** Whether the work was asked to stop. Costs one volatile read. */
  public boolean isCancelled() {
    return !cause.isEmpty();
  }

  /** Returns when the work may go on, throws when it was asked to stop. */
  public void check() throws CancelledException {
    String seen = cause;
    if (!seen.isEmpty()) {
      throw new CancelledException(seen);
    }
  }
}
