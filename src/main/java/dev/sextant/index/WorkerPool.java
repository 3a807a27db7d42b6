package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * The threads that parse and link, shared by all builds.
 *
 * <p><b>Threads:</b> thread-safe. The caller of {@link #forEach} waits and must not be one of the
 * workers or an event loop. Stacks are large because extractors follow the nesting of the source.
 */
public final class WorkerPool implements AutoCloseable {
  private static final long STACK_BYTES = 64L << 20;

  private final int threads;
  private final ExecutorService executor;

  /** Starts {@code threads} workers, at least one. */
  public WorkerPool(int threads) {
    this.threads = Math.max(1, threads);
    var number = new AtomicInteger();
    executor =
        Executors.newFixedThreadPool(
            this.threads,
            work -> {
              var thread =
                  new Thread(
                      null, work, "index-worker-" + number.incrementAndGet(), STACK_BYTES, false);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** How many items are worked on at once. */
  int threads() {
    return threads;
  }

  /**
   * Does the items 0 to {@code count}, in about that order, and returns when all are done.
   *
   * @param workOf makes the work of worker {@code i}; called on that worker and closed there
   * @param done told how many items are finished, from the workers
   */
  void forEach(
      int count, IntFunction<ItemWork> workOf, Cancellation cancellation, IntConsumer done) {
    var next = new AtomicInteger();
    var finished = new AtomicInteger();
    var failed = new AtomicBoolean();
    List<Future<?>> running = new ArrayList<>();
    for (int worker = 0; worker < Math.min(threads, count); worker++) {
      int id = worker;
      running.add(
          executor.submit(
              () -> {
                try (ItemWork work = workOf.apply(id)) {
                  for (int item; !failed.get() && (item = next.getAndIncrement()) < count; ) {
                    cancellation.check();
                    work.run(item);
                    done.accept(finished.incrementAndGet());
                  }
                } catch (Throwable failure) {
                  failed.set(true);
                  throw failure;
                }
              }));
    }
    awaitAll(running);
    cancellation.check();
  }

  // Waits for every worker also after a failure: their parsers and journals must be closed first.
  private static void awaitAll(List<Future<?>> running) {
    Throwable failure = null;
    boolean interrupted = false;
    for (Future<?> worker : running) {
      for (boolean waiting = true; waiting; ) {
        try {
          worker.get();
          waiting = false;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          failure = failure == null ? e.getCause() : failure;
          waiting = false;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    if (failure != null) {
      throw new IllegalStateException("a worker of the build failed", failure);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
