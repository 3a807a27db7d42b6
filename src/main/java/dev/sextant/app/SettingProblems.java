package dev.sextant.app;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of a configuration that cannot be used, so that all are reported at once.
 *
 * <p><b>Threads:</b> confined to one.
 */
final class SettingProblems {
  private final List<String> found = new ArrayList<>();

  /** Notes {@code key} unless {@code holds}; {@code give} says what to give instead. */
  void require(boolean holds, String key, Object value, String give) {
    if (!holds) {
      found.add("sextant." + key + "=" + value + ": give " + give);
    }
  }

  /** Notes {@code key} unless {@code least <= value <= most}. */
  void within(String key, long value, long least, long most) {
    require(value >= least && value <= most, key, value, least + " to " + most);
  }

  /** Notes {@code key} unless {@code least <= value <= most}; {@code give} names the range. */
  void within(String key, BigInteger value, long least, long most, String give) {
    boolean holds =
        value.compareTo(BigInteger.valueOf(least)) >= 0
            && value.compareTo(BigInteger.valueOf(most)) <= 0;
    require(holds, key, value, give);
  }

  /** Notes {@code key} unless {@code least <= value <= most}; {@code give} names the range. */
  void within(String key, Duration value, Duration least, Duration most, String give) {
    require(value.compareTo(least) >= 0 && value.compareTo(most) <= 0, key, value, give);
  }

  /** Notes {@code key} for each path that depends on where the process was started. */
  void absolute(String key, List<Path> paths) {
    paths.forEach(path -> require(path.isAbsolute(), key, path, "an absolute path"));
  }

  /**
   * Passes when nothing was noted.
   *
   * <p><b>Errors:</b> {@link IllegalArgumentException} that names every key that was.
   */
  void check() {
    if (!found.isEmpty()) {
      throw new IllegalArgumentException(
          "the configuration has values that cannot be used: " + String.join("; ", found));
    }
  }
}
