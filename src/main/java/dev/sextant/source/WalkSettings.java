package dev.sextant.source;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which folders a walk leaves out although no ignore file names them.
 *
 * <p>Names such as {@code build} and {@code target} are also names of packages, so such a folder is
 * left out only beside the file of a build tool that writes there. A {@code .sextantignore} rule
 * that starts with {@code !} brings back a folder left out for either reason, but never {@code
 * .git}.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @param excludedNames names of folders that never hold sources of the workspace
 * @param outputNames names of folders that hold output or dependencies when one of the files named
 *     beside them stands in the same folder
 * @param markerFiles files that mark the folder they stand in as a cache or an environment
 * @param maxFiles most files a listing may have
 */
public record WalkSettings(
    Set<String> excludedNames,
    Map<String, Set<String>> outputNames,
    Set<String> markerFiles,
    int maxFiles) {
  /** Most files a listing may have unless configured. */
  public static final int DEFAULT_MAX_FILES = 1_000_000;

  private static final Set<String> GRADLE =
      Set.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");
  private static final Set<String> PYTHON = Set.of("pyproject.toml", "setup.py", "setup.cfg");

  /** Copies the sets. */
  public WalkSettings {
    if (maxFiles < 1) {
      throw new IllegalArgumentException("file limit " + maxFiles + " must be at least 1");
    }
    excludedNames = Set.copyOf(excludedNames);
    outputNames =
        outputNames.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    markerFiles = Set.copyOf(markerFiles);
  }

  /** What a workspace gets unless it is configured otherwise. */
  public static WalkSettings standard() {
    return new WalkSettings(
        Set.of(
            ".git",
            ".hg",
            ".svn",
            ".jj",
            ".bzr",
            ".gradle",
            ".idea",
            ".vs",
            ".venv",
            ".tox",
            ".nox",
            ".eggs",
            ".mypy_cache",
            ".pytest_cache",
            ".ruff_cache",
            ".next",
            ".nuxt",
            "__pycache__",
            "node_modules",
            "bower_components"),
        Map.of(
            "target", Set.of("pom.xml", "Cargo.toml", "build.sbt"),
            "build", union(GRADLE, PYTHON, "CMakeLists.txt", "package.json", "build.xml"),
            "out", union(GRADLE, Set.of(), "CMakeLists.txt", "package.json"),
            "dist", union(PYTHON, Set.of(), "package.json", "build.xml"),
            "vendor", Set.of("go.mod", "composer.json")),
        Set.of("pyvenv.cfg", "CACHEDIR.TAG"),
        DEFAULT_MAX_FILES);
  }

  /** Whether a folder {@code name} beside files {@code siblings} is left out by its name. */
  boolean excludes(String name, Set<String> siblings) {
    return excludedNames.contains(name)
        || outputNames.getOrDefault(name, Set.of()).stream().anyMatch(siblings::contains);
  }

  /** Whether a folder that holds {@code names} marks itself as none of the sources. */
  boolean marksItself(Set<String> names) {
    return markerFiles.stream().anyMatch(names::contains);
  }

  /** Whether the presence of a file of this name decides which folders are left out. */
  boolean steers(String name) {
    return markerFiles.contains(name)
        || outputNames.values().stream().anyMatch(beside -> beside.contains(name));
  }

  private static Set<String> union(Set<String> first, Set<String> second, String... more) {
    Set<String> all = new HashSet<>(first);
    all.addAll(second);
    all.addAll(List.of(more));
    return all;
  }
}
