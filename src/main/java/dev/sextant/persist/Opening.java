package dev.sextant.persist;

import dev.sextant.graph.columns.RefusalCause;
import dev.sextant.workspace.StoredGraph;
import java.util.OptionalLong;

/** What looking for the snapshot of a workspace gave. */
public sealed interface Opening {
  /** The graph that was kept. */
  record Found(StoredGraph graph) implements Opening {}

  /**
   * Something is there, but no graph is to be had from it.
   *
   * @param reason why, for a person; names the file
   * @param generation the generation that it claims, if that much is sound
   */
  record Refused(RefusalCause cause, String reason, OptionalLong generation) implements Opening {}

  /** Nothing is there. */
  record Absent() implements Opening {}
}
