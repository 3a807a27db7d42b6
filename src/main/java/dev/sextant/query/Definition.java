package dev.sextant.query;

import dev.sextant.graph.CodeGraph;
import dev.sextant.source.Range;

/**
 * Where a symbol is declared.
 *
 * @param symbol the symbol, with the place of its name
 * @param range the whole declaration
 */
public record Definition(SymbolSummary symbol, Range range) {
  /** Where {@code graph} has the declaration of {@code symbol}. */
  public static Definition of(CodeGraph graph, int symbol) {
    return new Definition(SymbolSummary.of(graph, symbol), graph.symbols().range(symbol));
  }
}
