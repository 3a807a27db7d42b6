package dev.sextant.query;

import dev.sextant.graph.Evidence;
import dev.sextant.graph.Role;
import java.util.List;

/**
 * One symbol calling another.
 *
 * @param from the caller
 * @param to the callee
 * @param distance how many edges away from the symbol that was asked about this edge ends; 1 for
 *     its direct neighbours
 * @param sites the first call sites, in the order of the source
 * @param siteCount how many call sites there are
 * @param isDispatch whether the call is declared to go elsewhere: on the way from callee to caller,
 *     {@code to} is a method that the callee overrides; on the way from caller to callee, one that
 *     overrides what is called
 */
public record CallEdge(
    SymbolSummary from,
    SymbolSummary to,
    int distance,
    List<Site> sites,
    int siteCount,
    boolean isDispatch) {
  /** How many sites of an edge are listed at most. */
  public static final int MAX_SITES = 100;

  /** Copies the sites. */
  public CallEdge {
    sites = List.copyOf(sites);
  }

  /** One place where the caller calls the callee. */
  public record Site(Location location, Role role, Evidence evidence) {}
}
