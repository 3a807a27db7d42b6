package dev.sextant.lang.typescript.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the project files of a workspace.
 *
 * <p><b>Threads:</b> confined to its caller; used once.
 *
 * <p><b>Errors:</b> none: a file that cannot be read is as absent, and is a problem.
 */
public final class ProjectReader {
  private static final int MOST_PROBLEMS = 50;

  private final Function<String, Optional<String>> texts;
  private final Map<String, Optional<Json>> read = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  /** A reader that finds the text of the file at a path below the workspace by {@code texts}. */
  public ProjectReader(Function<String, Optional<String>> texts) {
    this.texts = texts;
  }

  /** The projects that {@code paths} describe, which are those of all project files. */
  public ScriptProjects read(List<String> paths) {
    List<PackageManifest> manifests = new ArrayList<>();
    for (String path : paths) {
      if (isNamed(path, "package.json")) {
        json(path).ifPresent(json -> manifests.add(PackageManifest.of(Folders.of(path), json)));
      }
    }
    var packages = new ScriptProjects(Map.of(), manifests);
    var configs = new ConfigReader(this::json, packages::folderOf, problems);
    Map<String, CompilerOptions> options = new HashMap<>();
    for (String name : List.of("jsconfig.json", "tsconfig.json")) {
      for (String path : paths) {
        if (isNamed(path, name)) {
          options.put(Folders.of(path), configs.read(path));
        }
      }
    }
    return new ScriptProjects(options, manifests);
  }

  /** What could not be read or followed. */
  public List<String> problems() {
    return problems.stream().distinct().limit(MOST_PROBLEMS).toList();
  }

  private static boolean isNamed(String path, String name) {
    return path.equals(name) || path.endsWith("/" + name);
  }

  private Optional<Json> json(String path) {
    Optional<Json> known = read.get(path);
    if (known == null) {
      known = texts.apply(path).flatMap(text -> parsed(path, text));
      read.put(path, known);
    }
    return known;
  }

  private Optional<Json> parsed(String path, String text) {
    try {
      Json json = JsonReader.read(text);
      if (json instanceof Json.Table) {
        return Optional.of(json);
      }
      problems.add(path + " is no object");
    } catch (MalformedJsonException e) {
      problems.add("cannot read " + path + ": " + e.getMessage());
    }
    return Optional.empty();
  }
}
