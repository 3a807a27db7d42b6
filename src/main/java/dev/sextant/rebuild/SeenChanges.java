package dev.sextant.rebuild;

import dev.sextant.source.SourcePath;
import dev.sextant.source.TreeChanges;
import dev.sextant.watch.ChangeSet;
import dev.sextant.watch.GitChange;
import dev.sextant.watch.GitState;
import java.util.ArrayList;
import java.util.List;

/**
 * What whoever asks for a build has seen to change since the graph that is served was made.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @param tree where the tree may differ from what that graph was made of
 * @param gitChange what happened to the repository since then
 * @param git where the head of the repository stood afterwards; {@link GitState#NONE} when nobody
 *     looked
 */
record SeenChanges(TreeChanges tree, GitChange gitChange, GitState git) {
  /** Nobody looked: the tree has to be listed. */
  static final SeenChanges UNKNOWN =
      new SeenChanges(new TreeChanges.Unknown(), GitChange.NOISE, GitState.NONE);

  /** Something changed, and not even times can be trusted. */
  static final SeenChanges ANYWHERE =
      new SeenChanges(new TreeChanges.Anywhere(), GitChange.NOISE, GitState.NONE);

  /** What a watch handed on. */
  static SeenChanges of(ChangeSet set) {
    return new SeenChanges(treeOf(set), set.gitChange(), set.git());
  }

  /** Both, this one being the earlier; where the head stood is forgotten by nobody. */
  SeenChanges and(SeenChanges later) {
    return new SeenChanges(
        both(tree, later.tree),
        gitChange.or(later.gitChange),
        later.git.isNone() ? git : later.git);
  }

  /** Whether a watch says so, which knows of every change. */
  boolean isOfAWatch() {
    return !(tree instanceof TreeChanges.Unknown);
  }

  private static TreeChanges treeOf(ChangeSet set) {
    if (set.scope() == ChangeSet.Scope.EVERYTHING) {
      return new TreeChanges.Anywhere();
    }
    List<SourcePath> paths = new ArrayList<>(set.files());
    paths.addAll(set.folders());
    paths.addAll(set.configuration());
    return new TreeChanges.At(paths);
  }

  private static TreeChanges both(TreeChanges one, TreeChanges other) {
    if (one instanceof TreeChanges.At(var first) && other instanceof TreeChanges.At(var second)) {
      List<SourcePath> paths = new ArrayList<>(first);
      paths.addAll(second);
      return paths.size() > ChangeSet.MAX_PATHS
          ? new TreeChanges.Anywhere()
          : new TreeChanges.At(paths);
    }
    // Where one has to list the tree and the other distrusts the times of some files, all is read.
    return one.equals(other) ? one : new TreeChanges.Anywhere();
  }
}
