package dev.sextant.index;

import dev.sextant.index.classpath.ClassPathSearch;
import dev.sextant.index.modules.LookedAt;
import dev.sextant.index.modules.WorkspaceTexts;
import dev.sextant.lang.typescript.project.ProjectReader;
import dev.sextant.lang.typescript.project.ScriptProjects;
import dev.sextant.resolve.NumberCursor;
import dev.sextant.resolve.NumberRows;
import dev.sextant.source.ContentHash;
import dev.sextant.source.SourceFile;
import dev.sextant.source.SourcePath;
import dev.sextant.source.SourceTreeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

  /** What a file takes with its path. */
  private static final long FILE_BYTES = 250;

  private record Known(SourceFile listed, ContentHash content) {}

  /** What the files say; not kept for other processes. */
  private record Said(ScriptProjects projects, List<FileProblem> problems) {}

  private final Map<String, Known> known;
  private final LookedAt lookedAt;
  private final Optional<Said> said;
  private final boolean likeBefore;

  private BuildFiles(
      Map<String, Known> known, LookedAt lookedAt, Optional<Said> said, boolean likeBefore) {
    this.known = known;
    this.lookedAt = lookedAt;
    this.said = said;
    this.likeBefore = likeBefore;
  }

  /** Reads what {@link #write} wrote: how the files were, and not what they said. */
  static BuildFiles read(NumberCursor from) {
    Map<String, Known> known = new HashMap<>();
    for (int left = from.count(); left > 0; left--) {
      var path = new SourcePath(from.text());
      var listed = new SourceFile(path, from.longNumber(), from.longNumber());
      known.put(
          path.value(), new Known(listed, new ContentHash(from.longNumber(), from.longNumber())));
    }
    return new BuildFiles(known, LookedAt.read(from), Optional.empty(), false);
  }

  /** Writes how the files were. */
  void write(NumberRows to) {
    to.add(known.size());
    for (Known one : new TreeMap<>(known).values()) {
      to.addText(one.listed.path().value());
      to.addLong(one.listed.sizeBytes());
      to.addLong(one.listed.modifiedNanos());
      to.addLong(one.content.high());
      to.addLong(one.content.low());
    }
    lookedAt.write(to);
  }

  /** Whether a file of this name says how a workspace is built. */
  static boolean isOne(String name) {
    return ClassPathSearch.isBuildFile(name) || ScriptProjects.isProjectFile(name);
  }

  /**
   * The build files that were listed at {@code root}; what {@code before} knows of those that have
   * not changed is kept.
   *
   * @param suspects which of them are read whatever their size and time say
   */
  static BuildFiles of(
      Path root, List<SourceFile> listed, BitSet suspects, Optional<BuildFiles> before)
      throws SourceTreeException {
    var texts = new WorkspaceTexts(root);
    Map<String, Known> found = new HashMap<>();
    for (int i = 0; i < listed.size(); i++) {
      SourceFile file = listed.get(i);
      String path = file.path().value();
      boolean isSuspect = suspects.get(i);
      Optional<Known> earlier =
          before
              .map(one -> one.known.get(path))
              .filter(one -> !isSuspect && one.listed.equals(file));
      found.put(path, earlier.orElseGet(() -> new Known(file, content(texts, file))));
    }
    boolean like =
        before.isPresent()
            && before.get().lookedAt.isAsBefore(root)
            && contents(found).equals(contents(before.get().known));
    return like && before.get().said.isPresent()
        ? new BuildFiles(found, before.get().lookedAt, before.get().said, true)
        : read(root, found, texts, like);
  }

  private static ContentHash content(WorkspaceTexts texts, SourceFile file) {
    return ContentHash.of(
        texts
            .text(file.path().value())
            .orElse("unreadable " + file)
            .getBytes(StandardCharsets.UTF_8));
  }

  /** The files as they were listed, and what they are known by. */
  Map<SourceFile, ContentHash> contents() {
    Map<SourceFile, ContentHash> contents = new HashMap<>();
    known.values().forEach(one -> contents.put(one.listed, one.content));
    return contents;
  }

  private static Map<String, ContentHash> contents(Map<String, Known> files) {
    Map<String, ContentHash> contents = new HashMap<>();
    files.forEach((path, one) -> contents.put(path, one.content));
    return contents;
  }

  private static BuildFiles read(
      Path root, Map<String, Known> known, WorkspaceTexts listed, boolean likeBefore)
      throws SourceTreeException {
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
    ScriptProjects projects = reader.read(paths);
    trouble.addAll(listed.problems());
    trouble.addAll(others.problems());
    trouble.addAll(reader.problems());
    List<FileProblem> problems =
        trouble.stream().distinct().map(one -> new FileProblem(".", "projectFile", one)).toList();
    return new BuildFiles(
        known, others.lookedAt(), Optional.of(new Said(projects, problems)), likeBefore);
  }

  /** About the bytes that are held. */
  long sizeBytes() {
    return FILE_BYTES * (known.size() + lookedAt.count());
  }

  /** Whether the build before found the same files, and they said the same. */
  boolean areLikeBefore() {
    return likeBefore;
  }

  /** What the projects of scripts say of imports. */
  ScriptProjects projects() {
    return said.map(Said::projects).orElse(ScriptProjects.NONE);
  }

  /** What could not be read. */
  List<FileProblem> problems() {
    return said.map(Said::problems).orElse(List.of());
  }
}
