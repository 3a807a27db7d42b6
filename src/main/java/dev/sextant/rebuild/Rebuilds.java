package dev.sextant.rebuild;

import dev.sextant.rebuild.RebuildException.Kind;
import dev.sextant.workspace.BuildAttempt;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.WorkspaceKey;
import dev.sextant.workspace.WorkspaceState;
import dev.sextant.workspace.Workspaces;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * The entry of the runtime: loads, rebuilds and drops workspaces.
 *
 * <p>A {@code Uni} returned here places its request when it is subscribed to; the {@code start}
 * methods place it at once. Giving up waiting does not cancel a build: others may wait for it, and
 * only {@link #cancelRebuild}, an unload or {@link #close} stops it.
 *
 * <p><b>Threads:</b> thread-safe. Outcomes are delivered on the thread that ended the build, which
 * must not be blocked. {@link #startLoad} and {@link #close} block; nothing else does.
 *
 * <p><b>Errors:</b> {@link RebuildException}, thrown or as the failure of the {@code Uni}.
 */
public final class Rebuilds implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Rebuilds.class.getName());
  private static final int MAX_LOAD_TRIES = 1_000;

  private final Workspaces workspaces;
  private final RebuildSettings settings;
  private final Executor blockingExecutor;
  private final Lanes lanes;
  // Written once, before the lanes are closed: whoever read false has made a lane that is closed.
  private volatile boolean closing;

  /**
   * A runtime with nothing loaded.
   *
   * @param scheduler runs the tries that follow failed builds
   * @param blockingExecutor runs the few file system calls of a load
   * @param nanoClock measures how long a build has been cancelled
   */
  public Rebuilds(
      Workspaces workspaces,
      RebuildPipeline pipeline,
      RebuildSettings settings,
      Scheduler scheduler,
      Executor blockingExecutor,
      InstantSource clock,
      LongSupplier nanoClock) {
    this.workspaces = workspaces;
    this.settings = settings;
    this.blockingExecutor = blockingExecutor;
    this.lanes = new Lanes(workspaces, pipeline, scheduler, clock, nanoClock);
  }

  /** Loads a folder; completes when it serves a good graph. Joins a build under way. */
  public Uni<LoadedWorkspace> load(LoadRequest request) {
    return Uni.createFrom()
        .item(() -> place(request))
        .runSubscriptionOn(blockingExecutor)
        .chain(PlacedLoad::served);
  }

  /**
   * Starts loading a folder, or joins a build under way, and does not wait for it.
   *
   * <p><b>Threads:</b> makes a few file system calls; not for an event loop.
   */
  public LoadedWorkspace startLoad(LoadRequest request) {
    return place(request).workspace();
  }

  /**
   * Brings an evicted workspace back; completes when it serves a good graph. Joins a build under
   * way.
   */
  public Uni<LoadedWorkspace> bringBack(LoadedWorkspace workspace) {
    return Uni.createFrom()
        .deferred(
            () -> {
              refuseClosing();
              return lanes
                  .join(workspace)
                  .orElseThrow(
                      () ->
                          new RebuildException(
                              Kind.NOT_LOADED,
                              "load " + workspace.id() + ": it was unloaded; load it again"));
            });
  }

  /** Builds the workspace again, after the build under way if there is one. */
  public Uni<RebuildOutcome> rebuild(LoadedWorkspace workspace, RebuildMode mode) {
    return Uni.createFrom().deferred(() -> place(workspace, mode, changesOf(workspace)));
  }

  /** Builds the workspace again for changes that its watch has seen. */
  Uni<RebuildOutcome> rebuild(LoadedWorkspace workspace, SeenChanges changes) {
    return Uni.createFrom().deferred(() -> place(workspace, RebuildMode.AUTO, changes));
  }

  /** Starts, or parks, a rebuild and does not wait for it. */
  public void startRebuild(LoadedWorkspace workspace, RebuildMode mode) {
    var _ = place(workspace, mode, changesOf(workspace));
  }

  /**
   * Cancels the build under way and the parked one; the state is then what it was before them, and
   * a workspace whose first load is cancelled is forgotten. False when there was nothing to cancel,
   * or it was too late to.
   */
  public boolean cancelRebuild(LoadedWorkspace workspace) {
    return lanes.cancel(workspace, "cancelled on request");
  }

  /** Forgets a workspace; a build under way never publishes. Harmless when there is none. */
  public Unloaded unload(String workspaceIdOrAlias, UnloadForce force) {
    Optional<LoadedWorkspace> found = workspaces.findRoot(workspaceIdOrAlias);
    if (found.isEmpty()) {
      return new Unloaded(workspaceIdOrAlias, false, false);
    }
    LoadedWorkspace workspace = found.get();
    refusePinned(workspace, force, "unload");
    boolean cancelled = lanes.remove(workspace, "workspace unloaded");
    return new Unloaded(workspace.id(), true, cancelled);
  }

  /**
   * Drops the graph of a workspace and keeps the workspace, its pin and its last error. Refused
   * while it loads; while it is rebuilt, refused and the build cancelled, so that it can be tried
   * again shortly.
   */
  public LoadedWorkspace reset(String workspaceIdOrAlias, UnloadForce force) {
    LoadedWorkspace workspace = require(workspaceIdOrAlias, "reset");
    refusePinned(workspace, force, "reset");
    if (workspace.state() == WorkspaceState.LOADING) {
      throw new RebuildException(
          Kind.BUILDING,
          "reset " + workspace.id() + ": it is loading; wait for that or cancel the build first");
    }
    boolean busy = lanes.isBusy(workspace);
    if (busy) {
      lanes.cancel(workspace, "workspace reset");
    }
    if (busy || !workspace.reset()) {
      throw new RebuildException(
          Kind.BUILDING,
          "reset "
              + workspace.id()
              + ": it was being rebuilt and that is cancelled now; try again in a moment");
    }
    return workspace;
  }

  /** Exempts a workspace from eviction; false when it already was. */
  public boolean pin(String workspaceIdOrAlias) {
    return require(workspaceIdOrAlias, "pin").notes().pin();
  }

  /** Makes a workspace evictable again; false when it already was. */
  public boolean unpin(String workspaceIdOrAlias) {
    return require(workspaceIdOrAlias, "unpin").notes().unpin();
  }

  /** The builds under way, those of workspaces that were unloaded in the meantime included. */
  public List<BuildAttempt> attempts() {
    return lanes.attempts();
  }

  /** Whether requests are taken: true until {@link #close}. */
  public boolean isOpen() {
    return !closing;
  }

  /** Refuses new requests, cancels all builds and waits, for a bounded time, until they ended. */
  @Override
  public void close() {
    closing = true;
    lanes.closeAll("shutting down");
    try {
      lanes.ends().get(settings.closeGrace().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} builds did not stop within {1}; they are left behind",
          lanes.attempts().size(),
          settings.closeGrace());
    } catch (ExecutionException failure) {
      LOG.log(System.Logger.Level.ERROR, "waiting for builds to stop", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A load that was placed: the workspace, and the wait until it serves a good graph. */
  private record PlacedLoad(LoadedWorkspace workspace, Uni<LoadedWorkspace> served) {}

  private PlacedLoad place(LoadRequest request) {
    Path root = settings.roots().admit(request.root(), request.mode());
    WorkspaceKey key =
        new WorkspaceKey(
            root,
            request.mode(),
            settings.configurationFingerprint(),
            request.scip().map(file -> settings.roots().admitFile(root, file)));
    // Each further try means that somebody unloaded the workspace between two of our steps.
    for (int tries = 0; tries < MAX_LOAD_TRIES; tries++) {
      LoadedWorkspace workspace = workspaces.findOrAdd(key, lanes::add);
      refuseClosing();
      if (!workspace.key().serves(key)) {
        replace(workspace, key);
        continue;
      }
      workspace.notes().touch();
      Optional<Uni<LoadedWorkspace>> served = lanes.join(workspace);
      if (served.isPresent()) {
        if (request.pin()) {
          workspace.notes().pin();
        }
        return new PlacedLoad(workspace, served.get());
      }
      // Whoever closed its lane is about to forget it; helping is quicker than waiting for that.
      lanes.forget(workspace);
    }
    throw new RebuildException(
        Kind.BUSY, "load " + key.root() + ": others keep unloading it; try again later");
  }

  /**
   * What is pending may be so because a build failed, and may hide behind times that are as before.
   */
  private static SeenChanges changesOf(LoadedWorkspace workspace) {
    return workspace.pendingFiles().count() > 0 ? SeenChanges.ANYWHERE : SeenChanges.UNKNOWN;
  }

  private Uni<RebuildOutcome> place(
      LoadedWorkspace workspace, RebuildMode mode, SeenChanges changes) {
    refuseClosing();
    workspace.notes().touch();
    Optional<Uni<RebuildOutcome>> placed =
        workspace.state() == WorkspaceState.EVICTED
            ? Optional.empty()
            : lanes.place(workspace, mode, changes);
    return placed.orElseThrow(
        () ->
            new RebuildException(
                Kind.NOT_LOADED,
                "rebuild " + workspace.id() + ": it was unloaded or evicted; load it again"));
  }

  private void replace(LoadedWorkspace workspace, WorkspaceKey wanted) {
    if (workspace.notes().isPinned() || lanes.isBusy(workspace)) {
      throw new RebuildException(
          Kind.BUSY,
          "load "
              + wanted.root()
              + " as "
              + wanted.settingsText()
              + ": it is pinned or being built as "
              + workspace.key().settingsText()
              + "; load it as that, or unload it first");
    }
    lanes.remove(workspace, "loaded with other settings");
    LOG.log(System.Logger.Level.INFO, "{0} is loaded again with other settings", workspace.id());
  }

  private void refuseClosing() {
    if (closing) {
      throw new RebuildException(
          Kind.BUSY, "the service is shutting down; ask again when it is back");
    }
  }

  private LoadedWorkspace require(String workspaceIdOrAlias, String doing) {
    return workspaces
        .findRoot(workspaceIdOrAlias)
        .orElseThrow(
            () ->
                new RebuildException(
                    Kind.NOT_LOADED,
                    doing + " " + workspaceIdOrAlias + ": no such workspace; load it first"));
  }

  private static void refusePinned(LoadedWorkspace workspace, UnloadForce force, String doing) {
    if (force == UnloadForce.RESPECT_PIN && workspace.notes().isPinned()) {
      throw new RebuildException(
          Kind.PINNED, doing + " " + workspace.id() + ": it is pinned; unpin it, or use force");
    }
  }
}
