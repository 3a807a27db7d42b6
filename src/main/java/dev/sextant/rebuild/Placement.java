package dev.sextant.rebuild;

import java.util.concurrent.CompletableFuture;

/** What became of a request at a lane. */
sealed interface Placement {
  /** The lane was free: the caller must start {@code run}. */
  record Start(RebuildRun run) implements Placement {}

  /** Somebody else's run will complete {@code outcome}. */
  record Wait(CompletableFuture<RebuildOutcome> outcome) implements Placement {}

  /** Nothing needs to be built. */
  record Satisfied() implements Placement {}

  /** The workspace was unloaded. */
  record Closed() implements Placement {}
}
