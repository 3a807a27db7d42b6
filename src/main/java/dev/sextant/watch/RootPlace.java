package dev.sextant.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a root lies, and whether the same folder still lies there, with the same file systems in
 * it.
 *
 * <p><b>Threads:</b> the mounts are noted and {@link #note} and {@link #isAsNoted} are called on
 * the scanning thread; the rest is thread-safe.
 */
final class RootPlace {
  private final Path path;
  private final MountTable.Source mounts;
  private @Nullable Object noted;

  private volatile MountTable notedMounts = new MountTable(List.of());

  RootPlace(Path root, MountTable.Source mounts) {
    this.path = real(root);
    this.mounts = mounts;
  }

  /** The real path, or the given one when nothing is there. */
  Path path() {
    return path;
  }

  /** Notes which folder is there now, and what is mounted in it. */
  void note() {
    noted = identity();
    noteMounts();
  }

  /**
   * Notes what is mounted in it now; what is listed afterwards lies there, or the mounts differ.
   */
  void noteMounts() {
    notedMounts = table();
  }

  /**
   * Whether something was mounted or unmounted since it was noted; never where the operating system
   * does not tell.
   *
   * <p><b>Cost:</b> reads a small file that lies in memory.
   */
  boolean hasOtherMounts() {
    return !notedMounts.equals(table());
  }

  /** By folder, why events below it cannot be relied on, as far as was noted. */
  Map<String, String> objections() {
    return notedMounts.objections();
  }

  boolean isAsNoted() {
    return Objects.equals(noted, identity());
  }

  private MountTable table() {
    // A root that was not there at first may be a link.
    return MountTable.around(real(path).toString(), mounts.read());
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
