package dev.sextant.workspace;

import java.time.Duration;
import java.time.Instant;

/** Whether, and with what warning, a workspace may answer. */
public sealed interface ServeVerdict {
  /** Answer from the published graph: the last build succeeded. */
  record Fresh() implements ServeVerdict {}

  /** Answer from the last good graph and say that it is stale. */
  record Stale(Instant lastGoodAt, String lastError) implements ServeVerdict {}

  /** Refuse: the last good graph is older than the cap. */
  record Expired(Duration age, Duration cap, Instant lastGoodAt, String lastError)
      implements ServeVerdict {}

  /** Refuse: no build ever succeeded. */
  record NeverGood(String lastError) implements ServeVerdict {}

  /** Refuse: there is no graph to answer from. */
  record NotReady(WorkspaceState state) implements ServeVerdict {}
}
