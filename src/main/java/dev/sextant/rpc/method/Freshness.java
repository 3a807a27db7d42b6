package dev.sextant.rpc.method;

import dev.sextant.rpc.Arguments;
import dev.sextant.rpc.Parameter;
import dev.sextant.rpc.ParameterType;
import dev.sextant.rpc.Parameters;
import java.time.Duration;

/**
 * How new a graph a request wants, and how long it waits for it.
 *
 * @param atLeast the generation wanted; 0 for any
 * @param sync whether what is on disk now must be in it
 * @param longestWait the longest wait
 */
record Freshness(long atLeast, boolean sync, Duration longestWait) {
  /** The parameter {@code freshness}. */
  static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.optional(
              "freshness",
              ParameterType.structure(
                  Parameters.of(
                      Parameter.optional(
                          "atLeast",
                          ParameterType.integer(1, Long.MAX_VALUE),
                          "Wait for this generation."),
                      Parameter.flagDefaultFalse(
                          "sync", "Wait until the files as they are now are in the graph."),
                      Parameter.withDefault(
                          "waitMs",
                          ParameterType.integer(0, 600_000),
                          5_000,
                          "The longest wait; past it the answer comes as it is."))),
              "How new the graph must be; meta.freshness says whether it was had."));

  /** What became of a wish for freshness. */
  enum Outcome {
    /** None was made. */
    UNASKED,
    /** The graph is as new as wanted. */
    MET,
    /** It was not to be had in time, or not at all. */
    TIMED_OUT
  }

  /** Reads it; {@code arguments} were declared with {@link #PARAMETERS}. */
  static Freshness of(Arguments arguments) {
    return arguments
        .structure("freshness")
        .map(
            given ->
                new Freshness(
                    given.optionalInteger("atLeast").orElse(0),
                    given.flag("sync"),
                    Duration.ofMillis(given.integer("waitMs"))))
        .orElseGet(() -> new Freshness(0, false, Duration.ZERO));
  }

  /** Whether anything is wanted. */
  boolean isAsked() {
    return sync || atLeast > 0;
  }
}
