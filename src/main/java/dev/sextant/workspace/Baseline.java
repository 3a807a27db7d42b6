package dev.sextant.workspace;

import dev.sextant.graph.TreeState;
import dev.sextant.index.IndexResult;
import dev.sextant.index.LinkState;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the next build of a workspace can go on from.
 *
 * @param linkState what the build of the graph that is served left
 * @param tree the files that the graph was made of, without times that cannot tell a later change
 * @param gitState where the head of the repository stood when these files were listed, as its
 *     writer spells it; empty when there is no repository
 * @param isRestored whether the graph is one of an earlier process
 */
public record Baseline(
    Optional<LinkState> linkState, Optional<TreeState> tree, String gitState, boolean isRestored) {
  /** The coarsest times that file systems keep, in seconds. */
  private static final long COARSEST_SECONDS = 2;

  /** Nothing. */
  static final Baseline NONE = new Baseline(Optional.empty(), Optional.empty(), "", false);

  /** What {@code attempt} left; a file that changed while it ran may have changed again later. */
  static Baseline built(BuildAttempt attempt, IndexResult result, String gitState) {
    long began = attempt.progress().startedAt().getEpochSecond() - COARSEST_SECONDS;
    TreeState told = result.tree().withTimesBefore(TimeUnit.SECONDS.toNanos(began));
    return new Baseline(result.state(), Optional.of(told), gitState, false);
  }

  /** What a graph of an earlier process left. */
  static Baseline restored(IndexResult result, String gitState) {
    return new Baseline(result.state(), Optional.of(result.tree()), gitState, true);
  }

  /** The files that the graph was made of; only while the graph is one of an earlier process. */
  public Optional<TreeState> restoredTree() {
    return isRestored ? tree : Optional.empty();
  }
}
