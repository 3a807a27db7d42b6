package dev.sextant.workspace;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that graphs occupy, over all workspaces, with what their builds left for the next ones.
 *
 * <p><i>Loaded</i> bytes belong to graphs that are published; <i>retained</i> bytes to superseded
 * graphs that some lease still reads. A graph is in exactly one of the two, and leaves the second
 * when its last lease is closed.
 *
 * <p><b>Threads:</b> thread-safe. The figures are read one by one: their sum is exact only while
 * nothing is published or closed.
 */
public final class GraphCharges {
  private final AtomicLong loadedBytes = new AtomicLong();
  private final AtomicLong retainedBytes = new AtomicLong();
  private final AtomicLong highWaterBytes = new AtomicLong();
  private final AtomicLong openLeases = new AtomicLong();

  GraphCharges() {}

  /** Bytes of published graphs and of what their builds left. */
  public long loadedBytes() {
    return loadedBytes.get();
  }

  /** Bytes of superseded graphs that are still read. */
  public long retainedBytes() {
    return retainedBytes.get();
  }

  /** The most that loaded and retained bytes came to since the process started. */
  public long highWaterBytes() {
    return highWaterBytes.get();
  }

  /** Number of leases that are open. */
  public long openLeases() {
    return openLeases.get();
  }

  void load(long bytes) {
    long loaded = loadedBytes.addAndGet(bytes);
    highWaterBytes.accumulateAndGet(loaded + retainedBytes.get(), Math::max);
  }

  /** A graph is published no more; of its bytes {@code dropped} more are gone. */
  void supersede(long bytes, long dropped) {
    retainedBytes.addAndGet(bytes);
    loadedBytes.addAndGet(-bytes - dropped);
  }

  void free(long bytes) {
    retainedBytes.addAndGet(-bytes);
  }

  void leaseOpened() {
    openLeases.incrementAndGet();
  }

  void leaseClosed() {
    openLeases.decrementAndGet();
  }
}
