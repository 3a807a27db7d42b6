package dev.sextant.app;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The threads that drive builds and load requests; the parsing itself has threads of its own.
 *
 * <p><b>Threads:</b> thread-safe. {@link #close} waits a bounded time.
 */
final class RuntimeThreads implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final ExecutorService passes;
  private final ExecutorService blocking;
  private final ExecutorService persisting;

  /** At most {@code builds} builds make progress at the same time; there are at least two. */
  RuntimeThreads(int builds) {
    passes =
        Executors.newFixedThreadPool(
            Math.max(2, builds), Thread.ofPlatform().name("rebuild-", 0).daemon(true).factory());
    persisting =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("persist-", 0).daemon(true).factory());
    blocking = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("load-", 0).factory());
  }

  /** Runs passes; its queue holds at most one task a workspace. */
  ExecutorService passes() {
    return passes;
  }

  /** Runs the file system calls of load requests, each on a virtual thread. */
  ExecutorService blocking() {
    return blocking;
  }

  /** Writes what outlives the process, one after the other; holds two tasks a workspace. */
  ExecutorService persisting() {
    return persisting;
  }

  @Override
  public void close() {
    passes.shutdown();
    blocking.shutdown();
    persisting.shutdown();
    try {
      boolean ended =
          passes.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)
              && blocking.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)
              && persisting.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        System.getLogger(RuntimeThreads.class.getName())
            .log(System.Logger.Level.WARNING, "rebuild threads are left behind");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
