package dev.sextant.workspace;

import com.google.errorprone.annotations.concurrent.GuardedBy;

/**
 * Bytes of the {@link MemoryBudget} that were promised to one build.
 *
 * <pre>
 *   held --- load (its graph is published) ---&gt; used
 *     \----- close --------------------------&gt; given back
 * </pre>
 *
 * <p>The first of the two counts. Whoever reserved closes it however the build ends; after a
 * publish that changes nothing.
 *
 * <p><b>Threads:</b> thread-safe. Its lock comes before that of the budget.
 */
public final class Reservation implements AutoCloseable {
  private enum Fate {
    HELD,
    USED,
    GIVEN_BACK
  }

  private final MemoryBudget budget;

  @GuardedBy("this")
  private long bytes;

  @GuardedBy("this")
  private Fate fate = Fate.HELD;

  Reservation(MemoryBudget budget, long bytes) {
    this.budget = budget;
    this.bytes = bytes;
  }

  /** How many bytes were promised. */
  public synchronized long bytes() {
    return bytes;
  }

  /**
   * Asks for {@code wanted} bytes instead; false when they do not fit, and then nothing changes.
   *
   * @param credit bytes that will be given back when this reservation is used
   */
  public synchronized boolean resize(long wanted, long credit) {
    if (fate != Fate.HELD || !budget.resize(bytes, wanted, credit)) {
      return false;
    }
    bytes = wanted;
    return true;
  }

  /** Turns the promise into the bytes of a graph that is served; a second time changes nothing. */
  synchronized void load() {
    if (fate == Fate.GIVEN_BACK) {
      throw new IllegalStateException(
          "a reservation of " + bytes + " bytes was used after it was given back");
    }
    if (fate == Fate.HELD) {
      fate = Fate.USED;
      budget.load(bytes);
    }
  }

  @Override
  public synchronized void close() {
    if (fate == Fate.HELD) {
      fate = Fate.GIVEN_BACK;
      budget.giveBack(bytes);
    }
  }
}
