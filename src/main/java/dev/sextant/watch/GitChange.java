package dev.sextant.watch;

/**
 * What happened to a repository between two looks at it, from the least to the most.
 *
 * <p>Which files changed is told by the file system; this says why they may have.
 */
public enum GitChange {
  /** Nothing that names a commit moved: packing, collecting garbage, staging. */
  NOISE,
  /** Another commit with the same files, such as a reworded one or a detached head. */
  LOCAL_COMMIT,
  /** Another commit with other files, on the same branch or with a detached head before and now. */
  TREE_DIVERGED,
  /** Another branch, or a step on or off a branch, and the files are not known to be the same. */
  BRANCH_SWITCH;

  /** What happened between {@code before} and {@code now}. */
  public static GitChange between(GitState before, GitState now) {
    boolean sameCommit = before.commit().equals(now.commit());
    boolean sameBranch = before.headRef().equals(now.headRef());
    if (sameCommit && sameBranch) {
      return NOISE;
    }
    if (sameCommit ? !now.commit().isEmpty() : before.hasTheTreeOf(now)) {
      return LOCAL_COMMIT;
    }
    return sameBranch ? TREE_DIVERGED : BRANCH_SWITCH;
  }

  /** The worse of both. */
  public GitChange or(GitChange other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
