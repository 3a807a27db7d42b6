package dev.sextant.index;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.cancellation.CancelledException;
import dev.sextant.source.SourceTreeException;
import dev.sextant.testing.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds that are cancelled stop. {@code -Dcancellation.figures=TREE} prints how long after they
 * do, and where those are that take long.
 */
class CancellationLatencyTest {
  private static final int CANCELLATIONS = Integer.getInteger("cancellation.count", 200);
  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  @TempDir private Path folder;

  /** A cancellation: in which pass it came, and how long after it the build had stopped. */
  private record Stop(Pass pass, long nanos, String where) {}

  @Test
  void everyPassStopsWhenItIsCancelledAtItsFirstProgress() throws Exception {
    Path root = Trees.write(folder, "//- A.java\nclass A { B b; }\n//- B.java\nclass B { A a; }\n");
    for (Pass pass : Pass.values()) {
      var cancellation = new Cancellation();
      PassProgress cancelling =
          (now, done, total) -> {
            if (now == pass) {
              cancellation.cancel("planned");
            }
          };
      try (var workers = new WorkerPool(1)) {
        IndexBuild build = build(root, workers, cancelling, cancellation, Optional.empty());
        // What a pass reports at its end stops the next step; behind the last there is publish.
        CompletableFuture<Void> ended = CompletableFuture.runAsync(() -> runAll(build));
        if (pass == Pass.FINISH) {
          assertThat(ended).succeedsWithin(20, TimeUnit.SECONDS);
        } else {
          assertThat(ended)
              .failsWithin(20, TimeUnit.SECONDS)
              .withThrowableThat()
              .withCauseInstanceOf(CancelledException.class);
        }
      }
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "cancellation.figures", matches = ".+")
  void printsFigures() throws Exception {
    Path root = Path.of(System.getProperty("cancellation.figures", "")).toRealPath();
    long seed = Long.getLong("property.seed", new Random().nextLong());
    Random random = new Random(seed);
    System.out.println("replay with -Dproperty.seed=" + seed);
    List<Stop> stops = new ArrayList<>();
    try (var workers = new WorkerPool(2);
        ExecutorService driver = Executors.newSingleThreadExecutor()) {
      IndexResult whole = whole(root, workers, Optional.empty());
      long[] took = new long[2];
      for (int round = 0; round < 4; round++) {
        long start = System.nanoTime();
        whole = whole(root, workers, incremental(round, whole));
        took[round % 2] = System.nanoTime() - start;
      }
      System.out.printf(
          "whole build %d ms, incremental build %d ms%n", took[0] / 1_000_000, took[1] / 1_000_000);
      for (int round = 0; stops.size() < CANCELLATIONS; round++) {
        Optional<LinkState> before = incremental(round % 10 == 0 ? 1 : 0, whole);
        long delay = (long) (random.nextDouble() * took[before.isPresent() ? 1 : 0]);
        Optional<Stop> stop = stop(root, workers, driver, before, delay);
        stop.ifPresent(stops::add);
        if (stop.isEmpty()) {
          // It had ended by then, so builds take less than that by now.
          int kind = before.isPresent() ? 1 : 0;
          took[kind] = Math.min(took[kind], delay);
        }
      }
    }
    print("all", stops);
    for (Pass pass : Pass.values()) {
      print(pass.wireName(), stops.stream().filter(stop -> stop.pass() == pass).toList());
    }
    stops.stream()
        .filter(stop -> !stop.where().isEmpty())
        .sorted(Comparator.comparingLong(Stop::nanos).reversed())
        .limit(12)
        .forEach(stop -> System.out.println(stop.nanos() / 1_000_000 + " ms in " + stop.where()));
    assertThat(stops).hasSize(CANCELLATIONS);
  }

  private static Optional<LinkState> incremental(int round, IndexResult whole) {
    return round % 2 == 0 ? Optional.empty() : whole.state();
  }

  private IndexResult whole(Path root, WorkerPool workers, Optional<LinkState> before) {
    IndexBuild build = build(root, workers, (pass, done, total) -> {}, new Cancellation(), before);
    runAll(build);
    return build.result();
  }

  private IndexBuild build(
      Path root,
      WorkerPool workers,
      PassProgress progress,
      Cancellation cancellation,
      Optional<LinkState> before) {
    return new IndexBuild(
        root,
        IndexSettings.defaults(folder.resolve("state")),
        workers,
        progress,
        cancellation,
        before);
  }

  /** Cancels a build after {@code delay}; empty when it had ended by then. */
  private Optional<Stop> stop(
      Path root, WorkerPool workers, ExecutorService driver, Optional<LinkState> before, long delay)
      throws Exception {
    var cancellation = new Cancellation();
    AtomicReference<Pass> current = new AtomicReference<>(Pass.WALK);
    AtomicReference<Thread> thread = new AtomicReference<>();
    CountDownLatch begun = new CountDownLatch(1);
    IndexBuild build = build(root, workers, (pass, done, total) -> {}, cancellation, before);
    Future<Long> stopped =
        driver.submit(
            () -> {
              thread.set(Thread.currentThread());
              begun.countDown();
              try {
                for (Pass pass : Pass.values()) {
                  current.set(pass);
                  build.run(pass);
                }
                cancellation.check();
                return -1L;
              } catch (CancelledException expected) {
                return System.nanoTime();
              }
            });
    begun.await();
    LockSupport.parkNanos(delay);
    long asked = System.nanoTime();
    Pass pass = requireNonNull(current.get());
    cancellation.cancel("measured");
    String where = "";
    try {
      var _ = stopped.get(LONG_NANOS, TimeUnit.NANOSECONDS);
    } catch (TimeoutException slow) {
      where = pass + ": " + stacks(requireNonNull(thread.get()));
    }
    try {
      long end = stopped.get();
      return end < 0 ? Optional.empty() : Optional.of(new Stop(pass, end - asked, where));
    } catch (ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }

  private static String stacks(Thread driver) {
    StringBuilder text = new StringBuilder();
    Thread.getAllStackTraces()
        .forEach(
            (thread, frames) -> {
              if (thread.equals(driver) || thread.getName().startsWith("index-worker")) {
                text.append("\n  ").append(thread.getName());
                Arrays.stream(frames).limit(14).forEach(at -> text.append("\n    ").append(at));
              }
            });
    return text.toString();
  }

  private static void print(String name, List<Stop> stops) {
    long[] nanos = stops.stream().mapToLong(Stop::nanos).sorted().toArray();
    if (nanos.length > 0) {
      System.out.printf(
          "%-8s %3d  p50 %.1f  p99 %.1f  max %.1f ms%n",
          name,
          nanos.length,
          nanos[nanos.length / 2] / 1e6,
          nanos[(int) Math.min(nanos.length - 1, Math.ceil(nanos.length * 0.99) - 1)] / 1e6,
          nanos[nanos.length - 1] / 1e6);
    }
  }

  private static void runAll(IndexBuild build) {
    try {
      for (Pass pass : Pass.values()) {
        build.run(pass);
      }
    } catch (SourceTreeException unlistable) {
      throw new AssertionError(unlistable);
    }
  }
}
