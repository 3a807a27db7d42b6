package dev.sextant.lang;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Names the extractors of this program: everything besides its bytes that the facts of a file
 * depend on.
 *
 * <p>It is a hash that the build makes of the compiled extractors and of the grammars, so that
 * facts taken by others are never mistaken for those that these would take.
 */
public final class ExtractorVersion {
  static final String RESOURCE = "/lang/extractor.version";

  private ExtractorVersion() {}

  /**
   * Reads it.
   *
   * @throws IOException when this program was packaged without it
   */
  public static String read() throws IOException {
    return read(RESOURCE);
  }

  static String read(String resource) throws IOException {
    try (InputStream in = ExtractorVersion.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(resource + " is missing from this program: build it with Maven");
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
