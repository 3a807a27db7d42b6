package dev.sextant.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.util.Optional;

/**
 * The operating system's events of the file system, as far as they are used.
 *
 * <p><b>Threads:</b> thread-safe.
 */
interface EventSource extends AutoCloseable {
  /**
   * Begins to watch one folder, not those in it.
   *
   * @throws java.nio.file.FileSystemException when the fault lies with this folder
   * @throws IOException when no more folders can be watched
   */
  WatchKey register(Path folder) throws IOException;

  /** The next key with events; empty when none came within the time. */
  Optional<WatchKey> poll(long nanos) throws IOException, InterruptedException;

  @Override
  void close() throws IOException;

  /** Opens a source. */
  @FunctionalInterface
  interface Opening {
    /** A source without folders. */
    EventSource open() throws IOException;
  }
}
