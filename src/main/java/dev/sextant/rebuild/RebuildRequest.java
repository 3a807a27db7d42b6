package dev.sextant.rebuild;

import dev.sextant.workspace.RebuildMode;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * One or more coalesced requests for a rebuild of one workspace.
 *
 * @param mode the strictest mode asked for
 * @param changes what was seen to change by all who asked
 * @param enqueuedAt when the latest of them came
 * @param restores whether a graph of an earlier process, if there is one, will do
 * @param superseded how many builds, one after the other, were given up in favour of this request
 * @param outcome what all who asked wait for; completed once
 */
record RebuildRequest(
    RebuildMode mode,
    SeenChanges changes,
    Instant enqueuedAt,
    boolean restores,
    int superseded,
    CompletableFuture<RebuildOutcome> outcome) {
  static RebuildRequest of(RebuildMode mode, SeenChanges changes, Instant now) {
    return new RebuildRequest(mode, changes, now, false, 0, new CompletableFuture<>());
  }

  /** A request for a graph, be it one of an earlier process. */
  static RebuildRequest restoring(Instant now) {
    return new RebuildRequest(
        RebuildMode.AUTO, SeenChanges.UNKNOWN, now, true, 0, new CompletableFuture<>());
  }

  /** This request and a later one, answered together. */
  RebuildRequest coalescedWith(RebuildRequest later) {
    // Who waits for the later one learns what becomes of both.
    var _ =
        outcome.whenComplete(
            (value, failure) -> {
              if (failure == null) {
                later.outcome.complete(value);
              } else {
                later.outcome.completeExceptionally(failure);
              }
            });
    return new RebuildRequest(
        mode.combinedWith(later.mode),
        changes.and(later.changes),
        later.enqueuedAt.isAfter(enqueuedAt) ? later.enqueuedAt : enqueuedAt,
        false,
        Math.max(superseded, later.superseded),
        outcome);
  }

  /** The same, in whose favour one more build was given up. */
  RebuildRequest afterSuperseding() {
    return new RebuildRequest(mode, changes, enqueuedAt, restores, superseded + 1, outcome);
  }
}
