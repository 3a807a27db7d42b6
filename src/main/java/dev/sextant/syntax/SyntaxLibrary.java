package dev.sextant.syntax;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The native library, loaded once for the process.
 *
 * <p>It is taken from the first of these that applies: the file named by the system property {@code
 * sextant.syntax.library}; in a native image, the file beside the executable; the copy inside the
 * jar, which is put into the user's cache folder because a library is loaded from a file.
 *
 * <p><b>Threads:</b> thread-safe; the first caller loads, under the class's lock, and reads files
 * while it does.
 */
public final class SyntaxLibrary {
  /** The system property that names the library's file. */
  public static final String PROPERTY = "sextant.syntax.library";

  static final String FILE_NAME = "libsextant-syntax.so";
  private static final String RESOURCE = "/native/" + FILE_NAME;
  private static final String CHECKSUM_RESOURCE = "/native/libsextant-syntax.sha256";

  @GuardedBy("SyntaxLibrary.class")
  private static @Nullable Path loaded;

  private SyntaxLibrary() {}

  /**
   * Loads the library unless that is done, and says from where.
   *
   * <p><b>Errors:</b> {@link SyntaxLibraryException} when there is none or it does not fit.
   */
  @CanIgnoreReturnValue
  public static synchronized Path load() {
    Path done = loaded;
    if (done == null) {
      done = find();
      link(done);
      loaded = done;
    }
    return done;
  }

  private static Path find() {
    String named = System.getProperty(PROPERTY);
    if (named != null && !named.isEmpty()) {
      Path file = Path.of(named).toAbsolutePath();
      if (!Files.isRegularFile(file)) {
        throw new SyntaxLibraryException(
            "loading the grammar library: " + PROPERTY + " names " + file + ", which is no file");
      }
      return file;
    }
    Optional<Path> beside = besideExecutable();
    if (beside.isPresent()) {
      return beside.get();
    }
    return copiedFromJar();
  }

  private static Optional<Path> besideExecutable() {
    if (!"runtime".equals(System.getProperty("org.graalvm.nativeimage.imagecode"))) {
      return Optional.empty();
    }
    return ProcessHandle.current()
        .info()
        .command()
        .map(command -> Path.of(command).resolveSibling(FILE_NAME))
        .filter(Files::isRegularFile);
  }

  private static Path copiedFromJar() {
    try (InputStream checksum = SyntaxLibrary.class.getResourceAsStream(CHECKSUM_RESOURCE)) {
      if (checksum == null) {
        throw new SyntaxLibraryException(
            "loading the grammar library: there is none in the program for "
                + platform()
                + ": put "
                + FILE_NAME
                + " beside the executable or name it with -D"
                + PROPERTY);
      }
      String[] parts =
          new String(checksum.readAllBytes(), StandardCharsets.US_ASCII).strip().split(" ", -1);
      if (parts.length != 2) {
        throw new SyntaxLibraryException("loading the grammar library: its checksum is damaged");
      }
      var copy = new LibraryCopy(FILE_NAME, parts[0], Long.parseLong(parts[1]));
      return copy.place(cacheFolder(), SyntaxLibrary::openResource);
    } catch (IOException | NumberFormatException e) {
      throw new SyntaxLibraryException(
          "copying the grammar library to a file: "
              + e.getMessage()
              + ": make room or name the library with -D"
              + PROPERTY,
          e);
    }
  }

  private static InputStream openResource() throws IOException {
    InputStream resource = SyntaxLibrary.class.getResourceAsStream(RESOURCE);
    if (resource == null) {
      throw new IOException("the program has no " + RESOURCE);
    }
    return resource;
  }

  private static Path cacheFolder() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path root =
        cache != null && cache.startsWith("/")
            ? Path.of(cache)
            : Path.of(System.getProperty("user.home", "/nonexistent"), ".cache");
    return root.resolve("sextant").resolve("native");
  }

  // A virtual machine gives a library file to one class loader only; a second loader of these
  // classes, as an application server or a test runner makes, needs a file of its own.
  @SuppressWarnings("restricted") // Loading a native library is what this class is for.
  private static boolean linkCopy(Path file) {
    try {
      Path copy = Files.createTempFile("sextant-syntax", ".so");
      try {
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        System.load(copy.toString());
      } finally {
        Files.delete(copy);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @SuppressWarnings("restricted") // Loading a native library is what this class is for.
  private static void link(Path file) {
    try {
      System.load(file.toString());
    } catch (UnsatisfiedLinkError e) {
      if (String.valueOf(e.getMessage()).contains("another classloader") && linkCopy(file)) {
        return;
      }
      throw new SyntaxLibraryException(
          "loading the grammar library "
              + file
              + " on "
              + platform()
              + ": "
              + e.getMessage()
              + ": build it for this machine (./mvnw package) and name it with -D"
              + PROPERTY,
          e);
    }
  }

  private static String platform() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }
}
