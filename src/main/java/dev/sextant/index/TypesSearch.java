package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.index.cache.CacheSession;
import dev.sextant.index.modules.InstalledPackages;
import dev.sextant.index.modules.LookedAt;
import dev.sextant.index.modules.TypesLimits;
import dev.sextant.index.modules.WorkspaceTexts;
import dev.sextant.lang.ExternalLibrary;
import dev.sextant.lang.ExternalLibraryBuilder;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.typescript.TypeScriptLanguage;
import dev.sextant.lang.typescript.project.Folders;
import dev.sextant.lang.typescript.project.PackageName;
import dev.sextant.lang.typescript.project.ScriptProjects;
import dev.sextant.resolve.Library;
import dev.sextant.source.SourceReader;
import dev.sextant.source.SourceTreeException;
import dev.sextant.syntax.ParseJournal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the declaration files of the installed packages that scripts of a workspace import, and of
 * those that these import in turn.
 *
 * <p><b>Threads:</b> confined to the thread that drives the build; the files are read by the
 * workers.
 */
final class TypesSearch {
  /**
   * What was found.
   *
   * @param library all files, each a module; absent when there are none
   * @param lookedAt what it depends on
   */
  record Found(Optional<Library> library, List<FileProblem> problems, LookedAt lookedAt) {}

  private final Path root;
  private final IndexSettings settings;
  private final TypesLimits limits;
  private final ScriptProjects projects;
  private final WorkspaceTexts texts;
  private final InstalledPackages packages;
  private final List<FileProblem> problems = new ArrayList<>();
  private final Map<String, String> aliases = new TreeMap<>();
  private final Map<String, FileFacts> read = new TreeMap<>();
  private final Set<String> wanted = new TreeSet<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> unfound = new TreeSet<>();
  private final Map<String, String> ambientFiles = new HashMap<>();
  private boolean ambientListed;
  private long bytes;

  TypesSearch(Path root, IndexSettings settings, TypesLimits limits, ScriptProjects projects)
      throws SourceTreeException {
    this.root = root;
    this.settings = settings;
    this.limits = limits;
    this.projects = projects;
    texts = new WorkspaceTexts(root);
    packages = new InstalledPackages(texts);
  }

  /** Reads what {@code asked} means, each a folder, a line feed, and what is imported there. */
  Found run(Set<String> asked, WorkerPool workers, Cancellation cancellation)
      throws SourceTreeException {
    for (String one : asked) {
      int end = one.indexOf('\n');
      packaged(one.substring(0, end), one.substring(end + 1));
    }
    try (CacheSession cache = settings.cache().open();
        ParseJournal journal = ParseJournal.open(settings.stateFolder(), workers.threads())) {
      SourceReader reader = SourceReader.open(root, settings.maxFileBytes());
      while (!wanted.isEmpty() || ambient()) {
        round(
            new TypesReading(reader, cache, journal, settings.parseBudget()),
            workers,
            cancellation);
      }
    }
    texts.problems().forEach(one -> problems.add(new FileProblem(".", "types", one)));
    return new Found(library(), List.copyOf(problems), texts.lookedAt());
  }

  private void round(TypesReading reading, WorkerPool workers, Cancellation cancellation) {
    List<String> paths = new ArrayList<>(wanted);
    wanted.clear();
    int room = limits.files() - read.size();
    if (paths.size() > room || bytes > limits.bytes()) {
      problems.add(
          new FileProblem(
              ".",
              "types",
              "installed packages have more declaration files than are read: raise"
                  + " sextant.max-types-files or sextant.max-types-size"));
      paths = bytes > limits.bytes() ? List.of() : paths.subList(0, Math.max(0, room));
    }
    for (TypesReading.Read one : reading.run(paths, workers, cancellation)) {
      texts.lookedAt().at(root, one.path());
      bytes += one.sizeBytes();
      take(one.path(), one.path(), one.facts());
      one.references().forEach(reference -> referred(one.path(), reference));
      one.ambient().forEach((name, facts) -> ambient(name, one.path(), facts));
    }
  }

