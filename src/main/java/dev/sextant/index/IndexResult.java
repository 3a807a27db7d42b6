package dev.sextant.index;

import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.TreeState;
import java.util.Optional;

/**
 * A finished build.
 *
 * @param graph the linked graph
 * @param report what went into it
 * @param tree the files as the build met them, with the times that they were listed with
 * @param changed the files by which it differs from the build before
 * @param state what the next build can go on from, if there is anything
 */
public record IndexResult(
    CodeGraph graph,
    BuildReport report,
    TreeState tree,
    ChangedFiles changed,
    Optional<LinkState> state) {
  /** The bytes that the result occupies while it is served. */
  public long sizeBytes() {
    return graph.sizeBytes() + state.map(LinkState::sizeBytes).orElse(0L);
  }
}
