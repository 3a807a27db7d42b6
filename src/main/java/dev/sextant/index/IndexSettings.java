package dev.sextant.index;

import dev.sextant.index.cache.FactsCache;
import dev.sextant.index.classpath.ClassPathSettings;
import dev.sextant.index.modules.TypesLimits;
import dev.sextant.source.SourceReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Bounds of a build, and what it starts from.
 *
 * @param maxFileBytes larger files are skipped
 * @param parseBudget time one file may take to parse
 * @param stateFolder where the crash journal and the quarantine are kept, outside the source tree
 * @param libraries what builds reckon with besides their own sources
 * @param cache the facts of files seen before
 */
public record IndexSettings(
    int maxFileBytes,
    Duration parseBudget,
    Path stateFolder,
    Libraries libraries,
    FactsCache cache) {
  /** The folder inside the state folder that keeps what was read of jars. */
  public static final String LIBRARIES = "libraries";

  /** The folder inside the state folder that keeps the facts of files. */
  public static final String FACTS = "facts";

  /** The usual bounds; of libraries, the platform's only. */
  public static IndexSettings defaults(Path stateFolder) {
    return with(stateFolder, Optional.empty());
  }

  /** The usual bounds, with the jars that build tools keep below the home folder. */
  public static IndexSettings usual(Path stateFolder, Path home) {
    return with(stateFolder, Optional.of(ClassPathSettings.usual(home)));
  }

  /** Stands for every setting that changes what a build of the same files gives. */
  public String fingerprint() {
    return "maxFileBytes="
        + maxFileBytes
        + " parseBudget="
        + parseBudget
        + " libraries="
        + libraries.fingerprint();
  }

  private static IndexSettings with(Path stateFolder, Optional<ClassPathSettings> search) {
    return new IndexSettings(
        SourceReader.DEFAULT_MAX_BYTES,
        Duration.ofSeconds(5),
        stateFolder,
        new Libraries(search, TypesLimits.USUAL, stateFolder.resolve(LIBRARIES)),
        FactsCache.in(stateFolder.resolve(FACTS), FactsCache.USUAL_BYTES));
  }
}
