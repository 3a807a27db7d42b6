package dev.sextant.source;

import dev.sextant.source.SourceTreeException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The check that a root can be used; gives its real path. */
final class TreeRoot {
  private TreeRoot() {}

  static Path real(Path root) throws SourceTreeException {
    Path real;
    try {
      real = root.toRealPath();
    } catch (NoSuchFileException missing) {
      throw new SourceTreeException(
          Kind.ROOT_MISSING,
          "source root " + root + " does not exist; check the path or create the folder",
          missing);
    } catch (IOException failure) {
      throw unreadable(root, failure);
    }
    if (!Files.isDirectory(real)) {
      throw new SourceTreeException(
          Kind.ROOT_NOT_A_FOLDER,
          "source root " + root + " is not a folder; give the folder that holds the sources");
    }
    return real;
  }

  static SourceTreeException unreadable(Path root, IOException failure) {
    return new SourceTreeException(
        Kind.ROOT_UNREADABLE,
        "source root "
            + root
            + " cannot be read: "
            + IoReason.of(failure)
            + "; give this process the right to read it",
        failure);
  }
}
