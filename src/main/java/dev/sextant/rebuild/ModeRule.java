package dev.sextant.rebuild;

import dev.sextant.index.BuildSize;
import dev.sextant.workspace.RebuildMode;

/**
 * Decides, once the tree is listed, whether a build goes on from the one before.
 *
 * <pre>
 *   asked for whole, or nothing to go on from        full
 *   more changed than the threshold                  full
 *   otherwise                                        incremental
 * </pre>
 *
 * <p>The threshold is passed when more files changed than {@value #FEW_FILES} and more than so many
 * percent of the files there are.
 *
 * @param percent 0 to 100
 */
public record ModeRule(int percent) {
  /** So many changed files never make a build a whole one: small trees need no rule. */
  static final int FEW_FILES = 200;

  /** Refuses what is no percentage. */
  public ModeRule {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("a threshold of " + percent + " percent: give 0 to 100");
    }
  }

  /** {@code FULL} or {@code INCREMENTAL}; a pure function. */
  RebuildMode decide(RebuildMode asked, BuildSize size) {
    boolean whole = asked == RebuildMode.FULL || !size.incremental() || isMuch(size);
    return whole ? RebuildMode.FULL : RebuildMode.INCREMENTAL;
  }

  private boolean isMuch(BuildSize size) {
    return size.changedFiles() > FEW_FILES
        && size.changedFiles() * 100L > (long) size.files() * percent;
  }
}
