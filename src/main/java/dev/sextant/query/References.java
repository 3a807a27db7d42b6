package dev.sextant.query;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.Evidence;
import dev.sextant.graph.OccurrenceTable;
import dev.sextant.graph.Role;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/**
 * The uses of a symbol, by file, enclosing symbol and place.
 *
 * @param declaration where the symbol is declared, when that was asked for
 * @param references the uses; the declaration is none of them
 * @param belowFloor what the floor left out
 */
public record References(
    Optional<Location> declaration, Slice<Reference> references, BelowFloor belowFloor) {

  /** Whether the answer says where the symbol is declared. */
  public enum Declaration {
    /** It does. */
    INCLUDED,
    /** It does not. */
    EXCLUDED
  }

  /**
   * Asks for the uses of a symbol.
   *
   * @param symbol its ordinal in the graph that is asked
   * @param roles which uses; all when empty
   * @param floor the weakest evidence that counts
   */
  public record Request(
      int symbol, Set<Role> roles, Evidence floor, Declaration declaration, Window window) {
    /** Copies the roles. */
    public Request {
      roles = Set.copyOf(roles);
    }
  }

  /** The uses that {@code request} asks for. */
  public static References in(CodeGraph graph, Request request, Cancellation cancellation) {
    var poll = new Poll(cancellation);
    var floor = new BelowFloor.Counter(request.floor());
    var items = new ArrayList<Reference>();
    OccurrenceTable occurrences = graph.occurrences();
    int total = 0;
    for (int i = 0; i < occurrences.countIn(request.symbol()); i++) {
      poll.item();
      int occurrence = occurrences.in(request.symbol(), i);
      boolean isWantedRole =
          request.roles().isEmpty() || request.roles().contains(occurrences.role(occurrence));
      if (isWantedRole && floor.admits(occurrences.evidence(occurrence))) {
        if (request.window().holds(total)) {
          items.add(reference(graph, occurrence));
        }
        total++;
      }
    }
    return new References(
        request.declaration() == Declaration.INCLUDED
            ? Optional.of(SymbolSummary.of(graph, request.symbol()).location())
            : Optional.empty(),
        new Slice<>(items, request.window().offset(), total),
        floor.counted());
  }

  private static Reference reference(CodeGraph graph, int occurrence) {
    OccurrenceTable occurrences = graph.occurrences();
    return new Reference(
        new Location(
            graph.files().path(occurrences.file(occurrence)), occurrences.range(occurrence)),
        occurrences.role(occurrence),
        occurrences.evidence(occurrence),
        SymbolSummary.of(graph, occurrences.enclosing(occurrence)));
  }
}
