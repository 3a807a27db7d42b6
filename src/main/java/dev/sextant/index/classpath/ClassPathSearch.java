package dev.sextant.index.classpath;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.source.ReadOutcome;
import dev.sextant.source.SourceFile;
import dev.sextant.source.SourcePath;
import dev.sextant.source.SourceReader;
import dev.sextant.source.SourceTree;
import dev.sextant.source.SourceTreeException;
import dev.sextant.source.WalkSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the jars of a workspace by its build files: Maven's project files, with parents, imports
 * and what dependencies bring in turn, and what Gradle's files say in plain text.
 *
 * <p>Only what the caches of these tools hold is found: who builds the workspace once has it there.
 * Profiles, plugins and what a script computes are not seen, nor projects inside a folder {@code
 * src}.
 */
public final class ClassPathSearch {
  private static final String POM = "pom.xml";
  private static final String LOCK = "gradle.lockfile";
  private static final String CATALOG = ".versions.toml";
  private static final Set<String> SCRIPTS = Set.of("build.gradle", "build.gradle.kts");
  private static final int MOST_BUILD_FILES = 5_000;
  private static final int MOST_PROBLEMS = 50;

  private final Path root;
  private final ClassPathSettings settings;
  private final Cancellation cancellation;
  private final List<String> problems = new ArrayList<>();
  private final List<Pom> poms = new ArrayList<>();
  private final GradleFiles gradle = new GradleFiles();

  private ClassPathSearch(Path root, ClassPathSettings settings, Cancellation cancellation) {
    this.root = root;
    this.settings = settings;
    this.cancellation = cancellation;
  }

  /** Whether a file of this name can change what {@link #find} gives. */
  public static boolean isBuildFile(String name) {
    return name.equals(POM)
        || name.equals(LOCK)
        || name.endsWith(CATALOG)
        || SCRIPTS.contains(name);
  }

  /**
   * Finds the jars of the workspace at {@code root}.
   *
   * <p><b>Cost:</b> lists the workspace once, reads its build files and the project files of all
   * that it depends on.
   *
   * @throws SourceTreeException when the root cannot be listed
   */
  public static ClassPath find(Path root, ClassPathSettings settings, Cancellation cancellation)
      throws SourceTreeException {
    return new ClassPathSearch(root, settings, cancellation).find();
  }

  private ClassPath find() throws SourceTreeException {
    readBuildFiles();
    Set<Path> jars = new LinkedHashSet<>();
    List<String> missing = new ArrayList<>();
    for (Path jar : settings.jars()) {
      if (Files.isRegularFile(jar)) {
        jars.add(jar);
      } else {
        missing.add(jar.toString());
      }
    }
    if (!poms.isEmpty() || !gradle.isEmpty()) {
      ArtifactStore store = ArtifactStore.of(settings, problems);
      PomModels models = new PomModels(poms, store, problems);
      DependencyWalk walk = new DependencyWalk(models, store);
      for (Pom pom : poms) {
        walk.add(models.of(pom), cancellation);
      }
      walk.add(gradle.model(models), cancellation);
      jars.addAll(walk.jars());
      missing.addAll(walk.missing());
    }
    List<String> named = problems.stream().distinct().limit(MOST_PROBLEMS).toList();
    return new ClassPath(List.copyOf(jars), missing, named);
  }

  private void readBuildFiles() throws SourceTreeException {
    List<SourceFile> files =
        SourceTree.walk(root, WalkSettings.standard(), ClassPathSearch::isBuildFile, cancellation)
            .files();
    SourceReader reader = SourceReader.open(root, BoundedFile.MOST_BYTES);
    if (files.size() > MOST_BUILD_FILES) {
      problems.add("there are " + files.size() + " build files; the first 5000 are read");
    }
    for (SourceFile file : files.subList(0, Math.min(files.size(), MOST_BUILD_FILES))) {
      cancellation.check();
      SourcePath path = file.path();
      if (isExample(path.value())) {
        continue;
      }
      switch (reader.read(path)) {
        case ReadOutcome.Read(var text) -> read(path, text.text(0, text.length()));
        case ReadOutcome.Skipped(_, String detail) ->
            problems.add("cannot read " + path.value() + ": " + detail);
      }
    }
  }

  /** Whether a file lies among sources, where tests keep whole projects as their material. */
  private static boolean isExample(String path) {
    return path.startsWith("src/") || path.contains("/src/");
  }

  private void read(SourcePath path, String text) {
    String name = path.name();
    if (name.equals(POM)) {
      try {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        poms.add(PomReader.read(path.value(), bytes));
      } catch (IOException e) {
        problems.add("cannot read " + path.value() + ": " + e.getMessage());
      }
    } else if (name.equals(LOCK)) {
      gradle.lock(text);
    } else if (name.endsWith(CATALOG)) {
      gradle.catalog(text);
    } else {
      gradle.script(text);
    }
  }
}
