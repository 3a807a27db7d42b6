package dev.sextant.watch;

/**
 * Where the head of a repository stands.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @param headRef the branch, such as {@code refs/heads/main}; empty when the head is detached or
 *     there is no repository
 * @param commit the id of the commit in hexadecimal digits; empty before the first commit
 * @param tree the id of its tree; empty when it could not be found
 */
public record GitState(String headRef, String commit, String tree) {
  /** Neither repository, branch nor commit. */
  public static final GitState NONE = new GitState("", "", "");

  /** Whether both commits are known to have the same files. */
  public boolean hasTheTreeOf(GitState other) {
    return !tree.isEmpty() && tree.equals(other.tree);
  }

  /** Whether nothing is known. */
  public boolean isNone() {
    return equals(NONE);
  }
}
