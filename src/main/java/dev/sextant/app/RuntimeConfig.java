package dev.sextant.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What may be loaded, and how long it is served. */
@ConfigMapping(prefix = "sextant")
interface RuntimeConfig {
  /** Folders that may be loaded, with all below them; every readable folder when not set. */
  Optional<List<Path>> allowedRoots();

  /** Age from which a last good graph is refused while builds fail; zero for never. */
  @WithDefault("24h")
  Duration staleCap();

  /** Threads that build; one a processor when not set. */
  OptionalInt buildThreads();

  /** How long a stop waits for cancelled builds. */
  @WithDefault("5s")
  Duration closeGrace();

  /** Where state is kept between runs; the user's cache folder when not set. */
  Optional<Path> stateFolder();
}
