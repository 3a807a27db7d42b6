package dev.sextant.query;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import java.util.ArrayList;

/** What extends or implements a type, or overrides or implements a method; nearest first. */
public final class Implementations {
  /**
   * One of them.
   *
   * @param distance how many steps below the symbol that was asked about, from 1
   */
  public record Implementation(SymbolSummary symbol, int distance) {}

  private Implementations() {}

  /** All of {@code symbol}, direct ones and theirs; cancellable. */
  public static Slice<Implementation> of(
      CodeGraph graph, int symbol, Window window, Cancellation cancellation) {
    Relatives below = Relatives.below(graph.supertypes(), symbol, new Poll(cancellation));
    var items = new ArrayList<Implementation>();
    for (int i = window.offset(); i < window.end(below.count()); i++) {
      items.add(new Implementation(SymbolSummary.of(graph, below.symbol(i)), below.distance(i)));
    }
    return new Slice<>(items, window.offset(), below.count());
  }
}
