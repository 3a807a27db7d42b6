package dev.sextant.query;

import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.SymbolKind;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a list says about a symbol.
 *
 * @param id the public id
 * @param kind what it is
 * @param name the simple name
 * @param disambiguator what tells it from its overloads, such as parameter types; often empty
 * @param container the dotted name of what it is declared in; empty at the top of an unnamed
 *     package
 * @param language the id of its language
 * @param location the file, and where the name stands in it
 */
public record SymbolSummary(
    String id,
    SymbolKind kind,
    String name,
    String disambiguator,
    String container,
    String language,
    Location location) {

  /** What {@code graph} says about {@code symbol}. */
  public static SymbolSummary of(CodeGraph graph, int symbol) {
    var symbols = graph.symbols();
    int file = symbols.file(symbol);
    int container = symbols.container(symbol);
    return new SymbolSummary(
        graph.ids().render(symbol),
        symbols.kind(symbol),
        symbols.name(symbol),
        symbols.disambiguator(symbol),
        QualifiedName.of(graph, container < 0 ? symbol : container),
        graph.files().language(file),
        new Location(graph.files().path(file), symbols.nameRange(symbol)));
  }

  /** What {@code graph} says about each of {@code symbols}, in their order. */
  static List<SymbolSummary> of(CodeGraph graph, int[] symbols) {
    return IntStream.of(symbols).mapToObj(symbol -> of(graph, symbol)).toList();
  }
}
