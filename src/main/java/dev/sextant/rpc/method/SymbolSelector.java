package dev.sextant.rpc.method;

import dev.sextant.rpc.Arguments;
import dev.sextant.rpc.Parameter;
import dev.sextant.rpc.ParameterType;
import dev.sextant.rpc.Parameters;

/** The three ways in which a request names a symbol. */
public sealed interface SymbolSelector {
  /**
   * The parameters {@code symbol}, {@code at} and {@code name}, of which a request gives exactly
   * one.
   */
  Parameters PARAMETERS =
      Parameters.of(
              Parameter.optional("symbol", ParameterType.text(), "The symbol by its stable id."),
              Parameter.optional(
                  "at", ParameterType.structure(At.PARAMETERS), "The symbol at a place in a file."),
              Parameter.optional(
                  "name",
                  ParameterType.text(),
                  "The symbol by its name, qualified as far as needed, as in Lists.newArrayList."))
          .exactlyOneOf("symbol", "at", "name");

  /** By its SCIP symbol string. */
  record BySymbol(String symbol) implements SymbolSelector {}

  /**
   * By a place: the symbol declared or used there.
   *
   * @param file path relative to the workspace's root
   * @param line zero-based
   * @param character zero-based, UTF-16 units
   */
  record At(String file, int line, int character) implements SymbolSelector {
    private static final Parameters PARAMETERS =
        Parameters.of(
            Parameter.required("file", ParameterType.text(), "Path from the workspace's root."),
            Parameter.required(
                "line", ParameterType.integer(0, Integer.MAX_VALUE), "Line, zero-based."),
            Parameter.required(
                "character",
                ParameterType.integer(0, Integer.MAX_VALUE),
                "UTF-16 unit in the line, zero-based."));
  }

  /** By a simple or qualified name. */
  record ByName(String name) implements SymbolSelector {}

  /** Reads the one that was given; {@code arguments} were declared with {@link #PARAMETERS}. */
  static SymbolSelector of(Arguments arguments) {
    if (arguments.has("symbol")) {
      return new BySymbol(arguments.optionalText("symbol").orElseThrow());
    }
    if (arguments.has("name")) {
      return new ByName(arguments.optionalText("name").orElseThrow());
    }
    Arguments at = arguments.structure("at").orElseThrow();
    return new At(at.text("file"), (int) at.integer("line"), (int) at.integer("character"));
  }
}
