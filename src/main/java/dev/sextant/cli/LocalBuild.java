package dev.sextant.cli;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.index.Build;
import dev.sextant.index.IndexBuild;
import dev.sextant.index.IndexResult;
import dev.sextant.index.Pass;
import dev.sextant.index.WorkerPool;
import dev.sextant.rebuild.PassTime;
import dev.sextant.source.SourceTreeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A build of a folder in this process, without the service.
 *
 * @param root the folder, without links
 * @param begunAt when it began
 * @param result what was built
 * @param passes how long each pass took
 */
record LocalBuild(Path root, Instant begunAt, IndexResult result, List<PassTime> passes) {
  private static final long STOP_SECONDS = 5;

  /**
   * Builds {@code folder}.
   *
   * <p><b>Threads:</b> blocks; an interrupt from the keyboard ends the build in order, so that no
   * file is taken for one that brought the process down.
   */
  static LocalBuild of(Path folder, CommandSurroundings surroundings) throws CommandFailure {
    Path root = realRoot(folder);
    Cancellation cancellation = new Cancellation();
    CountDownLatch ended = new CountDownLatch(1);
    Thread stop = new Thread(() -> stop(cancellation, ended), "stop-build");
    Runtime.getRuntime().addShutdownHook(stop);
    try (ProgressBar bar = ProgressBar.on(surroundings);
        WorkerPool workers = new WorkerPool(surroundings.processors())) {
      return run(root, new IndexBuild(root, surroundings.index(), workers, bar, cancellation));
    } finally {
      ended.countDown();
      forget(stop);
    }
  }

  /** Takes {@code build} of {@code root} through all passes on this thread. */
  static LocalBuild run(Path root, Build build) throws CommandFailure {
    Instant begunAt = Instant.now();
    List<PassTime> passes = new ArrayList<>();
    for (Pass pass : Pass.values()) {
      long before = System.nanoTime();
      try {
        build.run(pass);
      } catch (SourceTreeException unusable) {
        throw new CommandFailure(ExitCode.FAILED, String.valueOf(unusable.getMessage()));
      }
      passes.add(new PassTime(pass, Duration.ofNanos(System.nanoTime() - before)));
    }
    return new LocalBuild(root, begunAt, build.result(), List.copyOf(passes));
  }

  /** How long all passes took together. */
  Duration total() {
    return passes.stream().map(PassTime::took).reduce(Duration.ZERO, Duration::plus);
  }

  private static Path realRoot(Path folder) throws CommandFailure {
    try {
      Path root = folder.toRealPath();
      if (Files.isDirectory(root)) {
        return root;
      }
    } catch (IOException unreadable) {
      throw new CommandFailure(
          ExitCode.FAILED, "%s cannot be read: %s".formatted(folder, unreadable));
    }
    throw new CommandFailure(
        ExitCode.FAILED, "%s is not a folder: give the root of a source tree".formatted(folder));
  }

  private static void stop(Cancellation cancellation, CountDownLatch ended) {
    cancellation.cancel("the process was asked to end");
    try {
      if (!ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
        System.getLogger(LocalBuild.class.getName())
            .log(System.Logger.Level.WARNING, "the build did not stop in time");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process is ending: the hook is what ended the build.
    }
  }
}
