package dev.sextant.query;

import java.util.List;

/** Which symbol a {@link SymbolSelector} means in one graph. */
public sealed interface SymbolResolution {
  /** One symbol, by its ordinal in the graph that was asked. */
  record Found(int symbol) implements SymbolResolution {}

  /**
   * Several symbols; the question has to be asked again with the id of one.
   *
   * @param candidates the first of them, in the order of the graph
   * @param total how many there are
   */
  record Ambiguous(List<SymbolSummary> candidates, int total) implements SymbolResolution {
    /** How many candidates are listed at most. */
    public static final int MAX_CANDIDATES = 20;

    /** Copies the candidates. */
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }

  /** No symbol; {@code reason} says what was looked for and what to do. */
  record NotFound(String reason) implements SymbolResolution {}
}
