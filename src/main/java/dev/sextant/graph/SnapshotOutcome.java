package dev.sextant.graph;

import dev.sextant.graph.columns.RefusalCause;
import java.util.OptionalLong;

/** What opening a snapshot gave. */
public sealed interface SnapshotOutcome {
  /**
   * The graph as it was written.
   *
   * @param graph equal to the one that was written
   * @param metadata what was written beside it
   * @param attachment what it carries for others
   */
  record Opened(CodeGraph graph, SnapshotMetadata metadata, SnapshotAttachment attachment)
      implements SnapshotOutcome {}

  /**
   * There is a file, but no graph is to be had from it.
   *
   * @param cause why, for programs
   * @param reason why, for a person; names the file
   * @param generation the generation that the file says it holds, when that much is sound: numbers
   *     up to it have been given away
   */
  record Refused(RefusalCause cause, String reason, OptionalLong generation)
      implements SnapshotOutcome {}

  /** There is no file. */
  record Absent() implements SnapshotOutcome {}
}
