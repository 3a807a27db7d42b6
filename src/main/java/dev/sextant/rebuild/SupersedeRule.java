package dev.sextant.rebuild;

import dev.sextant.index.Pass;
import dev.sextant.watch.GitChange;
import dev.sextant.workspace.RebuildMode;

/**
 * Decides whether a build under way is given up when more changes are seen, and begun anew with
 * these too.
 *
 * <pre>
 *   asked for whole, or by somebody who waits for it as it is   goes on
 *   given up {@value #MOST} times in a row                                goes on
 *   has not gone beyond extracting                              given up
 *   another branch was checked out, and it has not been linked  given up
 *   otherwise                                                   goes on
 * </pre>
 *
 * <p>Linking costs the same for one change and for the union of two, and what was extracted is kept
 * by the facts cache; so a build that has not begun to link has nothing to lose. One that has will
 * publish sooner than its successor could, unless it describes a tree that is gone.
 */
final class SupersedeRule {
  /** So often a build is given up before one must publish: churn must not keep the graph old. */
  static final int MOST = 3;

  private SupersedeRule() {}

  /** Whether {@code running}, which is in {@code pass}, is given up for {@code later}; pure. */
  static boolean decide(RebuildRequest running, Pass pass, RebuildRequest later) {
    boolean mayBe =
        running.mode() != RebuildMode.FULL
            && !running.restores()
            && running.changes().isOfAWatch()
            && later.changes().isOfAWatch()
            && running.superseded() < MOST;
    boolean otherTree = later.changes().gitChange().compareTo(GitChange.TREE_DIVERGED) >= 0;
    Pass last = otherTree ? Pass.RESOLVE : Pass.EXTRACT;
    return mayBe && pass.compareTo(last) <= 0;
  }
}
