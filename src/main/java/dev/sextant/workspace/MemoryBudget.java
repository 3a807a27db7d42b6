package dev.sextant.workspace;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that graphs may occupy, over all workspaces, and what they do.
 *
 * <p><i>Loaded</i> bytes belong to graphs that are published, with what the next build goes on
 * from; <i>retained</i> bytes to superseded graphs that some lease still reads; <i>reserved</i>
 * bytes were promised to builds under way. The three together are <i>committed</i>. A graph is
 * first reserved, then loaded, then retained until its last lease is closed, and never counted
 * twice.
 *
 * <p>A promise is only given within the limit. What is there is never dropped to keep it: a
 * superseded graph may be read for longer than anybody reckoned with, and is counted until then.
 *
 * <p><b>Threads:</b> thread-safe. One lock guards all figures, so that they add up; it is a leaf:
 * nothing is called while it is held.
 */
public final class MemoryBudget {
  /**
   * What is occupied at one moment, in bytes.
   *
   * @param limitBytes what promises must keep within
   * @param highWaterBytes the most that loaded and retained bytes came to since the process started
   */
  public record Figures(
      long limitBytes,
      long loadedBytes,
      long reservedBytes,
      long retainedBytes,
      long highWaterBytes) {
    /** Loaded, reserved and retained bytes together. */
    public long committedBytes() {
      return loadedBytes + reservedBytes + retainedBytes;
    }

    /** How many bytes have to be given back before {@code bytes} more fit; 0 when they do. */
    public long shortfall(long bytes) {
      return Math.max(0, Math.addExact(committedBytes(), bytes) - limitBytes);
    }
  }

  private final long limitBytes;
  private final RetainedGraphs retained = new RetainedGraphs();
  private final AtomicLong openLeases = new AtomicLong();
  private final Object lock = new Object();

  @GuardedBy("lock")
  private long loadedBytes;

  @GuardedBy("lock")
  private long reservedBytes;

  @GuardedBy("lock")
  private long retainedBytes;

  @GuardedBy("lock")
  private long highWaterBytes;

  /** A budget of which nothing is used. */
  public MemoryBudget(long limitBytes) {
    if (limitBytes <= 0) {
      throw new IllegalArgumentException(
          "a budget of " + limitBytes + " bytes: it must have one at least");
    }
    this.limitBytes = limitBytes;
  }

  /** What is occupied now. */
  public Figures figures() {
    synchronized (lock) {
      return new Figures(limitBytes, loadedBytes, reservedBytes, retainedBytes, highWaterBytes);
    }
  }

  /** The graphs that the retained bytes belong to. */
  public RetainedGraphs retained() {
    return retained;
  }

  /** Number of leases that are open. */
  public long openLeases() {
    return openLeases.get();
  }

  /** Promises {@code bytes} to a build; empty when they do not fit. */
  public Optional<Reservation> reserve(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("reserving " + bytes + " bytes: it must be 0 or more");
    }
    synchronized (lock) {
      if (bytes > limitBytes - committed()) {
        return Optional.empty();
      }
      reservedBytes += bytes;
    }
    return Optional.of(new Reservation(this, bytes));
  }

  /**
   * Makes a promise of {@code before} bytes one of {@code after}; false when that does not fit.
   *
   * @param credit bytes that will be given back when the promise is used
   */
  boolean resize(long before, long after, long credit) {
    synchronized (lock) {
      if (after > before && after - before > limitBytes - committed() + credit) {
        return false;
      }
      reservedBytes += after - before;
      return true;
    }
  }

  /** A promise was used for a graph of that size. */
  void load(long bytes) {
    synchronized (lock) {
      reservedBytes -= bytes;
      loadedBytes += bytes;
      highWaterBytes = Math.max(highWaterBytes, loadedBytes + retainedBytes);
    }
  }

  /** A promise was not used. */
  void giveBack(long bytes) {
    synchronized (lock) {
      reservedBytes -= bytes;
    }
  }

  /** What was kept to go on from a graph is gone. */
  void dropState(long bytes) {
    synchronized (lock) {
      loadedBytes -= bytes;
    }
  }

  /** A graph is no longer served; it may still be read. */
  void supersede(long bytes) {
    synchronized (lock) {
      loadedBytes -= bytes;
      retainedBytes += bytes;
    }
  }

  /** Nobody reads a superseded graph any more. */
  void free(long bytes) {
    synchronized (lock) {
      retainedBytes -= bytes;
    }
  }

  void leaseOpened() {
    openLeases.incrementAndGet();
  }

  void leaseClosed() {
    openLeases.decrementAndGet();
  }

  @GuardedBy("lock")
  private long committed() {
    return loadedBytes + reservedBytes + retainedBytes;
  }
}
