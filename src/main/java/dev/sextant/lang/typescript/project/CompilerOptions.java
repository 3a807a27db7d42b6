package dev.sextant.lang.typescript.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a compiler configuration says of where imports lead; every path is one below the workspace.
 *
 * @param baseUrl the folder from which imports without a dot are looked for
 * @param paths for each pattern of imports, with one star or none, the patterns of files it stands
 *     for, in order
 * @param rootDirs folders that are seen as one
 * @param outDir where what is built goes
 * @param rootDir what it is built from
 */
record CompilerOptions(
    Optional<String> baseUrl,
    Map<String, List<String>> paths,
    List<String> rootDirs,
    Optional<String> outDir,
    Optional<String> rootDir) {
  static final CompilerOptions NONE =
      new CompilerOptions(
          Optional.empty(), Map.of(), List.of(), Optional.empty(), Optional.empty());

  CompilerOptions {
    paths = new LinkedHashMap<>(paths);
    rootDirs = List.copyOf(rootDirs);
  }

  /** Whether nothing is said of imports. */
  boolean isSilent() {
    return baseUrl.isEmpty() && paths.isEmpty() && rootDirs.isEmpty();
  }

  /** The paths that the best pattern for an import stands for, in order. */
  List<String> mapped(String imported) {
    return Patterns.best(paths.keySet(), imported)
        .map(
            pattern ->
                paths.getOrDefault(pattern, List.of()).stream()
                    .map(target -> Patterns.filled(target, Patterns.star(pattern, imported)))
                    .toList())
        .orElse(List.of());
  }
}
