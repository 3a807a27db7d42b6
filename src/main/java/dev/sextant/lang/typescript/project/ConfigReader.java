package dev.sextant.lang.typescript.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads compiler configurations with all that they extend.
 *
 * <p><b>Threads:</b> confined to its caller.
 */
final class ConfigReader {
  private static final int MOST_STEPS = 16;
  private static final int MOST_EXTENDED = 200;
  private static final String HERE = "${configDir}";

  /** What a file and those it extends say, paths as they are written but for their folders. */
  private record Written(
      Optional<String> baseUrl,
      Map<String, List<String>> paths,
      String pathsFolder,
      List<String> rootDirs,
      Optional<String> outDir,
      Optional<String> rootDir) {
    private static final Written NOTHING =
        new Written(Optional.empty(), Map.of(), "", List.of(), Optional.empty(), Optional.empty());
  }

  private final Function<String, Optional<Json>> files;
  private final Function<String, Optional<String>> packages;
  private final List<String> problems;
  private String leaf = "";
  private int extended;

  /**
   * A reader.
   *
   * @param files the files below the workspace by their paths
   * @param packages the folders of the workspace's packages by their names
   * @param problems takes what cannot be read
   */
  ConfigReader(
      Function<String, Optional<Json>> files,
      Function<String, Optional<String>> packages,
      List<String> problems) {
    this.files = files;
    this.packages = packages;
    this.problems = problems;
  }

  /** The options of the configuration at {@code path}, which is there. */
  CompilerOptions read(String path) {
    CompilerOptions own = options(path);
    if (!own.isSilent()) {
      return own;
    }
    // A configuration that only names others is that of the folder all the same.
    for (String other : referenced(path)) {
      CompilerOptions named = options(other);
      if (!named.isSilent()) {
        return named;
      }
    }
    return own;
  }

  private List<String> referenced(String path) {
    List<String> found = new ArrayList<>();
    Json references = files.apply(path).flatMap(json -> json.at("references")).orElse(null);
    if (references instanceof Json.Array(var values)) {
      for (Json value : values.subList(0, Math.min(values.size(), MOST_STEPS))) {
        Folders.resolve(Folders.of(path), value.text("path").orElse(""))
            .filter(other -> Folders.of(other).equals(Folders.of(path)) && !other.equals(path))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private CompilerOptions options(String path) {
    leaf = Folders.of(path);
    extended = 0;
    Written written = written(path, 0);
    String base = written.baseUrl.orElse(written.pathsFolder);
    Map<String, List<String>> paths = new LinkedHashMap<>();
    written.paths.forEach(
        (pattern, targets) -> {
          List<String> inside = new ArrayList<>();
          for (String target : targets) {
            inside(base, target, path).ifPresent(inside::add);
          }
          paths.put(pattern, inside);
        });
    return new CompilerOptions(
        written.baseUrl, paths, written.rootDirs, written.outDir, written.rootDir);
  }

  private Written written(String path, int depth) {
    Optional<Json> read = files.apply(path);
    if (read.isEmpty()) {
      return Written.NOTHING;
    }
    Json json = read.get();
    Written all = Written.NOTHING;
    List<String> bases = json.at("extends").map(Json::texts).orElse(List.of());
    for (String base : bases) {
      if (depth == MOST_STEPS || ++extended > MOST_EXTENDED) {
        problems.add(path + " extends further than is followed, or itself");
        break;
      }
      Optional<String> found = extended(path, base);
      if (found.isEmpty()) {
        problems.add(path + " extends " + base + ", which is not there");
      } else {
        all = over(written(found.get(), depth + 1), all);
      }
    }
    Optional<Json> own = json.at("compilerOptions");
    if (own.isPresent() && !(own.get() instanceof Json.Table)) {
      problems.add(path + ": compilerOptions is no object");
    }
    return own.isEmpty() ? all : over(own(own.get(), path), all);
  }

  private static Written over(Written own, Written base) {
    return new Written(
        own.baseUrl.or(() -> base.baseUrl),
        own.paths.isEmpty() ? base.paths : own.paths,
        own.paths.isEmpty() ? base.pathsFolder : own.pathsFolder,
        own.rootDirs.isEmpty() ? base.rootDirs : own.rootDirs,
        own.outDir.or(() -> base.outDir),
        own.rootDir.or(() -> base.rootDir));
  }

  private Written own(Json options, String path) {
    String folder = Folders.of(path);
    List<String> roots = new ArrayList<>();
    for (String root : options.at("rootDirs").map(Json::texts).orElse(List.of())) {
      inside(folder, root, path).ifPresent(roots::add);
    }
    return new Written(
        folder(options, "baseUrl", path),
        paths(options, path),
        folder,
        roots,
        folder(options, "declarationDir", path).or(() -> folder(options, "outDir", path)),
        folder(options, "rootDir", path));
  }

  private Optional<String> folder(Json options, String key, String path) {
    Optional<Json> value = options.at(key);
    if (value.isPresent() && value.get().text().isEmpty()) {
      problems.add(path + ": " + key + " is no text");
    }
    return options.text(key).flatMap(written -> inside(Folders.of(path), written, path));
  }

  private Map<String, List<String>> paths(Json options, String path) {
    Optional<Json> paths = options.at("paths");
    if (paths.isPresent() && !(paths.get() instanceof Json.Table)) {
      problems.add(path + ": paths is no object");
    }
    Map<String, List<String>> found = new LinkedHashMap<>();
    paths
        .map(Json::table)
        .orElse(Map.of())
        .forEach(
            (pattern, targets) -> {
              if (!(targets instanceof Json.Array) || pattern.matches(".*\\*.*\\*.*")) {
                problems.add(path + ": paths says of " + pattern + " what cannot be followed");
              } else {
                found.put(pattern, targets.texts());
              }
            });
    return found;
  }

  private Optional<String> inside(String folder, String written, String path) {
    boolean here = written.startsWith(HERE);
    Optional<String> found =
        here
            ? Folders.resolve(leaf, written.substring(HERE.length()).replaceFirst("^/", ""))
            : Folders.resolve(folder, written);
    if (found.isEmpty()) {
      problems.add(path + ": " + written + " leads out of the workspace");
    }
    return found;
  }

  /** The file that a configuration extends. */
  private Optional<String> extended(String path, String base) {
    List<String> starts = new ArrayList<>();
    String folder = Folders.of(path);
    if (ModuleFiles.isRelative(base)) {
      Folders.resolve(folder, base).ifPresent(starts::add);
    } else {
      for (String around : Folders.outwards(folder)) {
        Folders.resolve(Folders.join(around, "node_modules"), base).ifPresent(starts::add);
      }
      String name = PackageName.of(base);
      packages
          .apply(name)
          .flatMap(home -> Folders.resolve(home, "./" + PackageName.subpath(base)))
          .ifPresent(starts::addFirst);
    }
    for (String start : starts) {
      for (String file : List.of(start, start + ".json", Folders.join(start, "tsconfig.json"))) {
        if (file.endsWith(".json") && files.apply(file).isPresent()) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }
}
