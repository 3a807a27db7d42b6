package dev.sextant.rpc.method;

import dev.sextant.rpc.Arguments;
import dev.sextant.rpc.Parameter;
import dev.sextant.rpc.ParameterType;
import dev.sextant.rpc.Parameters;
import java.util.Optional;

/**
 * Which part of a list is asked for.
 *
 * @param limit most items wanted
 * @param cursor where an earlier answer ended; empty for the start
 */
public record Paging(int limit, String cursor) {
  /** The parameters {@code limit} and {@code cursor}. */
  public static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.withDefault(
              "limit", ParameterType.integer(1, 5000), 100, "Most items in one answer."),
          Parameter.optional(
              "cursor", ParameterType.text(), "The nextCursor of the answer before."));

  /** Reads it; {@code arguments} were declared with {@link #PARAMETERS}. */
  public static Paging of(Arguments arguments) {
    return new Paging(
        (int) arguments.integer("limit"), arguments.optionalText("cursor").orElse(""));
  }

  /** Where an earlier answer ended. */
  public Optional<String> from() {
    return Optional.of(cursor).filter(text -> !text.isEmpty());
  }
}
