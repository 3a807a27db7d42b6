package dev.sextant.query;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.Evidence;
import java.util.stream.IntStream;

/**
 * Finds the symbol that a selector means.
 *
 * <p>A use with several possible targets means the one with the strongest evidence, when that is
 * one.
 */
public final class SymbolLookup {
  private final CodeGraph graph;
  private final Cancellation cancellation;

  private SymbolLookup(CodeGraph graph, Cancellation cancellation) {
    this.graph = graph;
    this.cancellation = cancellation;
  }

  /** The symbol of {@code graph} that {@code selector} means. */
  public static SymbolResolution find(
      CodeGraph graph, SymbolSelector selector, Cancellation cancellation) {
    var lookup = new SymbolLookup(graph, cancellation);
    return switch (selector) {
      case SymbolSelector.ById(String id) -> lookup.byId(id);
      case SymbolSelector.At at -> lookup.at(at);
      case SymbolSelector.ByName(String name) -> lookup.byName(name);
    };
  }

  private SymbolResolution byId(String id) {
    int symbol = graph.ids().resolve(id);
    return symbol >= 0
        ? new SymbolResolution.Found(symbol)
        : new SymbolResolution.NotFound(
            "no symbol has the id '"
                + id
                + "'; search for its name, the declaration may have changed");
  }

  private SymbolResolution at(SymbolSelector.At at) {
    int file = graph.files().find(at.path());
    if (file < 0) {
      return new SymbolResolution.NotFound(
          "no indexed file has the path '"
              + at.path()
              + "'; paths are relative to the workspace's root");
    }
    var offset = graph.files().lines(file).offset(at.position());
    if (offset.isEmpty()) {
      return new SymbolResolution.NotFound(
          "'%s' has no line %d; lines start at 0".formatted(at.path(), at.position().line()));
    }
    int[] occurrences = graph.places().occurrences(file, offset.getAsInt());
    if (occurrences.length > 0) {
      return resolution(strongestTargets(occurrences), "");
    }
    int declared = graph.places().declared(file, offset.getAsInt());
    return declared >= 0
        ? new SymbolResolution.Found(declared)
        : new SymbolResolution.NotFound(
            "no symbol is declared or used at %s:%s".formatted(at.path(), at.position()));
  }

  private int[] strongestTargets(int[] occurrences) {
    Evidence strongest = Evidence.NAMED;
    for (int occurrence : occurrences) {
      Evidence evidence = graph.occurrences().evidence(occurrence);
      strongest = evidence.atLeast(strongest) ? evidence : strongest;
    }
    Evidence floor = strongest;
    return IntStream.of(occurrences)
        .filter(occurrence -> graph.occurrences().evidence(occurrence).atLeast(floor))
        .map(graph.occurrences()::target)
        .sorted()
        .distinct()
        .toArray();
  }

  private SymbolResolution byName(String name) {
    int[] candidates =
        new NameLookup(graph, NamePattern.parse(name), new Poll(cancellation)).candidates();
    return resolution(
        candidates,
        "no symbol is named '" + name + "'; search for a part of the name to see what there is");
  }

  private SymbolResolution resolution(int[] candidates, String notFound) {
    if (candidates.length == 0) {
      return new SymbolResolution.NotFound(notFound);
    }
    if (candidates.length == 1) {
      return new SymbolResolution.Found(candidates[0]);
    }
    var summaries =
        IntStream.of(candidates)
            .limit(SymbolResolution.Ambiguous.MAX_CANDIDATES)
            .mapToObj(symbol -> SymbolSummary.of(graph, symbol))
            .toList();
    return new SymbolResolution.Ambiguous(summaries, candidates.length);
  }
}
