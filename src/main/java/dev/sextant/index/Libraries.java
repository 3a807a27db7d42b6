package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.index.classpath.ClassPath;
import dev.sextant.index.classpath.ClassPathSearch;
import dev.sextant.index.classpath.ClassPathSettings;
import dev.sextant.index.modules.TypesLimits;
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
   * The jars of one workspace, and the platform.
   *
   * @param problems what could not be found or read
   */
  record Jars(List<Library> libraries, List<FileProblem> problems) {}

  private final Optional<ClassPathSettings> search;
  private final TypesLimits types;
  private final JarLibraries jars;
  private @Nullable Library platform;
  private @Nullable Library globals;

  /**
   * Opens nothing yet.
   *
   * @param search where jars are looked for; absent to leave them out
   * @param types how much is read of packages that are installed in a workspace
   * @param folder where what was read of jars is kept
   */
  public Libraries(Optional<ClassPathSettings> search, TypesLimits types, Path folder) {
    this.search = search;
    this.types = types;
    jars = new JarLibraries(folder, JarLimits.USUAL);
  }

  /** How much is read of installed packages. */
  TypesLimits types() {
    return types;
  }

  /** Where jars are looked for, and how much is read of installed packages, as text. */
  String fingerprint() {
    return search
            .map(
                where ->
                    "%s %s %s".formatted(where.mavenFolder(), where.gradleFolder(), where.jars()))
            .orElse("none")
        + " types="
        + types.files()
        + "/"
        + types.bytes();
  }

  /** What Java sources of the workspace at {@code root} may refer to. */
  Jars java(Path root, Cancellation cancellation) throws SourceTreeException {
    List<Library> libraries = new ArrayList<>();
    List<FileProblem> problems = new ArrayList<>();
    ClassPath path =
        search.isEmpty() ? ClassPath.EMPTY : ClassPathSearch.find(root, search.get(), cancellation);
    jars(path, libraries, problems, cancellation);
    libraries.add(platform());
    return new Jars(libraries, problems);
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

  /** What scripts find without declaring it. */
  synchronized Library scripts() {
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
