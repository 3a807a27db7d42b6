package dev.sextant.index;

import dev.sextant.source.SourcePath;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

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

  /** What {@code now} has that {@code before} had not, or otherwise, and the other way round. */
  static ChangedFiles since(Optional<LinkState> before, List<ExtractedFile> now) {
    if (before.isEmpty()) {
      return all(now.size());
    }
    List<LinkedFile> earlier = before.get().files();
    int[] numbers = LinkState.numbers(before, now.size(), file -> path(now.get(file)).value());
    var gone = new BitSet();
    gone.set(0, earlier.size());
    List<SourcePath> changed = new ArrayList<>();
    for (int file = 0; file < numbers.length; file++) {
      int number = numbers[file];
      if (number >= 0) {
        gone.clear(number);
      }
      if (number < 0 || !now.get(file).hasTextOf(earlier.get(number).file())) {
        changed.add(path(now.get(file)));
      }
    }
    gone.stream().forEach(number -> changed.add(path(earlier.get(number).file())));
    List<String> first =
        changed.stream().sorted().limit(MOST_PATHS).map(SourcePath::value).toList();
    return new ChangedFiles(Scope.SINCE_BUILD_BEFORE, changed.size(), first);
  }

  private static SourcePath path(ExtractedFile file) {
    return file.listed().path();
  }
}
