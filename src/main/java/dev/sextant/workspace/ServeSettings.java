package dev.sextant.workspace;

import java.time.Duration;

/**
 * What governs answers from a graph whose rebuild has failed.
 *
 * @param staleCap how old the last good graph may be and still answer; zero for no limit
 */
public record ServeSettings(Duration staleCap) {
  /** Refuses a negative cap. */
  public ServeSettings {
    if (staleCap.isNegative()) {
      throw new IllegalArgumentException(
          "stale cap " + staleCap + " is negative; give zero for no limit");
    }
  }
}
