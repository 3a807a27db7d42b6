package dev.sextant.source;

import dev.sextant.cancellation.Cancellation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real folder with files for a test. */
record TemporaryTree(Path root) {
  /** Writes {@code text} to the file at {@code path}, making the folders above it. */
  TemporaryTree file(String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Makes empty files at {@code paths}. */
  TemporaryTree files(String... paths) {
    for (String path : paths) {
      file(path, "");
    }
    return this;
  }

  /** Lists every file with the standard settings. */
  TreeListing walk() throws SourceTreeException {
    return SourceTree.walk(root, WalkSettings.standard(), _ -> true, new Cancellation());
  }

  /** Paths of the Java files a walk with the standard settings lists. */
  List<String> javaFiles() throws SourceTreeException {
    return paths(
        SourceTree.walk(
            root, WalkSettings.standard(), name -> name.endsWith(".java"), new Cancellation()));
  }

  static List<String> paths(TreeListing listing) {
    return listing.files().stream().map(file -> file.path().value()).toList();
  }
}
