package dev.sextant.rebuild;

import dev.sextant.rebuild.RebuildException.Kind;
import dev.sextant.workspace.BuildAttempt;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.WorkspaceState;
import dev.sextant.workspace.Workspaces;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The lanes of all workspaces, and the builds that run on them.
 *
 * <p>A workspace has a lane from before anybody can find it until after nobody can.
 *
 * <p><b>Threads:</b> thread-safe; holds no lock while a build starts or ends.
 */
final class Lanes {
  private final Workspaces workspaces;
  private final RebuildPipeline pipeline;
  private final InstantSource clock;
  private final LongSupplier nanoClock;
  private final Retries retries;
  private final ConcurrentMap<LoadedWorkspace, RebuildLane> byWorkspace = new ConcurrentHashMap<>();
  // Outlives the lanes: the build of an unloaded workspace is here until it has stopped.
  private final Set<RebuildRun> underWay = ConcurrentHashMap.newKeySet();
  // Those whose waiters were not told yet, which comes last.
  private final Set<RebuildRun> owing = ConcurrentHashMap.newKeySet();

  Lanes(
      Workspaces workspaces,
      RebuildPipeline pipeline,
      Scheduler scheduler,
      InstantSource clock,
      LongSupplier nanoClock) {
    this.workspaces = workspaces;
    this.pipeline = pipeline;
    this.clock = clock;
    this.nanoClock = nanoClock;
    this.retries = new Retries(scheduler, clock, this::buildAgain);
  }

  void add(LoadedWorkspace workspace) {
    byWorkspace.put(workspace, new RebuildLane(workspace, nanoClock));
  }

  /** Asks for a build that starts after now, and gives its outcome; empty when unloaded. */
  Optional<Uni<RebuildOutcome>> place(
      LoadedWorkspace workspace, RebuildMode mode, SeenChanges changes) {
    RebuildLane lane = byWorkspace.get(workspace);
    if (lane == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return switch (lane.place(RebuildRequest.of(mode, changes, now), now)) {
      case Placement.Start(RebuildRun run) -> Optional.of(start(workspace, lane, run));
      case Placement.Wait(CompletableFuture<RebuildOutcome> outcome) ->
          Optional.of(SharedOutcome.of(outcome));
      case Placement.Satisfied(), Placement.Closed() -> Optional.empty();
    };
  }

  /** Asks for a good graph, and gives the wait until it is there; empty when unloaded. */
  Optional<Uni<LoadedWorkspace>> join(LoadedWorkspace workspace) {
    RebuildLane lane = byWorkspace.get(workspace);
    if (lane == null) {
      return Optional.empty();
    }
    return switch (lane.join(clock.instant())) {
      case Placement.Start(RebuildRun run) ->
          Optional.of(start(workspace, lane, run).replaceWith(workspace));
      case Placement.Wait(CompletableFuture<RebuildOutcome> outcome) ->
          Optional.of(SharedOutcome.of(outcome).replaceWith(workspace));
      case Placement.Satisfied() -> Optional.of(Uni.createFrom().item(workspace));
      case Placement.Closed() -> Optional.empty();
    };
  }

  boolean isBusy(LoadedWorkspace workspace) {
    RebuildLane lane = byWorkspace.get(workspace);
    return lane != null && lane.isBusy();
  }

  /** Cancels the build under way and the parked request; false when neither could be. */
  boolean cancel(LoadedWorkspace workspace, String cause) {
    RebuildLane lane = byWorkspace.get(workspace);
    return lane != null && cancel(workspace, lane.drop(), cause);
  }

  /** Cancels like {@link #cancel}, refuses every further request, and forgets the workspace. */
  boolean remove(LoadedWorkspace workspace, String cause) {
    RebuildLane lane = byWorkspace.get(workspace);
    boolean cancelled = lane != null && cancel(workspace, lane.close(), cause);
    forget(workspace);
    return cancelled;
  }

  /** Cancels everything and refuses every further request. */
  void closeAll(String cause) {
    byWorkspace.forEach(
        (workspace, lane) -> {
          cancel(workspace, lane.close(), cause);
          retries.cancel(workspace);
        });
  }

  List<BuildAttempt> attempts() {
    return underWay.stream().map(RebuildRun::attempt).toList();
  }

  /**
   * Completes when the builds that are under way now have ended, however they end, and those who
   * wait for them were told.
   */
  CompletableFuture<Void> ends() {
    return CompletableFuture.allOf(
        owing.stream().map(RebuildRun::ended).toArray(CompletableFuture<?>[]::new));
  }

  private Uni<RebuildOutcome> start(LoadedWorkspace workspace, RebuildLane lane, RebuildRun run) {
    retries.cancel(workspace);
    owing.add(run);
    underWay.add(run);
    CompletableFuture<RebuildOutcome> answer = run.request().outcome();
    var _ =
        pipeline
            .build(workspace, run)
            .subscribe()
            .with(
                outcome -> end(workspace, lane, run, () -> answer.complete(outcome)),
                failure -> end(workspace, lane, run, () -> answer.completeExceptionally(failure)));
    return SharedOutcome.of(answer);
  }

  private void buildAgain(LoadedWorkspace workspace) {
    var _ = place(workspace, RebuildMode.AUTO, SeenChanges.ANYWHERE);
  }

  /** Frees the lane before anybody is answered, so that an answer never meets its own build. */
  private void end(
      LoadedWorkspace workspace, RebuildLane lane, RebuildRun run, Runnable answering) {
    // Those who wait for one that was superseded are answered by its successor.
    boolean answered = !run.attempt().isSuperseded();
    try {
      Optional<RebuildRun> next = lane.finished(clock.instant());
      if (next.isPresent()) {
        var _ = start(workspace, lane, next.get());
      } else if (workspace.state() == WorkspaceState.FAILED && !run.attempt().isCancelled()) {
        retries.plan(workspace);
      }
      if (wasNeverBuilt(workspace) && lane.closeIfIdle()) {
        forget(workspace);
      }
    } finally {
      underWay.remove(run);
      if (answered) {
        answering.run();
      }
      owing.remove(run);
      run.ended().complete(null);
    }
  }

  /** Whether all that ever happened to the workspace is a load that was cancelled. */
  private static boolean wasNeverBuilt(LoadedWorkspace workspace) {
    return workspace.state() == WorkspaceState.UNLOADED
        && workspace.lastGoodAt().isEmpty()
        && workspace.lastError().isEmpty();
  }

  /** Forgets a workspace whose lane is closed; harmless when that has happened. */
  void forget(LoadedWorkspace workspace) {
    workspaces.remove(workspace);
    byWorkspace.remove(workspace);
    retries.cancel(workspace);
  }

  private boolean cancel(LoadedWorkspace workspace, RebuildLane.Dropped dropped, String cause) {
    boolean stopped = dropped.running().map(run -> run.attempt().cancel(cause)).orElse(false);
    Consumer<RebuildRequest> refuse =
        request ->
            request
                .outcome()
                .completeExceptionally(
                    new RebuildException(
                        Kind.CANCELLED,
                        "build "
                            + workspace.id()
                            + " was cancelled before it began: "
                            + cause
                            + "; request it again if wanted"));
    dropped.parked().ifPresent(refuse);
    return stopped || dropped.parked().isPresent();
  }
}
