package dev.sextant.index;

import java.nio.file.Path;
import java.time.Duration;

/** Stand-in. */
public record IndexSettings(int maxFileBytes, Duration parseBudget, Path stateFolder) {
  /** Stand-in. */
  public static IndexSettings defaults(Path stateFolder) {
    return new IndexSettings(1 << 20, Duration.ofSeconds(5), stateFolder);
  }
}
