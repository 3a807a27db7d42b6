package dev.sextant.index;

import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.StringInterner;
import dev.sextant.resolve.Directory;
import dev.sextant.resolve.QuestionKeys;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What a build leaves for the next one, so that only what changed is done again.
 *
 * <p><b>Threads:</b> immutable but for the names, which only grow; used by one build at a time.
 */
public final class LinkState {
  /** What a file takes besides its arrays: some fifteen small objects. */
  private static final long FILE_BYTES = 500;

  private final CodeGraph graph;
  private final StringInterner names;
  private final QuestionKeys keys;
  private final Directory directory;
  private final List<LinkedFile> files;
  private final Libraries.Found libraries;
  private final int namesAtFirst;

  /** {@code namesAtFirst} is how many names there were after the last whole build, 0 for now. */
  LinkState(
      CodeGraph graph,
      StringInterner names,
      QuestionKeys keys,
      Directory directory,
      List<LinkedFile> files,
      Libraries.Found libraries,
      int namesAtFirst) {
    this.graph = graph;
    this.names = names;
    this.keys = keys;
    this.directory = directory;
    this.namesAtFirst = namesAtFirst == 0 ? names.count() : namesAtFirst;
    this.files = List.copyOf(files);
    this.libraries = libraries;
  }

  /** The graph of the build; its files are {@link #files}. */
  CodeGraph graph() {
    return graph;
  }

  StringInterner names() {
    return names;
  }

  /** The numbers of the questions. */
  QuestionKeys keys() {
    return keys;
  }

  /** Where names are found. */
  Directory directory() {
    return directory;
  }

  int namesAtFirst() {
    return namesAtFirst;
  }

  /** Whether names that nothing uses any more are so many that a whole build is due. */
  public boolean isCrowded() {
    return names.count() > 2 * namesAtFirst + 10_000;
  }

  /**
   * Bytes that are held from one build to the next, apart from the graph and from libraries, which
   * workspaces share.
   *
   * <p><b>Cost:</b> linear in the files.
   */
  public long sizeBytes() {
    long bytes = names.sizeBytes() + keys.sizeBytes() + directory.sizeBytes();
    for (LinkedFile file : files) {
      bytes +=
          FILE_BYTES
              + file.file().unit().path().length()
              + file.file().unit().packed().bytes().length
              + file.names().sizeBytes()
              + file.questions().packed().length;
    }
    return bytes;
  }

  /** The files in the order of the build. */
  List<LinkedFile> files() {
    return files;
  }

  Libraries.Found libraries() {
    return libraries;
  }

  /**
   * The numbers that files have in {@code state}, -1 for those that it does not have.
   *
   * @param path gives the path of each of {@code count} files, in ascending order
   */
  static int[] numbers(Optional<LinkState> state, int count, IntFunction<String> path) {
    int[] numbers = new int[count];
    List<LinkedFile> files = state.map(LinkState::files).orElse(List.of());
    int at = 0;
    for (int file = 0; file < count; file++) {
      numbers[file] = -1;
      String wanted = path.apply(file);
      int order = -1;
      while (at < files.size() && order < 0) {
        order = files.get(at).file().unit().path().compareTo(wanted);
        at += order <= 0 ? 1 : 0;
      }
      if (order == 0) {
        numbers[file] = at - 1;
      }
    }
    return numbers;
  }
}
