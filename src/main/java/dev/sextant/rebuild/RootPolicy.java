package dev.sextant.rebuild;

import dev.sextant.rebuild.RebuildException.Kind;
import dev.sextant.workspace.RootMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Which folders may be loaded, and the canonical root of one that may.
 *
 * <p>Links are resolved before a folder is compared with the allowed ones, so a link does not lead
 * out of them. Outside of them an existing folder and a missing one are refused with the same
 * words.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class RootPolicy {
  private final List<Path> allowed;

  /**
   * Allows {@code roots} and whatever lies below; none means every folder this process can read.
   *
   * <p><b>Cost:</b> resolves the links of each root once.
   */
  public RootPolicy(List<Path> roots) {
    this.allowed = roots.stream().map(RootPolicy::resolved).toList();
  }

  /**
   * The canonical root that {@code named} and {@code mode} stand for.
   *
   * <p><b>Cost:</b> a few file system calls.
   *
   * <p><b>Errors:</b> {@link RebuildException} of one of the root kinds.
   */
  Path admit(Path named, RootMode mode) {
    if (!named.isAbsolute()) {
      throw new RebuildException(
          Kind.ROOT_NOT_ABSOLUTE,
          "load " + named + ": the path is relative; give the absolute path of the folder");
    }
    requireAllowed(named, resolved(named));
    Path folder = real(named);
    if (!Files.isDirectory(folder)) {
      throw new RebuildException(
          Kind.ROOT_NOT_A_DIRECTORY,
          "load " + named + ": it is not a folder; give the folder that holds the sources");
    }
    if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
      throw unreadable(named);
    }
    Path root = mode.rootOf(folder);
    requireAllowed(named, root);
    return root;
  }

  /**
   * The canonical path of a file that a build of {@code root} may read: inside the root, or inside
   * an allowed root when it is named by its absolute path.
   *
   * <p><b>Cost:</b> a few file system calls.
   *
   * <p><b>Errors:</b> {@link RebuildException} of one of the index kinds.
   *
   * @param named the path, absolute or relative to {@code root}
   */
  Path admitFile(Path root, Path named) {
    Path file = resolved(root.resolve(named));
    boolean elsewhere = named.isAbsolute() && allowed.isEmpty();
    if (!elsewhere && !file.startsWith(root) && allowed.stream().noneMatch(file::startsWith)) {
      throw new RebuildException(
          Kind.SCIP_NOT_ALLOWED,
          "load "
              + root
              + " with "
              + named
              + ": the index lies outside the root and the allowed roots; put it inside one of"
              + " them");
    }
    if (!Files.isRegularFile(file)) {
      throw new RebuildException(
          Kind.SCIP_MISSING,
          "load " + root + " with " + named + ": there is no such file; make the index first");
    }
    return file;
  }

  private void requireAllowed(Path named, Path root) {
    if (!allowed.isEmpty() && allowed.stream().noneMatch(root::startsWith)) {
      String which = root.equals(named) ? "" : " (root " + root + ")";
      throw new RebuildException(
          Kind.ROOT_NOT_ALLOWED,
          "load "
              + named
              + which
              + ": it lies outside the allowed roots; name a folder inside them, with root mode"
              + " workspaceFolder to load only it, or extend sextant.allowed-roots");
    }
  }

  private static Path real(Path named) {
    try {
      return named.toRealPath();
    } catch (NoSuchFileException missing) {
      throw new RebuildException(
          Kind.ROOT_MISSING,
          "load " + named + ": nothing is there; check the path or create the folder");
    } catch (IOException failure) {
      throw unreadable(named);
    }
  }

  private static RebuildException unreadable(Path named) {
    return new RebuildException(
        Kind.ROOT_UNREADABLE,
        "load " + named + ": it cannot be read; give this process the right to read the folder");
  }

  /** The path without links as far as it exists. */
  private static Path resolved(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path folder = absolute;
    while (folder != null) {
      try {
        return folder.toRealPath().resolve(folder.relativize(absolute)).normalize();
      } catch (IOException missing) {
        folder = folder.getParent();
      }
    }
    return absolute;
  }
}
