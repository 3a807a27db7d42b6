package dev.sextant.benchmark;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.index.IndexBuild;
import dev.sextant.index.IndexSettings;
import dev.sextant.index.LinkState;
import dev.sextant.index.Pass;
import dev.sextant.index.WorkerPool;
import dev.sextant.index.cache.FactsCache;
import dev.sextant.testing.RealLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tree that is measured, and the threads that build it: the folder that the system property
 * {@code jmh.tree} names, else Gson.
 *
 * <p><b>Threads:</b> confined to the benchmark's thread.
 */
final class MeasuredTree implements AutoCloseable {
  private final Path scratch;
  private final Path root;
  private final IndexSettings settings;
  private final WorkerPool workers =
      new WorkerPool(Runtime.getRuntime().availableProcessors());

  MeasuredTree() throws IOException {
    scratch = Files.createTempDirectory("sextant-jmh");
    Optional<String> named =
        Optional.ofNullable(System.getProperty("jmh.tree")).filter(name -> !name.isEmpty());
    if (named.isPresent()) {
      root = Path.of(named.get()).toRealPath();
    } else {
      root = Files.createDirectory(scratch.resolve("tree"));
      RealLibrary.copyTo(root);
    }
    settings = IndexSettings.defaults(scratch.resolve("state"));
  }

  Path scratch() {
    return scratch;
  }

  /** A build that has not begun; {@code facts} says whether the facts of files are kept, and {@code before} what it goes on from. */
  IndexBuild build(FactsKept facts, Optional<LinkState> before) {
    IndexSettings used =
        facts == FactsKept.YES
            ? settings
            : new IndexSettings(
                settings.maxFileBytes(),
                settings.parseBudget(),
                settings.stateFolder(),
                settings.libraries(),
                FactsCache.off());
    return new IndexBuild(
        root, used, workers, (pass, done, total) -> {}, new Cancellation(), before);
  }

  static void run(IndexBuild build, List<Pass> passes) throws Exception {
    for (Pass pass : passes) {
      build.run(pass);
    }
  }

  @Override
  public void close() throws IOException {
    workers.close();
    try (Stream<Path> paths = Files.walk(scratch)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Whether a build may find the facts of files that an earlier one has seen. */
  enum FactsKept {
    YES,
    NO
  }
}
