package dev.sextant.rpc.method;

import dev.sextant.graph.CodeGraph;
import dev.sextant.source.ReadOutcome;
import dev.sextant.source.SkipReason;
import dev.sextant.source.SourcePath;
import dev.sextant.source.SourceReader;
import dev.sextant.source.SourceText;
import dev.sextant.source.SourceTreeException;
import java.nio.file.Path;

/**
 * A file of a graph, and what lies at its path on disk now.
 *
 * @param graph the graph that has the file
 * @param file its number in that graph
 * @param root the workspace's root
 */
record IndexedFile(CodeGraph graph, int file, Path root) {

  /** Reads the file as it is now; blocks on the disk, and never leaves the root. */
  ReadOutcome read() {
    // The cap that the build had is not known here, but the build read the file whole.
    int maxBytes = Math.max(SourceReader.DEFAULT_MAX_BYTES, graph.files().sizeBytes(file));
    try {
      return SourceReader.open(root, maxBytes).read(new SourcePath(graph.files().path(file)));
    } catch (SourceTreeException gone) {
      return new ReadOutcome.Skipped(SkipReason.VANISHED, "the workspace's root cannot be read");
    }
  }

  /** Whether {@code text} is what the graph was built on, so that the graph's places fit it. */
  boolean isUnchanged(SourceText text) {
    return text.contentHash() == graph.files().contentHash(file);
  }
}
