package dev.sextant.graph.columns;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A new content for a file, written beside it and put in its place in one step.
 *
 * <p>Whoever opens the file meets the old content or the new one, each complete, also after a crash
 * of the process or the machine at any moment. The part that is being written is locked, so that
 * what a dead writer left behind can be told from the work of a living one.
 *
 * <p><b>Threads:</b> confined to its creating thread. Two may write the same file; the last one to
 * commit wins.
 */
public final class FileReplacement implements AutoCloseable {
  private static final String SUFFIX = ".part";

  private final Path target;
  private final Path part;
  private final FileChannel channel;

  private FileReplacement(Path target, Path part, FileChannel channel) {
    this.target = target;
    this.part = part;
    this.channel = channel;
  }

  /**
   * Starts an empty part beside {@code target}, whose folder must exist; only its owner may read
   * it.
   */
  public static FileReplacement of(Path target) throws IOException {
    Path part = Files.createTempFile(folder(target), target.getFileName() + ".", SUFFIX);
    try {
      FileChannel channel = FileChannel.open(part, WRITE);
      // Held until the channel is closed. A file system without locks loses only the tidying up.
      isLocked(channel);
      return new FileReplacement(target, part, channel);
    } catch (IOException | RuntimeException | Error failure) {
      Files.deleteIfExists(part);
      throw failure;
    }
  }

  /** Where the new content is written. */
  public FileChannel channel() {
    return channel;
  }

  /** Puts what was written on the disk and in the place of the target. */
  public void commit() throws IOException {
    channel.force(true);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(folder(target), READ)) {
      folder.force(true);
    }
  }

  /** Ends the writing; without a commit before, nothing is left of it. */
  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Deletes the parts of {@code target} whose writers are dead; answers how many. To be called
   * while this process writes none.
   */
  public static int removeLeftovers(Path target) throws IOException {
    String prefix = target.getFileName() + ".";
    int removed = 0;
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(folder(target), path -> isPart(path, prefix))) {
      for (Path part : parts) {
        try (FileChannel channel = FileChannel.open(part, WRITE, LinkOption.NOFOLLOW_LINKS)) {
          if (isLocked(channel)) {
            Files.deleteIfExists(part);
            removed++;
          }
        }
      }
    }
    return removed;
  }

  private static boolean isPart(Path path, String prefix) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(prefix)
        && name.endsWith(SUFFIX)
        && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Takes the lock of a part, when nobody else has it. */
  private static boolean isLocked(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock();
      return lock != null && lock.isValid();
    } catch (IOException | OverlappingFileLockException _) {
      return false;
    }
  }

  private static Path folder(Path target) {
    Path parent = target.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("writing " + target + ": it is no file in a folder");
    }
    return parent;
  }
}
