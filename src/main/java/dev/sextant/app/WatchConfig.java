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

  /** Notes the values that cannot be used. */
  default void check(SettingProblems problems) {
    problems.within(
        "watch.settle-time",
        settleTime(),
        Duration.ofMillis(1),
        Duration.ofMinutes(1),
        "1ms to 1m");
    problems.within(
        "watch.longest-wait",
        longestWait(),
        settleTime(),
        Duration.ofMinutes(10),
        "the settle time, which is " + settleTime() + ", to 10m");
  }

  /** The same as the watcher takes it; checked. */
  default WatchSettings settings() {
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
}
