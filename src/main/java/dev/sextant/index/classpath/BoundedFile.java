package dev.sextant.index.classpath;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads small files of a cache. */
final class BoundedFile {
  /** No project file that was published comes near. */
  static final int MOST_BYTES = 2 << 20;

  private BoundedFile() {}

  /** All bytes of a file that has at most {@link #MOST_BYTES}. */
  static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("it has more than " + MOST_BYTES + " bytes");
      }
      return bytes;
    }
  }
}
