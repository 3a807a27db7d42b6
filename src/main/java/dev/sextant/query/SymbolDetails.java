package dev.sextant.query;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.Modifiers;
import dev.sextant.source.Range;
import java.util.List;
import java.util.Optional;

/**
 * All that a graph says about one symbol.
 *
 * @param symbol the symbol
 * @param container what it is declared in; empty for a file
 * @param range the whole declaration
 * @param signature the declaration up to its body
 * @param modifiers the names of its modifiers
 * @param members how many symbols are declared directly in it
 * @param references how many occurrences there are of it
 * @param callsIn how many of these are call-like
 * @param callsOut how many call-like occurrences stand in it
 * @param supertypes its direct supertypes, or the methods it overrides directly
 * @param subtypeCount how many symbols extend, implement or override it directly
 */
public record SymbolDetails(
    SymbolSummary symbol,
    Optional<SymbolSummary> container,
    Range range,
    Range signature,
    List<String> modifiers,
    int members,
    int references,
    int callsIn,
    int callsOut,
    List<SymbolSummary> supertypes,
    int subtypeCount) {

  /** Copies the lists. */
  public SymbolDetails {
    modifiers = List.copyOf(modifiers);
    supertypes = List.copyOf(supertypes);
  }

  /** What {@code graph} says about {@code symbol}. */
  public static SymbolDetails of(CodeGraph graph, int symbol, Cancellation cancellation) {
    var poll = new Poll(cancellation);
    var symbols = graph.symbols();
    var occurrences = graph.occurrences();
    int file = symbols.file(symbol);
    int members = 0;
    for (int other = symbol + 1; other < graph.files().endSymbol(file); other++) {
      poll.item();
      members += symbols.container(other) == symbol ? 1 : 0;
    }
    int callsIn = 0;
    for (int i = 0; i < occurrences.countIn(symbol); i++) {
      poll.item();
      callsIn += occurrences.role(occurrences.in(symbol, i)).isCallLike() ? 1 : 0;
    }
    int callsOut = 0;
    for (int i = occurrences.firstOut(symbol); i < occurrences.endOut(symbol); i++) {
      poll.item();
      callsOut += occurrences.role(i).isCallLike() ? 1 : 0;
    }
    int container = symbols.container(symbol);
    return new SymbolDetails(
        SymbolSummary.of(graph, symbol),
        container < 0 ? Optional.empty() : Optional.of(SymbolSummary.of(graph, container)),
        symbols.range(symbol),
        graph.files().lines(file).range(symbols.start(symbol), symbols.bodyStart(symbol)),
        Modifiers.wireNames(symbols.modifiers(symbol)),
        members,
        occurrences.countIn(symbol),
        callsIn,
        callsOut,
        SymbolSummary.of(graph, graph.supertypes().supertypes(symbol)),
        graph.supertypes().subtypes(symbol).length);
  }
}
