package dev.sextant.query;

import dev.sextant.graph.Evidence;
import dev.sextant.graph.Role;

/**
 * One use of a symbol.
 *
 * @param location where it stands
 * @param role how it uses the symbol
 * @param evidence why it is believed to mean the symbol
 * @param enclosing the symbol it stands in
 */
public record Reference(Location location, Role role, Evidence evidence, SymbolSummary enclosing) {}
