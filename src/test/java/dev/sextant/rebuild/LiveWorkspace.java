package dev.sextant.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.index.Build;
import dev.sextant.index.BuildReport;
import dev.sextant.index.BuildSize;
import dev.sextant.index.IndexBuild;
import dev.sextant.index.IndexResult;
import dev.sextant.index.IndexSettings;
import dev.sextant.index.Pass;
import dev.sextant.index.WorkerPool;
import dev.sextant.source.SourceTreeException;
import dev.sextant.testing.TestRuntime;
import dev.sextant.watch.TreeWatcher;
import dev.sextant.watch.WatchSettings;
import dev.sextant.workspace.GraphLease;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.WorkspaceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A real folder that is loaded and watched, with real builds, in a runtime whose retries run when
 * the test says.
 */
final class LiveWorkspace implements AutoCloseable {
  /** Far more than any wait needs; reached by tests that fail only. */
  static final Duration GENEROUS = Duration.ofSeconds(60);

  final TestRuntime runtime;
  final LoadedWorkspace workspace;

  /** What the builds came to that were published, in order. */
  final List<BuildReport> built = new CopyOnWriteArrayList<>();

  private final Path root;
  private final CountDownLatch compared = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final WorkerPool workers = new WorkerPool(2);
  private final Watching watching;
  private final LinkedBlockingQueue<WorkspaceEvent> events = new LinkedBlockingQueue<>();

  private LiveWorkspace(Path root, Path state, TreeWatcher watcher) throws Exception {
    this.root = root;
    runtime = new TestRuntime(threads);
    IndexSettings settings = IndexSettings.defaults(state);
    runtime.builds.opening(
        (key, before, changes, progress, cancellation) ->
            new Recorded(
                new IndexBuild(
                    key.root(),
                    settings,
                    workers,
                    progress,
                    cancellation,
                    before,
                    changes,
                    key.scip())));
    var _ = runtime.events.subscribe(events::add);
    watching = runtime.watching(Optional.of(watcher), this::compare);
    workspace = runtime.load(root).get(GENEROUS.toSeconds(), TimeUnit.SECONDS);
    assertThat(compared.await(GENEROUS.toSeconds(), TimeUnit.SECONDS)).isTrue();
    // The first that is met without a build shows that there is nothing more to build.
    int builds;
    do {
      builds = built.size();
      assertThat(synced()).isTrue();
    } while (builds != built.size());
  }

  private void compare(Runnable comparison) {
    threads.execute(
        () -> {
          comparison.run();
          compared.countDown();
        });
  }

  /** Loads {@code root} and waits until its watch has found nothing more to build. */
  static LiveWorkspace at(Path root, Path state) throws Exception {
    return at(root, state, TreeWatcher.start(settings(), InstantSource.system(), System::nanoTime));
  }

  /** The same, with changes noticed by {@code watcher}. */
  static LiveWorkspace at(Path root, Path state, TreeWatcher watcher) throws Exception {
    return new LiveWorkspace(root.toRealPath(), state, watcher);
  }

  /** Settings with a settle time that a busy machine does not stretch over two bursts. */
  static WatchSettings settings() {
    return new WatchSettings(
        Duration.ofMillis(300),
        Duration.ofSeconds(30),
        Duration.ofMillis(20),
        1,
        Duration.ofMillis(200),
        Duration.ofMillis(20),
        Duration.ofSeconds(20),
        10_000,
        10_000);
  }

  /** Whether all changes up to now are in the graph. */
  boolean synced() {
    return watching
        .sync(workspace, GENEROUS)
        .onFailure(RebuildException.class)
        .recoverWithItem(false)
        .await()
        .atMost(GENEROUS);
  }

  long generation() {
    return workspace.generation();
  }

  /** The build that was published last. */
  BuildReport last() {
    return built.getLast();
  }

  /** Waits until something has become true; looks after each event of the workspace. */
  void until(BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + GENEROUS.toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      var _ = events.poll(10, TimeUnit.MILLISECONDS);
    }
  }

  /** Waits until the graph of this generation is served; by no sync, so that changes settle. */
  void untilGeneration(long generation) throws InterruptedException {
    until(() -> generation() >= generation);
  }

  /** Whether the graph that is served has a symbol of that name. */
  boolean declares(String name) {
    try (GraphLease lease = workspace.lease()) {
      return lease.published().graph().names().find(name) >= 0;
    }
  }

  /** Writes a file of the tree. */
  void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Override
  public void close() {
    watching.close();
    runtime.rebuilds.close();
    threads.shutdownNow();
    workers.close();
  }

  /** A build that is noted when its result is taken. */
  private final class Recorded implements Build {
    private final Build build;

    Recorded(Build build) {
      this.build = build;
    }

    @Override
    public void run(Pass pass) throws SourceTreeException {
      build.run(pass);
    }

    @Override
    public void startOver() {
      build.startOver();
    }

    @Override
    public BuildSize size() {
      return build.size();
    }

    @Override
    public boolean changesNothing() {
      return build.changesNothing();
    }

    @Override
    public IndexResult result() {
      IndexResult result = build.result();
      built.add(result.report());
      return result;
    }
  }
}
