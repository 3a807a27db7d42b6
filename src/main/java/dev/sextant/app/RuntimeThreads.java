package dev.sextant.app;

import dev.sextant.rebuild.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that drive builds and load requests; the parsing itself has threads of its own.
 *
 * <p><b>Threads:</b> thread-safe.
 */
final class RuntimeThreads {
  private final ExecutorService passes;
  private final ExecutorService blocking;
  private final ExecutorService persisting;
  private final ScheduledThreadPoolExecutor timer;

  /** At most {@code builds} builds make progress at the same time; there are at least two. */
  RuntimeThreads(int builds) {
    passes =
        Executors.newFixedThreadPool(
            Math.max(2, builds), Thread.ofPlatform().name("rebuild-", 0).daemon(true).factory());
    persisting =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("persist-", 0).daemon(true).factory());
    timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("rebuild-timer").daemon(true).factory());
    timer.setRemoveOnCancelPolicy(true);
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

  /** Starts what is to happen later; its tasks are short. */
  Scheduler scheduler() {
    return (delay, task) -> {
      try {
        Future<?> planned = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> planned.cancel(false);
      } catch (RejectedExecutionException _) {
        // The process ends: there is no later.
        return () -> {};
      }
    };
  }

  /** Begins nothing any more, and waits until what runs has ended, or {@code longest} is over. */
  void close(Duration longest) {
    timer.shutdownNow();
    passes.shutdown();
    blocking.shutdown();
    persisting.shutdown();
    try {
      long end = System.nanoTime() + longest.toNanos();
      boolean ended = true;
      for (ExecutorService one : List.of(passes, blocking, persisting)) {
        ended &= one.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
      if (!ended) {
        System.getLogger(RuntimeThreads.class.getName())
            .log(System.Logger.Level.WARNING, "rebuild threads are left behind");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
