package dev.sextant.rebuild;

import java.time.Duration;
import java.util.List;

/** How long after a failed build it is tried again. */
final class RetryDelays {
  private static final List<Duration> DELAYS =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(120),
          Duration.ofSeconds(300),
          Duration.ofSeconds(600));

  private RetryDelays() {}

  /**
   * The wait after so many failures in a row; that of the last step for all that are more.
   *
   * @param failures 1 for the first failure
   */
  static Duration after(int failures) {
    return DELAYS.get(Math.clamp(failures - 1L, 0, DELAYS.size() - 1));
  }
}
