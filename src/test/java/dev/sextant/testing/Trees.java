package dev.sextant.testing;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.index.IndexBuild;
import dev.sextant.index.IndexResult;
import dev.sextant.index.IndexSettings;
import dev.sextant.index.LinkState;
import dev.sextant.index.Pass;
import dev.sextant.index.WorkerPool;
import dev.sextant.source.SourceTreeException;
import dev.sextant.source.TreeChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Source trees that are written as one text, {@code //- path} before each file, and built. */
public final class Trees {
  private Trees() {}

  /** Writes the files of {@code tree} to a new folder {@code tree} in {@code folder}. */
  public static Path write(Path folder, String tree) throws IOException {
    Path root = Files.createDirectory(folder.resolve("tree"));
    for (String file : tree.substring("//- ".length()).split("(?m)^//- ", -1)) {
      int end = file.indexOf('\n');
      Path path = root.resolve(file.substring(0, end));
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.substring(end + 1));
    }
    return root;
  }

  /** A full build of the tree at {@code root}. */
  public static IndexResult build(Path root, Path stateFolder) throws SourceTreeException {
    return build(root, Optional.empty(), stateFolder);
  }

  /** A full build of the tree at {@code root} with other settings than the usual ones. */
  public static IndexResult build(Path root, IndexSettings settings) throws SourceTreeException {
    return build(root, settings, Optional.empty(), new TreeChanges.Unknown(), Optional.empty());
  }

  /** A full build of the tree at {@code root} with what a SCIP index says. */
  public static IndexResult build(Path root, Optional<Path> scip, Path stateFolder)
      throws SourceTreeException {
    return build(root, scip, stateFolder, Optional.empty());
  }

  /** Like that, going on from the build that left {@code before}. */
  public static IndexResult build(
      Path root, Optional<Path> scip, Path stateFolder, Optional<LinkState> before)
      throws SourceTreeException {
    return build(
        root, IndexSettings.defaults(stateFolder), before, new TreeChanges.Unknown(), scip);
  }

  /** A build that goes on from what {@code before} left and looks where the changes are. */
  public static IndexResult build(
      Path root, Path stateFolder, Optional<LinkState> before, TreeChanges changes)
      throws SourceTreeException {
    return build(root, IndexSettings.defaults(stateFolder), before, changes, Optional.empty());
  }

  private static IndexResult build(
      Path root,
      IndexSettings settings,
      Optional<LinkState> before,
      TreeChanges changes,
      Optional<Path> scip)
      throws SourceTreeException {
    try (var workers = new WorkerPool(2)) {
      var build =
          new IndexBuild(
              root.toAbsolutePath(),
              settings,
              workers,
              (pass, done, total) -> {},
              new Cancellation(),
              before,
              changes,
              scip);
      for (Pass pass : Pass.values()) {
        build.run(pass);
      }
      return build.result();
    }
  }
}
