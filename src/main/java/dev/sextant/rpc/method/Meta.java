package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.rpc.RequestContext;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.PublishedGraph;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The {@code meta} block of an answer: which graph it came from, and how far that can be trusted.
 */
final class Meta {
  private Meta() {}

  /** Adds the block for an answer from {@code graph} to {@code result}. */
  static ObjectNode add(
      ObjectNode result,
      LoadedWorkspace workspace,
      PublishedGraph graph,
      Freshness.Outcome freshness,
      RequestContext context) {
    ObjectNode meta = result.putObject("meta");
    meta.put("workspace", workspace.id())
        .put("generation", graph.generation())
        .put("state", workspace.state().wireName())
        .put("stale", workspace.lastError().isPresent() && !graph.isEmpty())
        .put("unverified", !workspace.pendingFiles().compared())
        .put("pendingFiles", workspace.pendingFiles().count());
    ArrayNode pending = meta.putArray("pending");
    workspace.pendingFiles().first().forEach(pending::add);
    meta.put("watch", workspace.notes().watchedBy().wireName());
    // Always there, so that a client need not tell "never" from "not said".
    meta.putNull("lastGoodAt");
    workspace.lastGoodAt().ifPresent(at -> meta.put("lastGoodAt", time(at)));
    workspace.lastError().ifPresent(error -> meta.put("lastError", error));
    workspace.nextRetryAt().ifPresent(at -> meta.put("nextRetryAt", time(at)));
    meta.put("tookMs", context.elapsed().toMillis());
    switch (freshness) {
      case UNASKED -> {}
      case MET -> meta.put("freshness", "met");
      case TIMED_OUT -> meta.put("freshness", "timedOut");
    }
    return result;
  }

  /** Adds the block for an answer about the workspace itself. */
  static ObjectNode add(ObjectNode result, LoadedWorkspace workspace, RequestContext context) {
    return add(result, workspace, workspace.published(), Freshness.Outcome.UNASKED, context);
  }

  /** A point in time as the protocol writes it. */
  static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
