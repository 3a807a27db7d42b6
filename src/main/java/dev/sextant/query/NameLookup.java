package dev.sextant.query;

import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.SymbolKind;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Finds the symbols that a written name means.
 *
 * <p>A dotted name that is the whole chain of a symbol means that one, even where it also ends
 * longer chains. A constructor goes by its type's name, and is meant only where the type is not:
 * with parameters, or with the name twice.
 */
final class NameLookup {
  private final CodeGraph graph;
  private final NamePattern pattern;
  private final Poll poll;
  private final BitSet partial = new BitSet();
  private final BitSet whole = new BitSet();

  NameLookup(CodeGraph graph, NamePattern pattern, Poll poll) {
    this.graph = graph;
    this.pattern = pattern;
    this.poll = poll;
  }

  /** The symbols, ascending. */
  int[] candidates() {
    collect(pattern.lastSegment(), pattern.segments().size() > 1);
    if (pattern.segments().size() > 1) {
      // Names of files and quoted properties have dots of their own.
      collect(pattern.text(), false);
    }
    BitSet found = whole.isEmpty() ? partial : whole;
    dropConstructorsOfFoundTypes(found);
    return found.stream().toArray();
  }

  private void collect(String name, boolean isQualified) {
    int id = graph.names().find(name);
    int count = id < 0 ? 0 : graph.names().symbolCount(id);
    for (int symbol : IntStream.range(0, count).map(i -> graph.names().symbol(id, i)).toArray()) {
      poll.item();
      if (!fitsParameters(symbol)) {
        continue;
      }
      if (!isQualified) {
        partial.set(symbol);
        continue;
      }
      var chain = QualifiedName.segments(graph, symbol);
      if (pattern.endsChain(chain)) {
        partial.set(symbol);
        whole.set(symbol, chain.size() == pattern.segments().size());
      }
    }
  }

  private boolean fitsParameters(int symbol) {
    return pattern.parameters().isEmpty()
        || (graph.symbols().kind(symbol).isCallable()
            && pattern.fitsParameters(graph.symbols().disambiguator(symbol)));
  }

  private void dropConstructorsOfFoundTypes(BitSet found) {
    for (int symbol : found.stream().toArray()) {
      boolean isConstructor = graph.symbols().kind(symbol) == SymbolKind.CONSTRUCTOR;
      if (isConstructor && found.get(graph.symbols().container(symbol))) {
        found.clear(symbol);
      }
    }
  }
}
