package dev.sextant.lang.typescript.project;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a {@code package.json} says of where imports lead.
 *
 * @param folder the folder of the package, below the workspace
 * @param name its name, empty when it has none
 * @param mains what it names as its types and its code, as written, the types first
 * @param exports what imports of it mean, if it says so
 * @param imports what its own imports with a number sign mean, if it says so
 */
public record PackageManifest(
    String folder,
    String name,
    List<String> mains,
    Optional<Json> exports,
    Optional<Json> imports) {
  private static final Set<String> CONDITIONS =
      Set.of("types", "source", "development", "import", "module", "require", "node", "default");

  /** Keeps its own copy of the list. */
  public PackageManifest {
    mains = List.copyOf(mains);
  }

  /** The manifest of the package in {@code folder}; whatever is of a wrong type is as absent. */
  public static PackageManifest of(String folder, Json json) {
    List<String> mains = new ArrayList<>();
    for (String key : List.of("types", "typings", "module", "main")) {
      json.text(key).ifPresent(mains::add);
    }
    return new PackageManifest(
        folder, json.text("name").orElse(""), mains, json.at("exports"), json.at("imports"));
  }

  /**
   * What an import of the package means, as the manifest writes it, the best first.
   *
   * @param subpath what follows the package's name, without the slash; empty for the package
   */
  public List<String> exported(String subpath) {
    if (exports.isEmpty()) {
      return subpath.isEmpty() ? mains : List.of();
    }
    Map<String, Json> byPath = exports.get().table();
    boolean paths = byPath.keySet().stream().anyMatch(key -> key.startsWith("."));
    if (!paths) {
      return subpath.isEmpty() ? flat(exports.get(), "") : List.of();
    }
    return targets(byPath, subpath.isEmpty() ? "." : "./" + subpath);
  }

  /** What an import that starts with a number sign means, as the manifest writes it. */
  List<String> imported(String name) {
    return imports.map(json -> targets(json.table(), name)).orElse(List.of());
  }

  private static List<String> targets(Map<String, Json> byPath, String path) {
    Optional<String> key = Patterns.best(byPath.keySet(), path);
    return key.map(
            found ->
                flat(byPath.getOrDefault(found, Json.Other.NOTHING), Patterns.star(found, path)))
        .orElse(List.of());
  }

  private static List<String> flat(Json value, String star) {
    Set<String> found = new LinkedHashSet<>();
    flat(value, star, found);
    return List.copyOf(found);
  }

  // Which conditions hold only a run tells: those that usually do come first, as they are written.
  private static void flat(Json value, String star, Set<String> found) {
    switch (value) {
      case Json.Text(String text) -> found.add(Patterns.filled(text, star));
      case Json.Array(var values) -> values.forEach(one -> flat(one, star, found));
      case Json.Table(var values) -> {
        values.forEach(
            (condition, one) -> {
              if (CONDITIONS.contains(condition)) {
                flat(one, star, found);
              }
            });
        values.values().forEach(one -> flat(one, star, found));
      }
      case Json.Other _ -> {}
    }
  }
}
