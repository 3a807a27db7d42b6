package dev.sextant.index;

import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.StringInterner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a build leaves for the next one, so that only what changed is done again.
 *
 * <p><b>Threads:</b> immutable but for the names, which only grow; used by one build at a time.
 */
public final class LinkState {
  private final CodeGraph graph;
  private final StringInterner names;
  private final List<LinkedFile> files;
  private final FoundLibraries libraries;
  private final BuildFiles buildFiles;
  private final int namesAtFirst;
  private final Map<String, Integer> byPath = new HashMap<>();

  /** {@code namesAtFirst} is how many names there were after the last whole build, 0 for now. */
  LinkState(
      CodeGraph graph,
      StringInterner names,
      List<LinkedFile> files,
      FoundLibraries libraries,
      BuildFiles buildFiles,
      int namesAtFirst) {
    this.graph = graph;
    this.names = names;
    this.namesAtFirst = namesAtFirst == 0 ? names.count() : namesAtFirst;
    this.files = List.copyOf(files);
    this.libraries = libraries;
    this.buildFiles = buildFiles;
    for (int i = 0; i < files.size(); i++) {
      byPath.put(files.get(i).file().unit().path(), i);
    }
  }

  /** The graph of the build; its files are {@link #files}. */
  CodeGraph graph() {
    return graph;
  }

  StringInterner names() {
    return names;
  }

  int namesAtFirst() {
    return namesAtFirst;
  }

  /** Whether names that nothing uses any more are so many that a whole build is due. */
  public boolean isCrowded() {
    return names.count() > 2 * namesAtFirst + 10_000;
  }

  /** The files in the order of the build. */
  List<LinkedFile> files() {
    return files;
  }

  FoundLibraries libraries() {
    return libraries;
  }

  BuildFiles buildFiles() {
    return buildFiles;
  }

  /** The number of the file with that path, or -1. */
  int number(String path) {
    return byPath.getOrDefault(path, -1);
  }
}
