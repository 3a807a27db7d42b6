package dev.sextant.graph;

import static dev.sextant.graph.columns.RefusalCause.OTHER_ORIGIN;
import static dev.sextant.graph.columns.RefusalCause.UNREADABLE;

import dev.sextant.graph.columns.ColumnFormat;
import dev.sextant.graph.columns.ColumnReader;
import dev.sextant.graph.columns.ColumnWriter;
import dev.sextant.graph.columns.FileReplacement;
import dev.sextant.graph.columns.RefusedFileException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A graph in a file: its columns as they lie in memory, and what is needed to serve it again.
 *
 * <p>A file holds one generation, complete. It is replaced in one step, so that after a crash at
 * any moment the generation before or the new one is there.
 *
 * <p><b>Threads:</b> has no state. A file may be opened while it is replaced.
 */
public final class GraphSnapshot {
  /** Grows with every change of {@link GraphColumns} or of what is in them. */
  static final int VERSION = 2;

  /** {@code 89 S X G \r \n 1a \n}: no text, and changed by whatever changes line ends. */
  private static final long MAGIC = 0x0a1a_0a0d_4758_5389L;

  private GraphSnapshot() {}

  /**
   * Writes {@code graph} to {@code file}, whose folder must exist; answers the length of the file.
   *
   * <p><b>Errors:</b> when it fails, the file is as it was before, or, when only the last step
   * failed, complete.
   */
  public static long write(CodeGraph graph, SnapshotMetadata metadata, Path file)
      throws IOException {
    return write(graph, metadata, SnapshotAttachment.NONE, file);
  }

  /** As {@link #write(CodeGraph, SnapshotMetadata, Path)}, with what is carried for others. */
  public static long write(
      CodeGraph graph, SnapshotMetadata metadata, SnapshotAttachment attachment, Path file)
      throws IOException {
    try (FileReplacement replacement = FileReplacement.of(file)) {
      var to = new ColumnWriter(replacement.channel(), format(), GraphColumns.COUNT);
      metadata.writeColumns(to);
      graph.writeColumns(to);
      to.bytes(GraphColumns.ATTACHMENT, attachment.bytes());
      long length = to.finish();
      replacement.commit();
      return length;
    }
  }

  /**
   * Opens the snapshot in {@code file}, all of which is read and checked.
   *
   * <p><b>Cost:</b> linear in the file; a file of another kind, version or origin is refused after
   * its first part.
   */
  public static SnapshotOutcome open(Path file, SnapshotExpectations expectations) {
    OptionalLong generation = OptionalLong.empty();
    try (ColumnReader from = ColumnReader.open(file, format(), expectations.mostBytes())) {
      SnapshotMetadata metadata = SnapshotMetadata.readColumns(from);
      generation = OptionalLong.of(metadata.generation());
      if (!metadata.origin().equals(expectations.origin())) {
        return new SnapshotOutcome.Refused(
            OTHER_ORIGIN,
            "%s is not read: it was made from %s, and %s was asked for"
                .formatted(file, metadata.origin(), expectations.origin()),
            generation);
      }
      return new SnapshotOutcome.Opened(
          CodeGraph.readColumns(from),
          metadata,
          new SnapshotAttachment(from.bytes(GraphColumns.ATTACHMENT)));
    } catch (NoSuchFileException _) {
      return new SnapshotOutcome.Absent();
    } catch (IOException failure) {
      return refused(file, failure, generation);
    }
  }

  /**
   * Deletes what writers that died while writing {@code file} left beside it; answers how many such
   * parts there were. To be called before this process writes the file.
   */
  public static int removeLeftovers(Path file) throws IOException {
    return FileReplacement.removeLeftovers(file);
  }

  private static SnapshotOutcome refused(Path file, IOException failure, OptionalLong generation) {
    if (failure instanceof RefusedFileException refusal) {
      return new SnapshotOutcome.Refused(refusal.refusal(), refusal.reason(), generation);
    }
    return new SnapshotOutcome.Refused(
        UNREADABLE, file + " cannot be read: " + failure, generation);
  }

  private static ColumnFormat format() {
    return new ColumnFormat(MAGIC, VERSION, Vocabulary.fingerprint());
  }
}
