package dev.sextant.workspace;

import java.util.List;

/**
 * What is known of files that changed since a graph was made of them.
 *
 * @param compared whether the files were compared with the graph since the service started; before
 *     that nothing is known
 * @param count how many differ
 * @param first the first of their paths, in order
 */
public record PendingFiles(boolean compared, int count, List<String> first) {
  /** Most paths that are kept. */
  public static final int MAX_PATHS = 20;

  /** No file differs, as far as has been looked. */
  static final PendingFiles NONE = new PendingFiles(true, 0, List.of());

  /** The graph is of an earlier process, and nobody has looked since. */
  static final PendingFiles UNKNOWN = new PendingFiles(false, 0, List.of());

  /** Copies the paths. */
  public PendingFiles {
    first = List.copyOf(first);
  }

  /** The files at {@code paths} differ, and no others. */
  public static PendingFiles of(List<String> paths) {
    return of(paths, 0);
  }

  /** The files at {@code paths} differ, and so many others that are not named. */
  public static PendingFiles of(List<String> paths, int unnamed) {
    return new PendingFiles(
        true, paths.size() + unnamed, paths.subList(0, Math.min(MAX_PATHS, paths.size())));
  }
}
