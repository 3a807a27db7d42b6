package dev.sextant.rpc.method;

import dev.sextant.rebuild.RebuildException;
import dev.sextant.rebuild.Rebuilds;
import dev.sextant.rpc.RpcError;
import dev.sextant.rpc.RpcErrorKind;
import dev.sextant.rpc.RpcException;
import dev.sextant.workspace.LoadedWorkspace;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Brings an evicted workspace back for a request, and waits for that without a thread.
 *
 * <p>Many requests wait for one load; it goes on when they give up.
 *
 * <p><b>Threads:</b> thread-safe. The outcome comes on the thread that loaded, or on a timer's.
 *
 * <p><b>Errors:</b> -32004 when it takes longer than the request may, or fails.
 */
final class ReturnWait {
  /** Of the time that is left, what it takes to say that it was not enough: one part in so many. */
  private static final int PARTS = 10;

  private static final Duration MOST_KEPT = Duration.ofMillis(200);
  private static final Duration LEAST_WAIT = Duration.ofMillis(1);

  private final Rebuilds rebuilds;

  ReturnWait(Rebuilds rebuilds) {
    this.rebuilds = rebuilds;
  }

  /** Completes when {@code workspace} serves a good graph. */
  Uni<LoadedWorkspace> of(LoadedWorkspace workspace, Duration remaining) {
    return rebuilds
        .bringBack(workspace)
        .ifNoItem()
        .after(longestWait(remaining))
        .fail()
        .onFailure(TimeoutException.class)
        .transform(_ -> away(workspace, "is being loaded again: ask again in a moment", "loading"))
        .onFailure(RebuildException.class)
        .transform(failure -> away(workspace, failure));
  }

  private static Duration longestWait(Duration remaining) {
    Duration part = remaining.dividedBy(PARTS);
    Duration wait = remaining.minus(part.compareTo(MOST_KEPT) < 0 ? part : MOST_KEPT);
    return wait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : wait;
  }

  private static RpcException away(LoadedWorkspace workspace, RebuildException failure) {
    return away(
        workspace, "could not be loaded again: " + failure.getMessage(), failure.kind().wireName());
  }

  private static RpcException away(LoadedWorkspace workspace, String why, String reason) {
    return RpcError.of(
            RpcErrorKind.NOT_LOADED, "%s was evicted and %s".formatted(workspace.id(), why))
        .with("workspace", workspace.id())
        .with("state", workspace.state().wireName())
        .with("reason", reason)
        .exception();
  }
}
