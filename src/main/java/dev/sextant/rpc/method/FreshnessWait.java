package dev.sextant.rpc.method;

import dev.sextant.rebuild.Watching;
import dev.sextant.rpc.RpcError;
import dev.sextant.rpc.RpcErrorKind;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.WorkspaceEvent;
import dev.sextant.workspace.WorkspaceEvents;
import dev.sextant.workspace.WorkspaceState;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.Set;

/**
 * Waits, without a thread, until a workspace is as fresh as a request wants.
 *
 * <p><b>Threads:</b> thread-safe. A <i>sync</i> writes a small file when subscribed to. The outcome
 * comes on the thread that published, or on a timer's.
 */
final class FreshnessWait {
  private static final Set<WorkspaceState> GONE =
      Set.of(WorkspaceState.UNLOADED, WorkspaceState.EVICTED);

  private final WorkspaceEvents events;
  private final Watching watching;

  FreshnessWait(WorkspaceEvents events, Watching watching) {
    this.events = events;
    this.watching = watching;
  }

  /** Completes when {@code wanted} is met or its wait is over; never fails for either. */
  Uni<Freshness.Outcome> until(LoadedWorkspace workspace, Freshness wanted) {
    if (!wanted.isAsked()) {
      return Uni.createFrom().item(Freshness.Outcome.UNASKED);
    }
    boolean had = !wanted.sync() && workspace.generation() >= wanted.atLeast();
    if (had || wanted.longestWait().isZero()) {
      return Uni.createFrom().item(had ? Freshness.Outcome.MET : Freshness.Outcome.TIMED_OUT);
    }
    Uni<Freshness.Outcome> synced =
        wanted.sync()
            ? watching
                .sync(workspace, wanted.longestWait())
                .map(isMet -> isMet ? Freshness.Outcome.MET : Freshness.Outcome.TIMED_OUT)
            : Uni.createFrom().item(Freshness.Outcome.MET);
    return synced
        // A build that fails or is cancelled leaves the graph there was: answer from that, and say
        // so.
        .onFailure()
        .recoverWithItem(Freshness.Outcome.TIMED_OUT)
        .chain(
            outcome ->
                outcome == Freshness.Outcome.MET
                    ? generation(workspace, wanted.atLeast())
                    : Uni.createFrom().item(outcome))
        .ifNoItem()
        .after(wanted.longestWait())
        .fail()
        .onFailure(TimeoutException.class)
        .recoverWithItem(Freshness.Outcome.TIMED_OUT);
  }

  private Uni<Freshness.Outcome> generation(LoadedWorkspace workspace, long atLeast) {
    return Uni.createFrom().emitter(emitter -> listen(workspace, atLeast, emitter));
  }

  private void listen(
      LoadedWorkspace workspace, long atLeast, UniEmitter<? super Freshness.Outcome> emitter) {
    WorkspaceEvents.Subscription subscription;
    try {
      subscription = events.subscribe(event -> heard(event, workspace, atLeast, emitter));
    } catch (IllegalStateException full) {
      emitter.fail(
          RpcError.of(RpcErrorKind.TOO_BUSY, "too many requests wait for a generation")
              .with("retryAfterMs", 1000)
              .exception());
      return;
    }
    emitter.onTermination(subscription::close);
    check(workspace, atLeast, emitter);
  }

  private static void heard(
      WorkspaceEvent event,
      LoadedWorkspace workspace,
      long atLeast,
      UniEmitter<? super Freshness.Outcome> emitter) {
    if (event.workspace().equals(workspace.id())) {
      check(workspace, atLeast, emitter);
    }
  }

  private static void check(
      LoadedWorkspace workspace, long atLeast, UniEmitter<? super Freshness.Outcome> emitter) {
    if (workspace.generation() >= atLeast) {
      emitter.complete(Freshness.Outcome.MET);
    } else if (GONE.contains(workspace.state())) {
      emitter.complete(Freshness.Outcome.TIMED_OUT);
    }
  }
}
