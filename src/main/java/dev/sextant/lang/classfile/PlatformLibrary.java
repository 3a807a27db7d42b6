package dev.sextant.lang.classfile;

import dev.sextant.lang.ExternalLibrary;
import dev.sextant.lang.LibraryFormatException;
import java.io.IOException;
import java.io.InputStream;

/** The library of the platform that this program was built with; the build makes it. */
public final class PlatformLibrary {
  private static final String RESOURCE = "/platform/java.library";

  private PlatformLibrary() {}

  /**
   * Opens it.
   *
   * <p><b>Cost:</b> reads and unpacks it each time; a process opens it once.
   *
   * @throws IOException when this program was packaged without it or with one of another version
   */
  public static ExternalLibrary open() throws IOException {
    try (InputStream in = PlatformLibrary.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException(
            "the library of the Java platform is missing from this program: build it with Maven");
      }
      return ExternalLibrary.open(in.readAllBytes());
    } catch (LibraryFormatException e) {
      throw new IOException("cannot open the library of the Java platform: build anew", e);
    }
  }
}
