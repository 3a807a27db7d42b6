package dev.sextant.index;

import dev.sextant.index.classpath.ClassPathSearch;
import dev.sextant.index.modules.LookedAt;
import dev.sextant.index.modules.WorkspaceTexts;
import dev.sextant.lang.typescript.project.ProjectReader;
import dev.sextant.lang.typescript.project.ScriptProjects;
import dev.sextant.source.ContentHash;
import dev.sextant.source.SourceFile;
import dev.sextant.source.SourcePath;
import dev.sextant.source.SourceTreeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that say how a workspace is built, as a build found them, and what the projects of
 * scripts among them say of imports.
 *
 * <p>What they say concerns every file, so a build does not go on from one that found others.
 *
 * <p><b>Threads:</b> made and asked by the thread that drives the build.
 */
final class BuildFiles {
  private static final int MOST_PROJECT_FILES = 20_000;

  private record Known(SourceFile listed, ContentHash content) {}

  private final Map<String, Known> known;
  private ScriptProjects projects = ScriptProjects.NONE;
  private List<FileProblem> problems = List.of();
  private LookedAt lookedAt = new LookedAt(Path.of(""));

  private final boolean likeBefore;

  private BuildFiles(Map<String, Known> known, boolean likeBefore) {
    this.known = known;
    this.likeBefore = likeBefore;
  }

  /** Whether a file of this name says how a workspace is built. */
  static boolean isOne(String name) {
    return ClassPathSearch.isBuildFile(name) || ScriptProjects.isProjectFile(name);
  }

  /**
   * The build files that were listed at {@code root}; what {@code before} knows of those that have
   * not changed is kept.
   */
  static BuildFiles of(Path root, List<SourceFile> listed, Optional<BuildFiles> before)
      throws SourceTreeException {
    var texts = new WorkspaceTexts(root);
    Map<String, Known> found = new HashMap<>();
    for (SourceFile file : listed) {
      String path = file.path().value();
      Optional<Known> earlier =
          before.map(one -> one.known.get(path)).filter(one -> one.listed.equals(file));
      found.put(path, earlier.orElseGet(() -> new Known(file, content(texts, file))));
    }
    boolean like =
        before.isPresent()
            && before.get().lookedAt.isAsBefore()
            && contents(found).equals(contents(before.get().known));
    var files = new BuildFiles(found, like);
    if (like) {
      files.projects = before.get().projects;
      files.problems = before.get().problems;
      files.lookedAt = before.get().lookedAt;
    } else {
      files.read(root, texts);
    }
    return files;
  }

  private static ContentHash content(WorkspaceTexts texts, SourceFile file) {
    return ContentHash.of(
        texts
            .text(file.path().value())
            .orElse("unreadable " + file)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, ContentHash> contents(Map<String, Known> files) {
    Map<String, ContentHash> contents = new HashMap<>();
    files.forEach((path, one) -> contents.put(path, one.content));
    return contents;
  }

  private void read(Path root, WorkspaceTexts listed) throws SourceTreeException {
    List<String> paths =
        known.values().stream()
            .map(one -> one.listed.path())
            .filter(path -> ScriptProjects.isProjectFile(path.name()))
            .sorted()
            .map(SourcePath::value)
            .toList();
    List<String> trouble = new ArrayList<>();
    if (paths.size() > MOST_PROJECT_FILES) {
      trouble.add(
          "there are %d project files; the first %d are read"
              .formatted(paths.size(), MOST_PROJECT_FILES));
      paths = paths.subList(0, MOST_PROJECT_FILES);
    }
    // What is listed is compared by its content, the rest by what the file system says of it.
    var others = new WorkspaceTexts(root);
    var reader = new ProjectReader(path -> (known.containsKey(path) ? listed : others).text(path));
    projects = reader.read(paths);
    trouble.addAll(listed.problems());
    trouble.addAll(others.problems());
    trouble.addAll(reader.problems());
    problems =
        trouble.stream().distinct().map(one -> new FileProblem(".", "projectFile", one)).toList();
    lookedAt = others.lookedAt();
  }

  /** Whether the build before found the same files, and they said the same. */
  boolean areLikeBefore() {
    return likeBefore;
  }

  /** What the projects of scripts say of imports. */
  ScriptProjects projects() {
    return projects;
  }

  /** What could not be read. */
  List<FileProblem> problems() {
    return problems;
  }
}
