package dev.sextant.rebuild;

import dev.sextant.workspace.BuildAttempt;
import java.util.concurrent.CompletableFuture;

/**
 * A request that was given the lane, and the attempt made for it.
 *
 * @param ended completes when the build has stopped, however it ended; whoever asked may be
 *     answered by another one
 */
record RebuildRun(RebuildRequest request, BuildAttempt attempt, CompletableFuture<Void> ended) {
  RebuildRun(RebuildRequest request, BuildAttempt attempt) {
    this(request, attempt, new CompletableFuture<>());
  }
}
