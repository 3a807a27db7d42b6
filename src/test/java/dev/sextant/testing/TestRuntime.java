package dev.sextant.testing;

import dev.sextant.index.IndexSettings;
import dev.sextant.index.TreeComparison;
import dev.sextant.persist.Persistence;
import dev.sextant.persist.RememberedFile;
import dev.sextant.persist.SnapshotEvent;
import dev.sextant.persist.SnapshotStore;
import dev.sextant.persist.SnapshotWrites;
import dev.sextant.persist.WorkspaceMemory;
import dev.sextant.rebuild.LoadRequest;
import dev.sextant.rebuild.ModeRule;
import dev.sextant.rebuild.RebuildEnded;
import dev.sextant.rebuild.RebuildPipeline;
import dev.sextant.rebuild.RebuildSettings;
import dev.sextant.rebuild.Rebuilds;
import dev.sextant.rebuild.RootPolicy;
import dev.sextant.rebuild.Watching;
import dev.sextant.watch.TreeWatcher;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.MemoryBudget;
import dev.sextant.workspace.RootMode;
import dev.sextant.workspace.WorkspaceEvents;
import dev.sextant.workspace.Workspaces;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/** A runtime over scripted builds. */
public final class TestRuntime {
  public final ManualClock clock = new ManualClock();
  public final ManualScheduler scheduler = new ManualScheduler(clock);
  public final WorkspaceEvents events = new WorkspaceEvents(8);
  public final Workspaces workspaces;
  public final ScriptedBuilds builds = new ScriptedBuilds();
  public final List<RebuildEnded> ended = new CopyOnWriteArrayList<>();
  public final List<SnapshotEvent> snapshots = new CopyOnWriteArrayList<>();
  public final SnapshotStore store;
  public final SnapshotWrites writes;
  public final WorkspaceMemory memory;
  public final Rebuilds rebuilds;
  private final TreeComparison comparison;
  private final Persistence persistence;

  /** A runtime that may load every folder and keeps nothing. */
  public TestRuntime(Executor passExecutor) {
    this(passExecutor, List.of());
  }

  /** A runtime that may load folders below {@code allowedRoots} and keeps nothing. */
  public TestRuntime(Executor passExecutor, List<Path> allowedRoots) {
    this(passExecutor, allowedRoots, Long.MAX_VALUE / 2);
  }

  /** A runtime that keeps nothing, and whose graphs and builds may take so many bytes. */
  public TestRuntime(Executor passExecutor, List<Path> allowedRoots, long memoryLimitBytes) {
    this(passExecutor, allowedRoots, memoryLimitBytes, Path.of("/nonexistent"), 0, task -> {});
  }

  /**
   * A runtime that keeps what it publishes in {@code stateFolder}; {@code persisting} writes it.
   */
  public static TestRuntime keeping(Path stateFolder, Executor passExecutor, Executor persisting) {
    return keeping(stateFolder, passExecutor, persisting, Long.MAX_VALUE / 2);
  }

  /** The same, whose graphs and builds may take so many bytes. */
  public static TestRuntime keeping(
      Path stateFolder, Executor passExecutor, Executor persisting, long memoryLimitBytes) {
    return new TestRuntime(
        passExecutor, List.of(), memoryLimitBytes, stateFolder, 1L << 30, persisting);
  }

  private TestRuntime(
      Executor passExecutor,
      List<Path> allowedRoots,
      long memoryLimitBytes,
      Path stateFolder,
      long snapshotBytes,
      Executor persisting) {
    workspaces = new Workspaces(clock, events, new MemoryBudget(memoryLimitBytes));
    store = new SnapshotStore(stateFolder.resolve("workspaces"), snapshotBytes, "test", clock);
    writes = new SnapshotWrites(store, persisting, clock, snapshots::add);
    memory =
        WorkspaceMemory.open(
            new RememberedFile(stateFolder.resolve("workspaces.json")), workspaces, persisting);
    comparison = new TreeComparison(IndexSettings.defaults(stateFolder));
    persistence = new Persistence(store, writes, comparison, clock, snapshots::add);
    rebuilds =
        new Rebuilds(
            workspaces,
            new RebuildPipeline(
                builds,
                passExecutor,
                workspaces,
                clock,
                clock,
                ended::add,
                new ModeRule(50),
                persistence),
            new RebuildSettings(
                new RootPolicy(allowedRoots), "fingerprint", Duration.ofSeconds(10)),
            scheduler::after,
            Runnable::run,
            clock,
            clock);
  }

  /** Watching of nothing. */
  public Watching unwatched() {
    return watching(Optional.empty(), Runnable::run);
  }

  /**
   * Watching by {@code watcher}, of what is loaded from now on; {@code blocking} compares trees.
   */
  public Watching watching(Optional<TreeWatcher> watcher, Executor blocking) {
    return new Watching(watcher, workspaces, rebuilds, persistence, comparison, blocking);
  }

  /** Places a load of {@code root}. */
  public CompletableFuture<LoadedWorkspace> load(Path root) {
    return placed(rebuilds.load(new LoadRequest(root, RootMode.WORKSPACE_FOLDER, false)));
  }

  /** Places {@code request}. */
  public static <T> CompletableFuture<T> placed(Uni<T> request) {
    return request.subscribeAsCompletionStage();
  }
}
