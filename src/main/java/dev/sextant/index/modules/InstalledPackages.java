package dev.sextant.index.modules;

import dev.sextant.lang.typescript.project.Folders;
import dev.sextant.lang.typescript.project.JsonReader;
import dev.sextant.lang.typescript.project.MalformedJsonException;
import dev.sextant.lang.typescript.project.PackageManifest;
import dev.sextant.lang.typescript.project.PackageName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The packages in the folders {@code node_modules} of a workspace, and the declaration files that
 * imports of them mean.
 *
 * <p><b>Threads:</b> confined to one thread; blocks on the disk, and remembers what it found.
 */
public final class InstalledPackages {
  /**
   * A declaration file that an import means.
   *
   * @param asked the import below the {@code node_modules} that has the package
   * @param path where the file itself lies
   */
  public record Found(String asked, String path) {}

  private static final String MODULES = "node_modules";
  private static final String TYPES = "@types/";

  private final WorkspaceTexts texts;
  private final Map<String, Optional<String>> homes = new HashMap<>();
  private final Map<String, Optional<PackageManifest>> manifests = new HashMap<>();
  private final TreeSet<String> typeFolders = new TreeSet<>();

  /** The packages below the root of {@code texts}. */
  public InstalledPackages(WorkspaceTexts texts) {
    this.texts = texts;
  }

  /** The declaration file that {@code imported} means to a file in {@code folder}. */
  public Optional<Found> find(String folder, String imported) {
    String name = PackageName.of(imported);
    String subpath = PackageName.subpath(imported);
    for (String around : Folders.outwards(folder)) {
      String modules = Folders.join(around, MODULES);
      if (around.endsWith(MODULES) || !texts.isFolder(modules)) {
        continue;
      }
      typeFolders.add(modules);
      String typed = TYPES + (name.startsWith("@") ? name.substring(1).replace("/", "__") : name);
      for (String one : List.of(name, typed)) {
        Optional<String> file =
            home(modules + "/" + one).flatMap(home -> declarationFile(home, subpath));
        if (file.isPresent()) {
          return Optional.of(new Found(modules + "/" + imported, file.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** The declaration files of all packages of types, wherever an import was looked for so far. */
  public List<String> typePackages() {
    List<String> found = new ArrayList<>();
    for (String modules : typeFolders) {
      String types = modules + "/@types";
      if (texts.isFolder(types)) {
        for (String name : texts.names(types)) {
          home(types + "/" + name).flatMap(home -> declarationFile(home, "")).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** The declaration file that a path in another one means. */
  public Optional<String> beside(String path, String written) {
    return Folders.resolve(Folders.of(path), written).flatMap(this::declared);
  }

  /** The folder of a package itself; empty for none, and for one of the workspace. */
  private Optional<String> home(String folder) {
    Optional<String> known = homes.get(folder);
    if (known == null) {
      known =
          texts.isFolder(folder)
              ? texts.real(folder).filter(real -> ("/" + real + "/").contains("/node_modules/"))
              : Optional.empty();
      homes.put(folder, known);
    }
    return known;
  }

  private Optional<String> declarationFile(String home, String subpath) {
    Optional<PackageManifest> manifest = manifest(home);
    List<String> written = new ArrayList<>();
    manifest.ifPresent(one -> written.addAll(one.exported(subpath)));
    if (manifest.flatMap(PackageManifest::exports).isEmpty()) {
      if (!subpath.isEmpty()) {
        String inner = home + "/" + subpath;
        manifest(inner)
            .ifPresent(one -> one.mains().forEach(main -> written.add(subpath + "/" + main)));
        written.add(subpath);
      }
    }
    if (subpath.isEmpty()) {
      written.add("index.d.ts");
    }
    for (String one : written) {
      Optional<String> found =
          Folders.resolve(home, one)
              .filter(path -> path.startsWith(home + "/"))
              .flatMap(this::declared);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The declaration file for a path, which may name what it declares. */
  private Optional<String> declared(String path) {
    List<String> candidates = new ArrayList<>();
    if (path.matches(".*\\.d\\.([a-z]+\\.)?[mc]?ts")) {
      candidates.add(path);
    } else if (path.matches(".*\\.[mc]?jsx?")) {
      int dot = path.lastIndexOf('.');
      String variant = path.substring(dot + 1, dot + 2).replace("j", "");
      candidates.add(path.substring(0, dot) + ".d." + variant + "ts");
      candidates.add(path.substring(0, dot) + ".d.ts");
    }
    for (String ending : List.of(".d.ts", "/index.d.ts", ".d.mts", ".d.cts")) {
      candidates.add(path + ending);
    }
    return candidates.stream().filter(texts::isFile).findFirst();
  }

  private Optional<PackageManifest> manifest(String home) {
    Optional<PackageManifest> known = manifests.get(home);
    if (known == null) {
      known = texts.text(home + "/package.json").flatMap(text -> manifest(home, text));
      manifests.put(home, known);
    }
    return known;
  }

  private Optional<PackageManifest> manifest(String home, String text) {
    try {
      return Optional.of(PackageManifest.of(home, JsonReader.read(text)));
    } catch (MalformedJsonException e) {
      texts.problems().add("cannot read " + home + "/package.json: " + e.getMessage());
      return Optional.empty();
    }
  }
}
