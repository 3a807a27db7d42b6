package dev.sextant.index;

import dev.sextant.source.SourceReader;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Bounds of a build, and what it starts from.
 *
 * @param maxFileBytes larger files are skipped
 * @param parseBudget time one file may take to parse
 * @param stateFolder where the crash journal and the quarantine are kept, outside the source tree
 * @param libraries what builds reckon with besides their own sources
 */
public record IndexSettings(
    int maxFileBytes, Duration parseBudget, Path stateFolder, Libraries libraries) {
  /** The usual bounds. */
  public static IndexSettings defaults(Path stateFolder) {
    return new IndexSettings(
        SourceReader.DEFAULT_MAX_BYTES, Duration.ofSeconds(5), stateFolder, new Libraries());
  }
}
