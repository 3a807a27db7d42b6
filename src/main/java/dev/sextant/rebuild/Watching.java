package dev.sextant.rebuild;

import dev.sextant.index.TreeComparison;
import dev.sextant.persist.Persistence;
import dev.sextant.source.WalkSettings;
import dev.sextant.watch.BuildFiles;
import dev.sextant.watch.TreeWatcher;
import dev.sextant.watch.WatchedTree;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.WorkspaceEvent;
import dev.sextant.workspace.WorkspaceEvents;
import dev.sextant.workspace.WorkspaceState;
import dev.sextant.workspace.Workspaces;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;

/**
 * Watches the files of every workspace that serves a graph, and lets it be built again when they
 * change.
 *
 * <p>A workspace is watched from when it serves a graph until it serves none: it was unloaded,
 * reset or evicted.
 *
 * <p><b>Threads:</b> thread-safe. Its lock is held while a watch is begun or ended, and no listener
 * is called under it.
 */
public final class Watching implements AutoCloseable {
  private final Optional<TreeWatcher> watcher;
  private final Workspaces workspaces;
  private final Rebuilds rebuilds;
  private final Persistence persistence;
  private final TreeComparison comparison;
  private final Executor blocking;
  private final ConcurrentMap<String, WorkspaceWatch> byWorkspace = new ConcurrentHashMap<>();
  private final Optional<WorkspaceEvents.Subscription> subscription;
  private volatile boolean closed;

  /**
   * Begins to watch what is loaded from now on.
   *
   * @param watcher notices changes; empty when nothing is to be watched
   * @param comparison says which files count
   * @param blocking runs the comparison of each tree when its watch begins
   */
  public Watching(
      Optional<TreeWatcher> watcher,
      Workspaces workspaces,
      Rebuilds rebuilds,
      Persistence persistence,
      TreeComparison comparison,
      Executor blocking) {
    this.watcher = watcher;
    this.workspaces = workspaces;
    this.rebuilds = rebuilds;
    this.persistence = persistence;
    this.comparison = comparison;
    this.blocking = blocking;
    this.subscription = watcher.map(_ -> workspaces.events().subscribe(this::heard));
  }

  /**
   * Completes with true when every change of files made before the call is in the graph that is
   * served, and with false when that did not become known in time.
   *
   * <p><b>Threads:</b> writes a small file when subscribed to; completes on a thread that must not
   * be blocked.
   *
   * <p><b>Cost:</b> a build only when something changed, or when the tree is not watched.
   *
   * <p><b>Errors:</b> fails as {@link Rebuilds#rebuild} when a build that it takes fails.
   */
  public Uni<Boolean> sync(LoadedWorkspace workspace, Duration longest) {
    return Uni.createFrom()
        .deferred(
            () ->
                watchOf(workspace.id())
                    .filter(watch -> watch.workspace() == workspace)
                    .map(watch -> watch.sync(longest))
                    .orElseGet(
                        () -> rebuilds.rebuild(workspace, RebuildMode.AUTO).replaceWith(true)));
  }

  /** Ends all watches. */
  @Override
  public void close() {
    closed = true;
    subscription.ifPresent(WorkspaceEvents.Subscription::close);
    synchronized (this) {
      byWorkspace.values().forEach(WorkspaceWatch::close);
      byWorkspace.clear();
    }
    watcher.ifPresent(TreeWatcher::close);
  }

  private void heard(WorkspaceEvent event) {
    switch (event) {
      case WorkspaceEvent.StateChanged changed -> {
        if (changed.to() == WorkspaceState.REBUILDING || changed.to() == WorkspaceState.LOADING) {
          watchOf(changed.workspace()).ifPresent(WorkspaceWatch::buildBegins);
        } else {
          look(changed.workspace());
          if (changed.to() == WorkspaceState.LOADED) {
            watchOf(changed.workspace()).ifPresent(watch -> watch.buildEnded(changed.generation()));
          }
        }
      }
      case WorkspaceEvent.GenerationPublished published -> {
        look(published.workspace());
        watchOf(published.workspace()).ifPresent(WorkspaceWatch::published);
      }
      case WorkspaceEvent.RebuildProgressed _, WorkspaceEvent.PinChanged _ -> {}
    }
  }

  private Optional<WorkspaceWatch> watchOf(String workspace) {
    return Optional.ofNullable(byWorkspace.get(workspace));
  }

  /**
   * Makes the watch of a workspace what its state asks for now. Events may overtake each other, so
   * what one says is not relied on.
   */
  private synchronized void look(String id) {
    if (watcher.isEmpty() || closed) {
      return;
    }
    Optional<LoadedWorkspace> serving =
        workspaces
            .findRoot(id)
            .filter(workspace -> !workspace.isRetired() && workspace.generation() > 0);
    Optional<WorkspaceWatch> before = watchOf(id);
    if (before.isPresent() && serving.filter(it -> it == before.get().workspace()).isEmpty()) {
      byWorkspace.remove(id);
      before.get().close();
    }
    if (serving.isPresent() && !byWorkspace.containsKey(id)) {
      LoadedWorkspace workspace = serving.get();
      WorkspaceWatch watch = new WorkspaceWatch(workspace, rebuilds, persistence, blocking);
      byWorkspace.put(id, watch);
      WatchedTree tree =
          new WatchedTree(
              workspace.key().root(),
              WalkSettings.standard(),
              comparison::looksAt,
              BuildFiles::isOne);
      watch.begin(watcher.get(), tree);
    }
  }
}
