package dev.sextant.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is served, to whom, and how old it may be. */
@ConfigMapping(prefix = "sextant")
interface ServeConfig {
  /**
   * Folders that may be loaded, with everything below; absolute paths. None: every folder that the
   * process can read, which is right for a local tool and wrong for a service others can reach.
   */
  Optional<List<Path>> allowedRoots();

  /** Folders to load at start; absolute paths. Write one key a folder: {@code sextant.load[0]}. */
  Optional<List<Path>> load();

  /**
   * How old the last good graph may be and still answer while rebuilds fail; 0s or more, 0s for no
   * limit.
   */
  @WithDefault("24h")
  Duration staleCap();

  /**
   * Whether to show the service in the user's browser once it is up; {@code serve --open} sets it.
   */
  @WithDefault("false")
  boolean openBrowser();
}
