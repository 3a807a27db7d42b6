package dev.sextant.rebuild;

import dev.sextant.workspace.RebuildMode;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * One or more coalesced requests for a rebuild of one workspace.
 *
 * @param mode the strictest mode asked for
 * @param enqueuedAt when the latest of them came
 * @param outcome what all who asked wait for; completed once
 */
record RebuildRequest(
    RebuildMode mode, Instant enqueuedAt, CompletableFuture<RebuildOutcome> outcome) {
  static RebuildRequest of(RebuildMode mode, Instant now) {
    return new RebuildRequest(mode, now, new CompletableFuture<>());
  }

  /** This request and one more for {@code other}, answered together. */
  RebuildRequest coalescedWith(RebuildMode other, Instant now) {
    Instant latest = now.isAfter(enqueuedAt) ? now : enqueuedAt;
    return new RebuildRequest(mode.combinedWith(other), latest, outcome);
  }
}
