package dev.sextant.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a root lies, and whether the same folder still lies there.
 *
 * <p><b>Threads:</b> confined to the scanning thread, except the path.
 */
final class RootPlace {
  private final Path path;
  private @Nullable Object noted;

  RootPlace(Path root) {
    this.path = real(root);
  }

  /** The real path, or the given one when nothing is there. */
  Path path() {
    return path;
  }

  /** Notes which folder is there now. */
  void note() {
    noted = identity();
  }

  boolean isAsNoted() {
    return Objects.equals(noted, identity());
  }

  private @Nullable Object identity() {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      Object key = attributes.fileKey();
      return key == null ? attributes.creationTime() : key;
    } catch (IOException _) {
      return null;
    }
  }

  private static Path real(Path root) {
    try {
      return root.toRealPath();
    } catch (IOException _) {
      return root.toAbsolutePath().normalize();
    }
  }
}
