package dev.sextant.rebuild;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.sextant.workspace.BuildAttempt;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.WorkspaceState;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The queue of one workspace: at most one build that runs and one request that is parked.
 *
 * <p>Requests that come while a build runs are coalesced into the parked one; it is the next to
 * run. A build under way never takes on a later request, because it may have read the files
 * already. It may be given up for one, see {@link SupersedeRule}: then both are the next to run.
 *
 * <p><b>Threads:</b> thread-safe. The lock is held for a few instructions; nothing of another
 * package that could block or call back is called under it.
 */
final class RebuildLane {
  /** What was taken off a lane. */
  record Dropped(Optional<RebuildRun> running, Optional<RebuildRequest> parked) {}

  private final LoadedWorkspace workspace;
  private final LongSupplier nanoClock;

  @GuardedBy("this")
  private @Nullable RebuildRun running;

  @GuardedBy("this")
  private @Nullable RebuildRequest parked;

  @GuardedBy("this")
  private boolean closed;

  RebuildLane(LoadedWorkspace workspace, LongSupplier nanoClock) {
    this.workspace = workspace;
    this.nanoClock = nanoClock;
  }

  /** Asks for a build that starts after now. */
  synchronized Placement place(RebuildRequest request, Instant now) {
    if (closed) {
      return new Placement.Closed();
    }
    if (running == null) {
      return new Placement.Start(runLocked(request, now));
    }
    parked = parked == null ? request : parked.coalescedWith(request);
    if (supersedes(running, request)) {
      // Who waits for the build that is given up is answered by the next one.
      parked = running.request().coalescedWith(parked).afterSuperseding();
    }
    return new Placement.Wait(request.outcome());
  }

  private static boolean supersedes(RebuildRun running, RebuildRequest request) {
    BuildAttempt attempt = running.attempt();
    return !attempt.isCancelled()
        && SupersedeRule.decide(running.request(), attempt.progress().pass(), request)
        && attempt.supersede();
  }

  /** Asks for a good graph: one that is there, or that of a build under way, or of a new one. */
  synchronized Placement join(Instant now) {
    if (!closed && servesGoodGraph()) {
      return new Placement.Satisfied();
    }
    if (!closed && running != null && !running.attempt().isCancelled()) {
      return new Placement.Wait(running.request().outcome());
    }
    // Publishing comes before the lane is freed, so a free lane and no good graph is no race.
    if (!closed && running == null && mayRestore()) {
      return new Placement.Start(runLocked(RebuildRequest.restoring(now), now));
    }
    return place(RebuildRequest.of(RebuildMode.AUTO, SeenChanges.UNKNOWN, now), now);
  }

  /**
   * Ends the run that has the lane and gives it to the parked request, if there is one. After a
   * restored graph there always is a next one, which compares the graph with the files.
   */
  synchronized Optional<RebuildRun> finished(Instant now) {
    boolean restored = !closed && running != null && running.request().restores();
    RebuildRequest next = parked;
    if (next == null && restored && !workspace.pendingFiles().compared()) {
      next = RebuildRequest.of(RebuildMode.AUTO, SeenChanges.UNKNOWN, now);
    }
    running = null;
    parked = null;
    return next == null ? Optional.empty() : Optional.of(runLocked(next, now));
  }

  /** Takes off what waits and names what runs, so that the caller can cancel both. */
  synchronized Dropped drop() {
    Dropped dropped = new Dropped(Optional.ofNullable(running), Optional.ofNullable(parked));
    parked = null;
    return dropped;
  }

  /** Like {@link #drop}, and refuses every request from now on. */
  synchronized Dropped close() {
    closed = true;
    return drop();
  }

  /** Refuses every request from now on, if nothing runs; false otherwise. */
  synchronized boolean closeIfIdle() {
    boolean idle = running == null;
    closed |= idle;
    return idle;
  }

  synchronized boolean isBusy() {
    return running != null;
  }

  @GuardedBy("this")
  private RebuildRun runLocked(RebuildRequest request, Instant now) {
    RebuildRun run =
        new RebuildRun(
            request, new BuildAttempt(request.mode(), request.changes().tree(), now, nanoClock));
    running = run;
    return run;
  }

  /**
   * Whether it never had a graph in this process, or lost it only to make room. Then what is kept
   * must be its last generation: an earlier one would take back what clients have seen.
   */
  private boolean mayRestore() {
    boolean isNew = workspace.lastGoodAt().isEmpty() && workspace.lastError().isEmpty();
    boolean keepsLast = workspace.notes().persisted().generation() == workspace.lastGeneration();
    return isNew || (workspace.state() == WorkspaceState.EVICTED && keepsLast);
  }

  private boolean servesGoodGraph() {
    return workspace.generation() > 0 && workspace.lastError().isEmpty();
  }
}
