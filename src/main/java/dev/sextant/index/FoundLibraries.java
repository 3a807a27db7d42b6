package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.lang.java.JavaLanguage;
import dev.sextant.lang.typescript.project.ScriptProjects;
import dev.sextant.resolve.Library;
import dev.sextant.source.SourceTreeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The libraries of one workspace, as a build found them.
 *
 * <p><b>Threads:</b> immutable.
 */
final class FoundLibraries {
  /** What a path takes with what it leads to. */
  private static final long ROW_BYTES = 200;

  static final FoundLibraries NONE =
      new FoundLibraries(Optional.empty(), Optional.empty(), Set.of(), Optional.empty());

  private final Optional<Libraries.Jars> java;
  private final Optional<Library> globals;
  private final Set<String> asked;
  private final Optional<TypesSearch.Found> types;

  private FoundLibraries(
      Optional<Libraries.Jars> java,
      Optional<Library> globals,
      Set<String> asked,
      Optional<TypesSearch.Found> types) {
    this.java = java;
    this.globals = globals;
    this.asked = asked;
    this.types = types;
  }

  /** A search for what the files of a workspace may refer to. */
  record Search(
      Path root,
      IndexSettings settings,
      ScriptProjects projects,
      WorkerPool workers,
      Cancellation cancellation) {
    /**
     * What {@code files} may refer to; of what the build before found that is kept which cannot
     * have changed.
     */
    FoundLibraries of(List<ExtractedFile> files, Optional<LinkState> state)
        throws SourceTreeException {
      FoundLibraries before = state.flatMap(LinkState::libraries).orElse(NONE);
      Optional<Libraries.Jars> java = Optional.empty();
      if (files.stream().anyMatch(file -> file.unit().language() instanceof JavaLanguage)) {
        java = before.java;
        if (java.isEmpty()) {
          java = Optional.of(settings.libraries().java(root, cancellation));
        }
      }
      List<ExtractedFile> scripts = files.stream().filter(ExtractedFile::isScript).toList();
      if (scripts.isEmpty()) {
        return new FoundLibraries(java, Optional.empty(), Set.of(), Optional.empty());
      }
      Set<String> asked =
          before.globals.isPresent() && areAsBefore(scripts, state)
              ? before.asked
              : PackageImports.of(scripts, projects, workers, cancellation);
      Optional<TypesSearch.Found> types = before.types;
      if (!asked.equals(before.asked) || types.isEmpty()) {
        types =
            settings.libraries().types().files() == 0
                ? Optional.empty()
                : Optional.of(
                    new TypesSearch(root, settings, settings.libraries().types(), projects)
                        .run(asked, workers, cancellation));
      }
      return new FoundLibraries(java, Optional.of(settings.libraries().scripts()), asked, types);
    }

    private static boolean areAsBefore(List<ExtractedFile> scripts, Optional<LinkState> state) {
      List<LinkedFile> all = state.map(LinkState::files).orElse(List.of());
      List<ExtractedFile> before =
          all.stream().map(LinkedFile::file).filter(ExtractedFile::isScript).toList();
      boolean same = before.size() == scripts.size();
      for (int i = 0; same && i < scripts.size(); i++) {
        ExtractedFile script = scripts.get(i);
        same =
            script.unit().path().equals(before.get(i).unit().path())
                && script.hasTextOf(before.get(i));
      }
      return same;
    }
  }

  /** Whether the packages installed below {@code root} are as they were found. */
  boolean areInstalledAsBefore(Path root) {
    return types.isEmpty() || types.get().lookedAt().isAsBefore(root);
  }

  /** Tells apart libraries that names may mean something else in. */
  long fingerprint() {
    List<Library> libraries = libraries();
    long hash = libraries.size();
    for (Library library : libraries) {
      hash = 31 * hash + library.fingerprint();
      hash ^= hash >>> 29;
    }
    return hash;
  }

  /** About the bytes that are held for this workspace alone; the rest is shared. */
  long ownBytes() {
    long bytes = ROW_BYTES * asked.size();
    if (types.isPresent()) {
      TypesSearch.Found found = types.get();
      bytes += ROW_BYTES * found.lookedAt().count();
      bytes += found.library().map(library -> ownBytes(library)).orElse(0L);
    }
    return bytes;
  }

  private static long ownBytes(Library modules) {
    return modules.types().sizeBytes() + ROW_BYTES * modules.modules().size();
  }

  /** All of them, in the order in which they are looked into. */
  List<Library> libraries() {
    List<Library> all = new ArrayList<>();
    java.ifPresent(jars -> all.addAll(jars.libraries()));
    types.flatMap(TypesSearch.Found::library).ifPresent(all::add);
    globals.ifPresent(all::add);
    return all;
  }

  /** What could not be found or read. */
  List<FileProblem> problems() {
    List<FileProblem> all = new ArrayList<>();
    java.ifPresent(jars -> all.addAll(jars.problems()));
    types.ifPresent(found -> all.addAll(found.problems()));
    return all;
  }
}
