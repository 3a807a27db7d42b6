package dev.sextant.app;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** What outlives the process. */
@ConfigMapping(prefix = "sextant")
interface PersistConfig {
  /**
   * Folder for what outlives the process; an absolute path. Default: {@code sextant} below the
   * user's cache folder ({@code $XDG_CACHE_HOME}, else {@code ~/.cache}).
   */
  Optional<Path> stateFolder();

  /**
   * Most bytes that are kept of the facts of files, so that a file whose content was seen before is
   * not parsed again; K, M or G, 0 to 16G, 0 to keep none. All workspaces share them.
   */
  @WithDefault("1G")
  MemorySize factsCacheSize();

  /**
   * Most bytes that are kept of the graphs of workspaces, so that a restart answers at once; K, M
   * or G, 0 to 1024G, 0 to keep none. Those go first that were not used for longest.
   */
  @WithDefault("4G")
  MemorySize snapshotsSize();
}
