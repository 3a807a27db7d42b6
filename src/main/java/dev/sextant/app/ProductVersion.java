package dev.sextant.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of Sextant, as the build wrote it beside the classes. */
final class ProductVersion {
  private static final String RESOURCE = "version.txt";

  private ProductVersion() {}

  /** Reads it; it is never empty. */
  static String read() {
    try (InputStream text = ProductVersion.class.getResourceAsStream(RESOURCE)) {
      if (text == null) {
        throw new IllegalStateException(
            "the version cannot be read: %s is not beside the classes; build again"
                .formatted(RESOURCE));
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the version cannot be read: " + RESOURCE, unreadable);
    }
  }
}
