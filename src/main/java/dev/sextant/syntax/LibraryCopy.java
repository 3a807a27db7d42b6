package dev.sextant.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A library inside the jar on its way to a file it can be loaded from.
 *
 * <p>The file's folder carries the start of the library's checksum, so versions live side by side
 * and a file that is there is the right one. It appears under its name complete or not at all.
 *
 * @param fileName the library's name
 * @param sha256 its checksum in hexadecimal
 * @param bytes its size
 */
record LibraryCopy(String fileName, String sha256, long bytes) {
  private static final int PREFIX = 16;

  /** Versions kept in the cache; the ones used longest ago go. */
  private static final int KEPT_VERSIONS = 4;

  LibraryCopy {
    if (sha256.length() < PREFIX) {
      throw new IllegalArgumentException("a checksum of " + sha256.length() + " characters");
    }
  }

  /** Where the bytes come from. */
  interface Content {
    /** Opens them; the caller closes. */
    InputStream open() throws IOException;
  }

  /** The library's file under {@code cache}; under a temporary folder when that is not writable. */
  Path place(Path cache, Content content) throws IOException {
    Path folder = cache.resolve(sha256.substring(0, PREFIX));
    Path file = folder.resolve(fileName);
    if (isComplete(file)) {
      return file;
    }
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      copy(content, file);
    } catch (IOException | UnsupportedOperationException e) {
      return placeInTemporaryFolder(content);
    }
    try {
      forgetOldVersions(cache, folder);
    } catch (IOException e) {
      // Another process is doing the same, or somebody else's files are in there: no loss.
      return file;
    }
    return file;
  }

  private Path placeInTemporaryFolder(Content content) throws IOException {
    Path folder = Files.createTempDirectory("sextant-native-");
    folder.toFile().deleteOnExit();
    Path file = folder.resolve(fileName);
    copy(content, file);
    file.toFile().deleteOnExit();
    return file;
  }

  private boolean isComplete(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) == bytes;
    } catch (IOException e) {
      return false;
    }
  }

  private void copy(Content content, Path file) throws IOException {
    Path part = Files.createTempFile(file.getParent(), fileName, ".part");
    try (InputStream in = content.open()) {
      long copied = Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      if (copied != bytes) {
        throw new IOException(copied + " of the library's " + bytes + " bytes were copied");
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** A process that still has a forgotten file mapped keeps its mapping. */
  private void forgetOldVersions(Path cache, Path used) throws IOException {
    Map<Path, FileTime> versions = new HashMap<>();
    try (Stream<Path> folders = Files.list(cache)) {
      for (Path folder : (Iterable<Path>) folders::iterator) {
        if (!folder.equals(used) && Files.isRegularFile(folder.resolve(fileName))) {
          versions.put(folder, Files.getLastModifiedTime(folder));
        }
      }
    }
    List<Path> newestFirst = new ArrayList<>(versions.keySet());
    newestFirst.sort(Comparator.comparing((Path folder) -> versions.get(folder)).reversed());
    for (Path old :
        newestFirst.subList(Math.min(KEPT_VERSIONS - 1, newestFirst.size()), newestFirst.size())) {
      Files.deleteIfExists(old.resolve(fileName));
      Files.deleteIfExists(old);
    }
  }
}
