package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.index.classpath.ClassPath;
import dev.sextant.index.classpath.ClassPathSearch;
import dev.sextant.index.classpath.ClassPathSettings;
import dev.sextant.lang.classfile.JarLibraries;
import dev.sextant.lang.classfile.JarLimits;
import dev.sextant.lang.classfile.JarReader;
import dev.sextant.lang.classfile.PlatformLibrary;
import dev.sextant.lang.java.JavaLanguage;
import dev.sextant.lang.typescript.ScriptLibrary;
import dev.sextant.lang.typescript.TypeScriptLanguage;
import dev.sextant.resolve.Library;
import dev.sextant.source.SourceTreeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The libraries that builds reckon with besides their own sources: the Java platform and what
 * scripts find without declaring it, opened when first needed and kept for all builds, and the jars
 * that a workspace is compiled against.
 *
 * <p><b>Threads:</b> safe; the first to ask for the platform opens it while others wait. Blocks on
 * the disk.
 */
public final class Libraries {
  /**
   * The libraries of one workspace.
   *
   * @param problems what could not be found or read
   */
  record Found(List<Library> libraries, List<FileProblem> problems) {
    static final Found NONE = new Found(List.of(), List.of());

    /** Tells apart libraries that names may mean something else in. */
    long fingerprint() {
      long hash = libraries.size();
      for (Library library : libraries) {
        hash = 31 * hash + library.types().fingerprint();
        hash ^= hash >>> 29;
      }
      return hash;
    }
  }

  private final Optional<ClassPathSettings> search;
  private final JarLibraries jars;
  private @Nullable Library platform;
  private @Nullable Library globals;

  /**
   * Opens nothing yet.
   *
   * @param search where jars are looked for; absent to leave them out
   * @param folder where what was read of jars is kept
   */
  public Libraries(Optional<ClassPathSettings> search, Path folder) {
    this.search = search;
    jars = new JarLibraries(folder, JarLimits.USUAL);
  }

  /** Where jars are looked for, as text. */
  String fingerprint() {
    return search
        .map(where -> "%s %s %s".formatted(where.mavenFolder(), where.gradleFolder(), where.jars()))
        .orElse("none");
  }

  /** What {@code files} of the workspace at {@code root} may refer to. */
  Found of(Path root, List<ExtractedFile> files, Cancellation cancellation)
      throws SourceTreeException {
    List<Library> libraries = new ArrayList<>();
    List<FileProblem> problems = new ArrayList<>();
    if (files.stream().anyMatch(file -> file.unit().language() instanceof JavaLanguage)) {
      ClassPath path =
          search.isEmpty()
              ? ClassPath.EMPTY
              : ClassPathSearch.find(root, search.get(), cancellation);
      jars(path, libraries, problems, cancellation);
      libraries.add(platform());
    }
    if (files.stream().anyMatch(file -> file.unit().language().rules().structural())) {
      libraries.add(scripts());
    }
    return new Found(libraries, problems);
  }

  private void jars(
      ClassPath path,
      List<Library> libraries,
      List<FileProblem> problems,
      Cancellation cancellation) {
    for (String missing : path.missing()) {
      problems.add(
          new FileProblem(
              missing, "missingLibrary", "not found on this machine: build the project once"));
    }
    for (String problem : path.problems()) {
      problems.add(new FileProblem(".", "classPath", problem));
    }
    for (Path jar : path.jars()) {
      cancellation.check();
      JarReader.Outcome outcome = jars.open(jar);
      libraries.add(new Library(new JavaLanguage(), outcome.library()));
      for (String problem : outcome.problems()) {
        problems.add(new FileProblem(jar.toString(), "damagedLibrary", problem));
      }
    }
  }

  private synchronized Library scripts() {
    Library opened = globals;
    if (opened == null) {
      try {
        opened = new Library(new TypeScriptLanguage(), ScriptLibrary.open());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      globals = opened;
    }
    return opened;
  }

  private synchronized Library platform() {
    Library opened = platform;
    if (opened == null) {
      try {
        opened = new Library(new JavaLanguage(), PlatformLibrary.open());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      platform = opened;
    }
    return opened;
  }
}
