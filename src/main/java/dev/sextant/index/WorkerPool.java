package dev.sextant.index;

/** Stand-in. */
public final class WorkerPool implements AutoCloseable {
  /** Stand-in. */
  public WorkerPool(int threads) {}

  @Override
  public void close() {}
}
