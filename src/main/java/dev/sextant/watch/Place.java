package dev.sextant.watch;

import java.util.Set;

/** What a watched folder is to a tree. */
sealed interface Place {
  /**
   * A folder of the tree.
   *
   * @param relative its path from the root, which is itself the empty string
   */
  record Source(String relative) implements Place {}

  /**
   * A folder of the repository's own files.
   *
   * @param names the entries that tell that the head moved
   */
  record Git(Set<String> names) implements Place {}

  /** A folder around the root, up to the top of the repository, whose ignore files count. */
  record Outer() implements Place {}
}
