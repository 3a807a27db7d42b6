package dev.sextant.index;

import dev.sextant.graph.StringInterner;
import dev.sextant.resolve.Directory;
import dev.sextant.resolve.QuestionKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a build leaves for the next one, so that only what changed is done again.
 *
 * <p><b>Threads:</b> immutable but for the names, which only grow; used by one build at a time.
 */
public final class LinkState {
  /** What a file takes besides its arrays: some fifteen small objects, and its row by path. */
  private static final long FILE_BYTES = 560;

  private final StringInterner names;
  private final QuestionKeys keys;
  private final Directory directory;
  private final List<LinkedFile> files;
  private final Libraries.Found libraries;
  private final int namesAtFirst;
  private final Map<String, Integer> byPath = new HashMap<>();

  /** {@code namesAtFirst} is how many names there were after the last whole build, 0 for now. */
  LinkState(
      StringInterner names,
      QuestionKeys keys,
      Directory directory,
      List<LinkedFile> files,
      Libraries.Found libraries,
      int namesAtFirst) {
    this.names = names;
    this.keys = keys;
    this.directory = directory;
    this.namesAtFirst = namesAtFirst == 0 ? names.count() : namesAtFirst;
    this.files = List.copyOf(files);
    this.libraries = libraries;
    for (int i = 0; i < files.size(); i++) {
      byPath.put(files.get(i).file().unit().path(), i);
    }
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

  /** The number of the file with that path, or -1. */
  int number(String path) {
    return byPath.getOrDefault(path, -1);
  }
}
