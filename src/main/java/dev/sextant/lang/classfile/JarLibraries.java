package dev.sextant.lang.classfile;

import dev.sextant.lang.ExternalLibrary;
import dev.sextant.lang.LibraryFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The libraries of jars, each kept in a folder once it was read.
 *
 * <p>A jar is known again by its path, its size and when it was modified. Whatever is wrong with
 * the folder, the jar itself is read; a jar with problems is read each time, so that they are
 * reported.
 *
 * <p><b>Threads:</b> thread-safe; blocks on the disk.
 */
public final class JarLibraries {
  private static final String KEPT = ".library";
  private static final long MOST_BYTES = 1L << 28;

  private final Path folder;
  private final JarLimits limits;

  /** Libraries kept in {@code folder}, which is made when it is needed. */
  public JarLibraries(Path folder, JarLimits limits) {
    this.folder = folder;
    this.limits = limits;
  }

  /** The library of the jar at {@code jar}. */
  public JarReader.Outcome open(Path jar) {
    Optional<Path> kept = placeOf(jar);
    Optional<ExternalLibrary> known = kept.flatMap(JarLibraries::read);
    if (known.isPresent()) {
      return new JarReader.Outcome(known.get(), List.of());
    }
    JarReader.Outcome outcome = JarReader.read(jar, limits);
    if (kept.isPresent() && outcome.problems().isEmpty()) {
      keep(kept.get(), outcome.library());
    }
    return outcome;
  }

  private Optional<Path> placeOf(Path jar) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(attributes.size())
              .putLong(attributes.lastModifiedTime().toMillis())
              .flip());
      String path = jar.toAbsolutePath().normalize().toString();
      byte[] key = digest.digest(path.getBytes(StandardCharsets.UTF_8));
      return Optional.of(folder.resolve(HexFormat.of().formatHex(key) + KEPT));
    } catch (IOException e) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }

  private static Optional<ExternalLibrary> read(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
          ? Optional.of(ExternalLibrary.open(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException | LibraryFormatException e) {
      return Optional.empty();
    }
  }

  private void keep(Path file, ExternalLibrary library) {
    try {
      Files.createDirectories(folder);
      Path written = Files.createTempFile(folder, "new", KEPT);
      try {
        Files.write(written, library.toBytes());
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(written);
      }
    } catch (IOException e) {
      // Nothing is lost: the jar is read again the next time.
    }
  }
}