  private void ambient(String name, String path, FileFacts facts) {
    // The body counts as a file beside the one it stands in, for what it imports by relative paths.
    String module = path + "#" + name.replace('/', '!');
    if (aliases.putIfAbsent(ScriptProjects.AMBIENT + name, module) == null) {
      take(module, path, facts);
    }
  }

  private void take(String module, String path, FileFacts facts) {
    read.put(module, facts);
    for (int row = 0; row < facts.importCount(); row++) {
      String imported = facts.string(facts.importPath(row));
      if (PackageName.isOne(imported)) {
        packaged(Folders.of(path), imported);
      } else if (!imported.isEmpty()) {
        relative(path, imported);
      }
    }
  }

  private void relative(String path, String imported) {
    Optional<String> asked = Folders.resolve(Folders.of(path), imported);
    Optional<String> file = packages.beside(path, imported);
    if (asked.isPresent() && file.isPresent()) {
      aliases.put(asked.get(), file.get());
      want(file.get());
    }
  }

  private void referred(String path, TypesReading.Reference reference) {
    if (reference.isPath()) {
      packages.beside(path, reference.target()).ifPresent(this::want);
    } else {
      packaged(Folders.of(path), reference.target());
    }
  }

  private void packaged(String folder, String imported) {
    if (!PackageName.isOne(imported) || !seen.add(folder + "\n" + imported)) {
      return;
    }
    Optional<InstalledPackages.Found> found = packages.find(folder, imported);
    if (found.isPresent()) {
      aliases.put(found.get().asked(), found.get().path());
      want(found.get().path());
    } else {
      unfound.add(imported);
    }
  }

  private void want(String path) {
    if (!read.containsKey(path)) {
      wanted.add(path);
    }
  }

  /** Looks for the modules not found among those that packages of types declare by name. */
  private boolean ambient() {
    unfound.removeIf(name -> aliases.containsKey(ScriptProjects.AMBIENT + name));
    if (unfound.isEmpty()) {
      return false;
    }
    if (!ambientListed) {
      ambientListed = true;
      listAmbient();
    }
    unfound.forEach(
        name -> {
          String file = ambientFiles.get(name);
          if (file != null) {
            want(file);
          }
        });
    unfound.clear();
    return !wanted.isEmpty();
  }

  private void listAmbient() {
    Set<String> listed = new HashSet<>();
    List<String> open = new ArrayList<>(packages.typePackages());
    while (!open.isEmpty() && listed.size() < limits.files()) {
      String path = open.removeLast();
      Optional<String> text = listed.add(path) ? texts.text(path) : Optional.empty();
      if (text.isPresent()) {
        for (TypesReading.Reference reference : TypesReading.references(text.get())) {
          if (reference.isPath()) {
            packages.beside(path, reference.target()).ifPresent(open::add);
          }
        }
        TypesReading.ambientNames(text.get()).forEach(name -> ambientFiles.putIfAbsent(name, path));
      }
    }
  }

  private Optional<Library> library() {
    if (read.isEmpty()) {
      return Optional.empty();
    }
    var builder = new ExternalLibraryBuilder();
    read.forEach((path, facts) -> builder.add(Folders.of(path), name(path), facts));
    ExternalLibrary library = builder.build();
    Map<String, Integer> modules = new HashMap<>();
    for (int file = 0; file < library.typeCount(); file++) {
      modules.put(Folders.join(library.packageName(file), library.name(file)), file);
    }
    aliases.forEach(
        (asked, path) -> {
          Integer file = modules.get(path);
          if (file != null) {
            modules.putIfAbsent(asked, file);
          }
        });
    return Optional.of(new Library(new TypeScriptLanguage(projects), library, modules));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
