package dev.sextant.persist;

import dev.sextant.graph.columns.FileReplacement;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Folders with one file each, of which those that were not used for longest can be removed.
 *
 * <p><b>Threads:</b> thread-safe; other processes may do the same at the same time.
 *
 * @param folder where the folders are
 * @param fileName the name of the file in each
 */
record SnapshotFolders(Path folder, String fileName) {
  private static final System.Logger LOG = System.getLogger(SnapshotFolders.class.getName());

  private record Kept(Path file, long sizeBytes, FileTime lastUsed) {}

  Path fileIn(String name) {
    return folder.resolve(name).resolve(fileName);
  }

  /** Makes the folder that {@code file} is to stand in. */
  void create(Path file) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
  }

  /** Removes files, those not used for longest first, until the others have {@code limitBytes}. */
  void trim(long limitBytes) throws IOException {
    List<Kept> kept = list();
    kept.sort(Comparator.comparing(Kept::lastUsed));
    long total = 0;
    for (Kept one : kept) {
      total += one.sizeBytes();
    }
    for (int i = 0; i < kept.size() && total > limitBytes; i++) {
      Path file = kept.get(i).file();
      Files.deleteIfExists(file);
      total -= kept.get(i).sizeBytes();
      LOG.log(System.Logger.Level.DEBUG, "{0} is removed: there is no more room for it", file);
      removeIfEmpty(Objects.requireNonNull(file.getParent()));
    }
  }

  /** Deletes what dead writers left beside the files; answers how many parts that were. */
  int removeLeftovers() throws IOException {
    int removed = 0;
    if (!Files.isDirectory(folder)) {
      return removed;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, Files::isDirectory)) {
      for (Path one : folders) {
        removed += FileReplacement.removeLeftovers(one.resolve(fileName));
      }
    } catch (DirectoryIteratorException failure) {
      throw failure.getCause();
    }
    return removed;
  }

  private static void removeIfEmpty(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException _) {
      // A new one is being written into it.
    }
  }

  private List<Kept> list() throws IOException {
    List<Kept> kept = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder)) {
      for (Path one : folders) {
        Path file = one.resolve(fileName);
        try {
          BasicFileAttributes attributes =
              Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
          kept.add(new Kept(file, attributes.size(), attributes.lastModifiedTime()));
        } catch (NoSuchFileException _) {
          // Nothing in it yet, or not any more.
        } catch (FileSystemException _) {
          // Something of another kind, which is not ours to remove.
        }
      }
    } catch (DirectoryIteratorException failure) {
      throw failure.getCause();
    }
    return kept;
  }
}
