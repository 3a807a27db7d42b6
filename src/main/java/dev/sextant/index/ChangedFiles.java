package dev.sextant.index;

import java.util.List;

/**
 * The files by which a build differs from the one it went on from: with another content, added or
 * removed.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @param scope whether there was anything to differ from
 * @param count how many files
 * @param paths the first {@value #MOST_PATHS} of them, in the order of paths; none of a whole build
 */
public record ChangedFiles(Scope scope, int count, List<String> paths) {
  /** Most paths that are named. */
  public static final int MOST_PATHS = 1_000;

  /** What the files are compared with. */
  public enum Scope {
    /** The build before, whose graph the new one replaces. */
    SINCE_BUILD_BEFORE,
    /** Nothing: all files count. */
    ALL
  }

  /** Copies the paths. */
  public ChangedFiles {
    paths = List.copyOf(paths);
  }

  /** All files of a whole build. */
  public static ChangedFiles all(int count) {
    return new ChangedFiles(Scope.ALL, count, List.of());
  }
}
