package dev.sextant.testing;

import dev.sextant.index.IndexResult;
import dev.sextant.workspace.BuildAttempt;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.MemoryBudget;
import dev.sextant.workspace.PublishedGraph;
import dev.sextant.workspace.Reservation;
import java.time.Instant;
import java.util.Optional;

/** The last step of a build that took place nowhere. */
public final class Publishing {
  private Publishing() {}

  /** Publishes a result with a reservation of its size; empty when the attempt was cancelled. */
  public static Optional<PublishedGraph> publish(
      MemoryBudget budget,
      LoadedWorkspace workspace,
      BuildAttempt attempt,
      IndexResult result,
      Instant now) {
    try (Reservation reservation = budget.reserve(result.sizeBytes()).orElseThrow()) {
      return workspace.publish(attempt, result, "", reservation, now);
    }
  }
}
