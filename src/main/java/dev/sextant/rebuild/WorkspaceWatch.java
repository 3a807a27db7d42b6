package dev.sextant.rebuild;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.cancellation.CancelledException;
import dev.sextant.graph.TreeState;
import dev.sextant.persist.Persistence;
import dev.sextant.source.TreeChanges;
import dev.sextant.watch.ChangeSet;
import dev.sextant.watch.TreeWatcher;
import dev.sextant.watch.Watch;
import dev.sextant.watch.WatchListener;
import dev.sextant.watch.WatchMode;
import dev.sextant.watch.WatchStatus;
import dev.sextant.watch.WatchedTree;
import dev.sextant.workspace.BuildAttempt;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.WatchedBy;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The watch over the files of one workspace: lets it be built again when they change, and notes on
 * it what its graph does not have.
 *
 * <p>Files that changed between being read and the watch being armed are found by comparing the
 * tree once, when it is armed.
 *
 * <p><b>Threads:</b> thread-safe. Its lock orders notes; builds are not placed under it.
 */
final class WorkspaceWatch implements WatchListener, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(WorkspaceWatch.class.getName());

  private final LoadedWorkspace workspace;
  private final Rebuilds rebuilds;
  private final Persistence persistence;
  private final Executor blocking;
  private final UnbuiltChanges unbuilt = new UnbuiltChanges();
  private final Cancellation cancellation = new Cancellation();

  /** How the build for what was handed on last ends: whether it has that. */
  private volatile CompletableFuture<Boolean> latest = CompletableFuture.completedFuture(true);

  private volatile long generationAtBegin;
  private volatile CompletableFuture<Boolean> armed = new CompletableFuture<>();

  // Absent for a moment: the listener is there before what it listens to.
  private volatile @Nullable Watch watch;

  private volatile boolean closed;

  /**
   * Of a workspace that serves a graph.
   *
   * @param blocking runs the comparison of the tree with what the graph was made of
   */
  WorkspaceWatch(
      LoadedWorkspace workspace, Rebuilds rebuilds, Persistence persistence, Executor blocking) {
    this.workspace = workspace;
    this.rebuilds = rebuilds;
    this.persistence = persistence;
    this.blocking = blocking;
  }

  /** Begins to watch. */
  void begin(TreeWatcher watcher, WatchedTree tree) {
    Watch begun = watcher.watch(tree, this);
    watch = begun;
    armed = begun.armed().toCompletableFuture().thenApply(_ -> true);
    compareLater();
  }

  private void compareLater() {
    var _ = armed.thenRunAsync(this::compare, blocking).exceptionally(this::notCompared);
  }

  LoadedWorkspace workspace() {
    return workspace;
  }

  @Override
  public void seen() {
    note();
  }

  @Override
  public void settled(ChangeSet changes) {
    if (changes.isOfTheRepositoryOnly()) {
      note();
      return;
    }
    unbuilt.add(changes);
    note();
    latest = build(unbuilt.seen(), changes.clock());
  }

  @Override
  public void modeChanged(WatchStatus status) {
    if (status.mode() == WatchMode.EVENTS) {
      LOG.log(
          System.Logger.Level.INFO, "{0}: changes of files are noticed by events", workspace.id());
    } else {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0}: watching is {1}: {2}",
          workspace.id(),
          by(status.mode()).wireName(),
          status.reason());
    }
    synchronized (this) {
      if (!closed) {
        workspace.notes().watchedBy(by(status.mode()));
      }
    }
  }

  /** A build of the workspace begins to read files. */
  void buildBegins() {
    generationAtBegin = workspace.generation();
    TreeChanges nowhere = new TreeChanges.At(List.of());
    unbuilt.buildBegins(workspace.attempt().map(BuildAttempt::changes).orElse(nowhere));
  }

  /** A build of the workspace was published. */
  void published() {
    unbuilt.published();
    note();
    compareIfUnknown();
  }

  /** No build of the workspace is under way any more, and it serves {@code generation}. */
  void buildEnded(long generation) {
    // Of one that published, more is known when that is told.
    if (generation == generationAtBegin) {
      compareIfUnknown();
    }
  }

  private void compareIfUnknown() {
    if (!unbuilt.isVerified() && armed.isDone()) {
      compareLater();
    }
  }

  /**
   * Completes when every change made before the call is in the graph that is served, with true; or
   * when that is not known or not so, with false.
   *
   * <p><b>Threads:</b> writes a small file when subscribed to.
   */
  Uni<Boolean> sync(Duration longest) {
    Watch begun = watch;
    if (begun == null || !unbuilt.isVerified()) {
      return rebuilt();
    }
    return Uni.createFrom()
        .deferred(() -> SharedOutcome.of(begun.sync(longest)))
        .chain(
            outcome ->
                switch (outcome.kind()) {
                  case SEEN, SCANNED -> built();
                  case TIMED_OUT -> Uni.createFrom().item(false);
                  case OFF -> rebuilt();
                });
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      workspace.notes().watchedBy(WatchedBy.OFF);
    }
    cancellation.cancel("the watch of " + workspace.id() + " was closed");
    Watch begun = watch;
    if (begun != null) {
      begun.close();
    }
  }

  private Uni<Boolean> built() {
    if (unbuilt.isEmpty()) {
      return Uni.createFrom().item(true);
    }
    CompletableFuture<Boolean> last = latest;
    // One that is over and leaves something has failed.
    return last.isDone() ? rebuilt() : SharedOutcome.of(last);
  }

  private Uni<Boolean> rebuilt() {
    return rebuilds.rebuild(workspace, RebuildMode.AUTO).replaceWith(true);
  }

  private CompletableFuture<Boolean> build(SeenChanges changes, long clock) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    var _ =
        rebuilds
            .rebuild(workspace, changes)
            .subscribe()
            .with(
                _ -> {
                  unbuilt.covered(clock);
                  note();
                  done.complete(true);
                },
                failure -> {
                  LOG.log(
                      System.Logger.Level.DEBUG, "building changes of " + workspace.id(), failure);
                  done.complete(false);
                });
    return done;
  }

  /** Finds what changed before changes were noticed. */
  private void compare() {
    unbuilt.armed();
    if (unbuilt.isVerified() || workspace.attempt().isPresent()) {
      // A build under way reads files, some before changes were noticed: its result is compared.
      return;
    }
    long generation = workspace.generation();
    Optional<TreeState> tree = workspace.baseline().tree();
    boolean current =
        tree.isPresent()
            && persistence.isCurrent(workspace, tree.get(), cancellation)
            && workspace.generation() == generation
            && workspace.attempt().isEmpty();
    if (current) {
      unbuilt.verified();
      note();
    } else if (!closed) {
      var _ = build(SeenChanges.UNKNOWN, 0).thenAccept(this::compared);
    }
  }

  private void compared(boolean built) {
    if (built) {
      unbuilt.verified();
      note();
    }
  }

  private @Nullable Void notCompared(Throwable failure) {
    if (!closed && !(failure.getCause() instanceof CancelledException)) {
      LOG.log(System.Logger.Level.WARNING, "comparing " + workspace.id(), failure);
    }
    return null;
  }

  private synchronized void note() {
    long generation = workspace.generation();
    boolean known = workspace.pendingFiles().compared();
    boolean compared = unbuilt.isVerified() || workspace.pendingFiles().count() == 0;
    if (known && compared && !closed) {
      workspace.foundPending(
          generation, unbuilt.with(Optional.ofNullable(watch).map(Watch::pending)));
    }
  }

  private static WatchedBy by(WatchMode mode) {
    return switch (mode) {
      case EVENTS -> WatchedBy.EVENTS;
      case POLLING -> WatchedBy.POLLING;
      case OFF -> WatchedBy.OFF;
    };
  }
}
