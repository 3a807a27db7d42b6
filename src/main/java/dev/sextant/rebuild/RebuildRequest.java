package dev.sextant.rebuild;

import dev.sextant.workspace.RebuildMode;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * One or more coalesced requests for a rebuild of one workspace.
 *
 * @param mode the strictest mode asked for
 * @param enqueuedAt when the latest of them came
 * @param restores whether a graph of an earlier process, if there is one, will do
 * @param outcome what all who asked wait for; completed once
 */
record RebuildRequest(
    RebuildMode mode,
    Instant enqueuedAt,
    boolean restores,
    CompletableFuture<RebuildOutcome> outcome) {
  static RebuildRequest of(RebuildMode mode, Instant now) {
    return new RebuildRequest(mode, now, false, new CompletableFuture<>());
  }

  /** A request for a graph, be it one of an earlier process. */
  static RebuildRequest restoring(Instant now) {
    return new RebuildRequest(RebuildMode.AUTO, now, true, new CompletableFuture<>());
  }

  /** This request and one more for {@code other}, answered together. */
  RebuildRequest coalescedWith(RebuildMode other, Instant now) {
    Instant latest = now.isAfter(enqueuedAt) ? now : enqueuedAt;
    return new RebuildRequest(mode.combinedWith(other), latest, false, outcome);
  }
}
