package dev.sextant.workspace;

import dev.sextant.graph.TreeState;
import dev.sextant.index.LinkState;
import java.util.Optional;

/**
 * What the next build of a workspace can go on from.
 *
 * @param linkState what the build of the graph that is served left
 * @param tree the files that the graph was made of, without times that cannot tell a later change
 * @param isRestored whether the graph is one of an earlier process
 */
public record Baseline(
    Optional<LinkState> linkState, Optional<TreeState> tree, boolean isRestored) {
  /** Nothing. */
  static final Baseline NONE = new Baseline(Optional.empty(), Optional.empty(), false);

  /** The files that the graph was made of; only while the graph is one of an earlier process. */
  public Optional<TreeState> restoredTree() {
    return isRestored ? tree : Optional.empty();
  }
}
