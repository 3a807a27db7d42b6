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
     * What {@code files} may refer to; of what {@code before} found that is kept which cannot have
     * changed.
     */
    FoundLibraries of(List<ExtractedFile> files, FoundLibraries before) throws SourceTreeException {
      Optional<Libraries.Jars> java = Optional.empty();
      if (files.stream().anyMatch(file -> file.unit().language() instanceof JavaLanguage)) {
        java = before.java;
        if (java.isEmpty()) {
          java = Optional.of(settings.libraries().java(root, cancellation));
        }
      }
      if (files.stream().noneMatch(file -> file.unit().language().rules().structural())) {
        return new FoundLibraries(java, Optional.empty(), Set.of(), Optional.empty());
      }
      Set<String> asked = TypesSearch.asked(files);
      Optional<TypesSearch.Found> types = before.types;
      if (!asked.equals(before.asked) || types.isEmpty()) {
        types =
            settings.libraries().types().files() == 0
                ? Optional.empty()
                : Optional.of(
                    new TypesSearch(root, settings, settings.libraries().types(), projects)
                        .run(asked, files, workers, cancellation));
      }
      return new FoundLibraries(java, Optional.of(settings.libraries().scripts()), asked, types);
    }
  }

  /** Whether the installed packages are as they were found. */
  boolean areInstalledAsBefore() {
    return types.isEmpty() || types.get().lookedAt().isAsBefore();
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
