package dev.sextant.workspace;

import com.google.errorprone.annotations.MustBeClosed;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to read one published graph; the graph stays charged until the lease is closed.
 *
 * <p>Take it in a try-with-resources statement and let the answer, not the lease, leave the block.
 *
 * <p><b>Threads:</b> thread-safe. Closing twice is harmless.
 */
public final class GraphLease implements AutoCloseable {
  private final PublishedGraph published;
  private final MemoryBudget budget;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Wraps a reference that was already taken. */
  @MustBeClosed
  GraphLease(PublishedGraph published, MemoryBudget budget) {
    this.published = published;
    this.budget = budget;
    budget.leaseOpened();
  }

  /** The graph that was current when the lease was taken. */
  public PublishedGraph published() {
    return published;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      budget.leaseClosed();
      published.release();
    }
  }
}
