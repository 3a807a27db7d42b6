package dev.sextant.watch;

import java.nio.file.Path;

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

  /**
   * The state of the repository that {@code root} lies in; {@link #NONE} when it lies in none.
   *
   * <p><b>Threads:</b> blocks on the disk.
   */
  public static GitState of(Path root) {
    return GitFolder.around(root).map(GitFolder::state).orElse(NONE);
  }

  /** Branch, commit and tree in one line; empty when nothing is known. */
  public String text() {
    return isNone() ? "" : "%s %s %s".formatted(headRef, commit, tree);
  }

  /** Whether both commits are known to have the same files. */
  public boolean hasTheTreeOf(GitState other) {
    return !tree.isEmpty() && tree.equals(other.tree);
  }

  /** Whether nothing is known. */
  public boolean isNone() {
    return equals(NONE);
  }
}
