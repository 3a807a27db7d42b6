package dev.sextant.lang;

import java.io.IOException;

/**
 * Names all of this program that makes graphs of files, the extractors included: everything besides
 * the files and the settings that a graph depends on.
 *
 * <p>It is a hash that the build makes of the compiled program, so that a graph that another one
 * made is never mistaken for one that this would make.
 */
public final class BuilderVersion {
  static final String RESOURCE = "/lang/builder.version";

  private BuilderVersion() {}

  /**
   * Reads it.
   *
   * @throws IOException when this program was packaged without it
   */
  public static String read() throws IOException {
    return ExtractorVersion.read(RESOURCE);
  }
}
