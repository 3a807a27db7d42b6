package dev.sextant.persist;

import dev.sextant.graph.columns.RefusalCause;
import java.time.Duration;

/** Something that happened to a snapshot, for whoever counts. */
public sealed interface SnapshotEvent {
  /** A snapshot was opened and is served. */
  record Opened(Duration took) implements SnapshotEvent {}

  /** A snapshot was refused. */
  record Refused(RefusalCause cause) implements SnapshotEvent {}

  /** A snapshot is on the disk. */
  record Written(Duration took, long bytes) implements SnapshotEvent {}

  /** A snapshot could not be written. */
  record WriteFailed() implements SnapshotEvent {}
}
