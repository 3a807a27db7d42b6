package dev.sextant.syntax;

import java.time.Duration;

/**
 * What one parse may cost.
 *
 * @param budget the time it may take
 * @param maxBytes the longest text that is tried
 * @param maxNodes the largest tree that is handed out; a node takes 24 bytes
 * @param parserBytes the native memory it may take; some short texts ask for gigabytes
 */
public record ParseLimits(Duration budget, int maxBytes, int maxNodes, long parserBytes) {
  /** Limits that hand-written files stay far below. */
  public static final ParseLimits STANDARD =
      new ParseLimits(Duration.ofSeconds(5), 8 * 1024 * 1024, 4 * 1024 * 1024, 384L * 1024 * 1024);

  /** Checks that the limits let something through. */
  public ParseLimits {
    if (budget.isNegative()) {
      throw new IllegalArgumentException("a parse budget must not be negative, it is " + budget);
    }
    if (maxBytes < 0 || maxNodes < 1 || parserBytes < 1) {
      throw new IllegalArgumentException(
          "parse limits must be positive, they are "
              + maxBytes
              + " bytes, "
              + maxNodes
              + " nodes, "
              + parserBytes
              + " bytes of parser memory");
    }
  }

  long budgetMicros() {
    return budget.toSeconds() >= Integer.MAX_VALUE
        ? Integer.MAX_VALUE * 1_000_000L
        : budget.toNanos() / 1_000;
  }
}
