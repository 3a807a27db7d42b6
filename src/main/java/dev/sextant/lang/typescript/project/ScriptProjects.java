package dev.sextant.lang.typescript.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The TypeScript and JavaScript projects of a workspace: which files an import may mean.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class ScriptProjects {
  /** No configuration at all: imports mean what their paths say. */
  public static final ScriptProjects NONE = new ScriptProjects(Map.of(), List.of());

  /** Where modules are found that declaration files declare by a name of their own. */
  public static final String AMBIENT = "(ambient)/";

  /** Folders that hold what is built, by the habits of the tools that build it. */
  private static final Set<String> BUILT =
      Set.of("dist", "lib", "build", "out", "es", "esm", "cjs", "types");

  private static final int MOST_FOLLOWED = 8;

  private final Map<String, CompilerOptions> options;
  private final Map<String, PackageManifest> packages = new HashMap<>();
  private final Map<String, List<PackageManifest>> byName = new HashMap<>();

  /** Projects by the folders that have their configuration. */
  ScriptProjects(Map<String, CompilerOptions> options, List<PackageManifest> manifests) {
    this.options = Map.copyOf(options);
    for (PackageManifest manifest : manifests) {
      packages.put(manifest.folder(), manifest);
      if (!manifest.name().isEmpty()) {
        byName.computeIfAbsent(manifest.name(), _ -> new ArrayList<>()).add(manifest);
      }
    }
  }

  /** Whether a file of this name says where imports lead. */
  public static boolean isProjectFile(String name) {
    boolean config = name.startsWith("tsconfig") || name.startsWith("jsconfig");
    return name.equals("package.json") || (config && name.endsWith(".json"));
  }

  /**
   * Paths of the files that may be the module that is imported, best first. A package that is not
   * of the workspace is looked for in {@code node_modules} of the folders around, under its name
   * and what follows it, and under {@link #AMBIENT}.
   *
   * @param importer path of the importing file
   */
  public List<String> moduleFiles(String importer, String imported) {
    if (imported.isEmpty()) {
      return List.of(importer);
    }
    var files = new LinkedHashSet<String>();
    follow(importer, imported, files, MOST_FOLLOWED);
    return List.copyOf(files);
  }

  private void follow(String importer, String imported, Set<String> files, int steps) {
    String folder = Folders.of(importer);
    if (steps == 0) {
      return;
    }
    if (ModuleFiles.isRelative(imported)) {
      relative(folder, imported, files);
    } else if (imported.startsWith("#")) {
      ofOwnPackage(importer, imported, files, steps);
    } else if (PackageName.isOne(imported)) {
      CompilerOptions options = optionsAt(folder);
      options.mapped(imported).forEach(path -> module(path, files));
      options
          .baseUrl()
          .flatMap(base -> Folders.resolve(base, imported))
          .ifPresent(path -> module(path, files));
      ofPackage(folder, imported, files);
      for (String around : Folders.outwards(folder)) {
        files.add(Folders.join(around, "node_modules/" + imported));
      }
      files.add(AMBIENT + imported);
    }
  }

  private void relative(String folder, String imported, Set<String> files) {
    Folders.resolve(folder, imported).ifPresent(path -> module(path, files));
    List<String> roots = optionsAt(folder).rootDirs();
    for (String root : roots) {
      if (Folders.holds(root, folder)) {
        for (String other : roots) {
          Folders.resolve(Folders.join(other, Folders.below(root, folder)), imported)
              .ifPresent(path -> module(path, files));
        }
      }
    }
  }

  /** Adds the files of a path; a folder may say itself which file it stands for. */
  private void module(String path, Set<String> files) {
    PackageManifest manifest = packages.get(path);
    if (manifest == null || path.isEmpty()) {
      ModuleFiles.add(files, path);
    } else {
      ModuleFiles.addFile(files, path);
      manifest.mains().forEach(main -> target(manifest, main, files));
      ModuleFiles.addIndex(files, path);
    }
  }

  private void ofOwnPackage(String importer, String imported, Set<String> files, int steps) {
    for (String folder : Folders.outwards(Folders.of(importer))) {
      PackageManifest manifest = packages.get(folder);
      if (manifest != null) {
        for (String target : manifest.imported(imported)) {
          if (ModuleFiles.isRelative(target)) {
            target(manifest, target, files);
          } else {
            follow(importer, target, files, steps - 1);
          }
        }
        return;
      }
    }
  }

  private void ofPackage(String folder, String imported, Set<String> files) {
    Optional<PackageManifest> found = packageOf(folder, PackageName.of(imported));
    if (found.isEmpty()) {
      return;
    }
    PackageManifest manifest = found.get();
    String subpath = PackageName.subpath(imported);
    manifest.exported(subpath).forEach(target -> target(manifest, target, files));
    if (manifest.exports().isEmpty() && !subpath.isEmpty()) {
      target(manifest, subpath, files);
    }
    if (subpath.isEmpty()) {
      ModuleFiles.addIndex(files, manifest.folder());
      ModuleFiles.addIndex(files, Folders.join(manifest.folder(), "src"));
    }
  }

  /** Of the packages of that name the one around, else the nearest. */
  private Optional<PackageManifest> packageOf(String folder, String name) {
    return byName.getOrDefault(name, List.of()).stream()
        .max(
            Comparator.comparingInt(
                    (PackageManifest one) -> shared(one.folder() + "/", folder + "/"))
                .thenComparingInt(one -> -one.folder().length())
                .thenComparing(PackageManifest::folder));
  }

  /** The folder of the package of the workspace that has a name. */
  Optional<String> folderOf(String name) {
    return packageOf("", name).map(PackageManifest::folder);
  }

  private static int shared(String one, String other) {
    int shared = 0;
    for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
      if (one.charAt(i) != other.charAt(i)) {
        break;
      }
      shared = one.charAt(i) == '/' ? i : shared;
    }
    return shared;
  }

  /** Adds what a manifest names: the file, else what it is built from. */
  private void target(PackageManifest manifest, String target, Set<String> files) {
    Optional<String> resolved = Folders.resolve(manifest.folder(), target);
    if (resolved.isEmpty() || !Folders.holds(manifest.folder(), resolved.get())) {
      return;
    }
    String path = resolved.get();
    ModuleFiles.add(files, path);
    String stem = ModuleFiles.stem(path);
    CompilerOptions built = optionsAt(manifest.folder());
    if (built.outDir().isPresent() && Folders.holds(built.outDir().get(), path)) {
      String inside = Folders.below(built.outDir().get(), stem);
      for (String from :
          built
              .rootDir()
              .map(List::of)
              .orElse(List.of(manifest.folder(), Folders.join(manifest.folder(), "src")))) {
        ModuleFiles.add(files, Folders.join(from, inside));
      }
    }
    byHabit(manifest.folder(), Folders.below(manifest.folder(), stem), files);
  }

  /** Adds the sources that usually go with a built file, whose folders are left out one by one. */
  private static void byHabit(String folder, String built, Set<String> files) {
    String rest = built;
    int slash = rest.indexOf('/');
    while (slash > 0 && BUILT.contains(rest.substring(0, slash))) {
      rest = rest.substring(slash + 1);
      ModuleFiles.add(files, Folders.join(folder, "src/" + rest));
      ModuleFiles.add(files, Folders.join(folder, rest));
      slash = rest.indexOf('/');
    }
  }

  private CompilerOptions optionsAt(String folder) {
    if (options.isEmpty()) {
      return CompilerOptions.NONE;
    }
    for (String around : Folders.outwards(folder)) {
      CompilerOptions found = options.get(around);
      if (found != null) {
        return found;
      }
    }
    return CompilerOptions.NONE;
  }
}
