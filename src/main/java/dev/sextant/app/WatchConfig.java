package dev.sextant.app;

import dev.sextant.watch.WatchSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes of files are noticed. */
@ConfigMapping(prefix = "sextant.watch")
interface WatchConfig {
  /** Whether the files of workspaces are watched, and workspaces built again when they change. */
  @WithDefault("true")
  boolean enabled();

  /** How long nothing must change until a workspace is built again; 1ms to 1m. */
  @WithDefault("50ms")
  Duration settleTime();

  /** After how long it is built although changes go on; the settle time to 10m. */
  @WithDefault("1s")
  Duration longestWait();

  /**
   * The same as the watcher takes it.
   *
   * <p><b>Errors:</b> {@link IllegalArgumentException} that names the key with a bad value.
   */
  default WatchSettings settings() {
    require(
        settleTime().compareTo(Duration.ofMillis(1)) >= 0
            && settleTime().compareTo(Duration.ofMinutes(1)) <= 0,
        "sextant.watch.settle-time=" + settleTime() + ": give 1ms to 1m");
    require(
        longestWait().compareTo(settleTime()) >= 0
            && longestWait().compareTo(Duration.ofMinutes(10)) <= 0,
        "sextant.watch.longest-wait="
            + longestWait()
            + ": give the settle time, which is "
            + settleTime()
            + ", to 10m");
    WatchSettings standard = WatchSettings.standard();
    return new WatchSettings(
        settleTime(),
        longestWait(),
        standard.pollInterval(),
        standard.pollShare(),
        standard.retryEvents(),
        standard.rootInterval(),
        standard.cookiePatience(),
        standard.maxPaths(),
        standard.maxFolders());
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(
          "the configuration has a value that cannot be used: " + problem);
    }
  }
}
