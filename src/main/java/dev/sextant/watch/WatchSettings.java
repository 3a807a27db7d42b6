package dev.sextant.watch;

import java.time.Duration;

/**
 * The times and bounds of watching.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @param quiet how long nothing must change until a burst of changes is handed on
 * @param longestWait after how long a burst is handed on although it goes on
 * @param pollInterval the shortest time between two looks at a tree without events
 * @param pollShare how many times as long as a look at a tree took the pause after it is at least
 * @param retryEvents how long after events stopped working they are tried again
 * @param rootInterval the time between two looks whether a root is still there
 * @param cookiePatience how long the event for a file of our own may take until events are no
 *     longer trusted
 * @param maxPaths most changed paths that are named; above, everything counts as changed
 * @param maxFolders most folders of one tree that are watched by events
 */
public record WatchSettings(
    Duration quiet,
    Duration longestWait,
    Duration pollInterval,
    int pollShare,
    Duration retryEvents,
    Duration rootInterval,
    Duration cookiePatience,
    int maxPaths,
    int maxFolders) {
  /** Checks the ranges. */
  public WatchSettings {
    positive("settle time", quiet);
    positive("longest wait", longestWait);
    positive("poll interval", pollInterval);
    positive("time between tries of events", retryEvents);
    positive("time between looks at the root", rootInterval);
    positive("patience for a cookie", cookiePatience);
    atLeastOne("poll share", pollShare);
    atLeastOne("limit of changed paths", maxPaths);
    atLeastOne("limit of watched folders", maxFolders);
  }

  /** What is used unless configured otherwise. */
  public static WatchSettings standard() {
    return new WatchSettings(
        Duration.ofMillis(50),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        20,
        Duration.ofMinutes(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        10_000,
        200_000);
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero() || value.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          name + " " + value + " must be longer than nothing and at most a day");
    }
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " " + value + " must be at least 1");
    }
  }
}
