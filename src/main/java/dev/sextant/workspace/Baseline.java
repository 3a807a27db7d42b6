package dev.sextant.workspace;

import dev.sextant.graph.TreeState;
import dev.sextant.index.LinkState;
import java.util.Optional;

/**
 * What the next build of a workspace can go on from.
 *
 * @param linkState what the build of the graph that is served left
 * @param restoredTree the files that the graph was made of; only while the graph is one of an
 *     earlier process
 */
public record Baseline(Optional<LinkState> linkState, Optional<TreeState> restoredTree) {
  /** Nothing. */
  static final Baseline NONE = new Baseline(Optional.empty(), Optional.empty());
}
