package dev.sextant.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When and how workspaces are built again. */
@ConfigMapping(prefix = "sextant")
interface RebuildConfig {
  /**
   * From how many changed files on a rebuild builds everything anew, in percent of the files there
   * are; 0 to 100, 100 for never. Up to 200 changed files never count as many.
   */
  @WithDefault("50")
  int incrementalThreshold();
}
