package dev.sextant.query;

import dev.sextant.source.Position;

/** How a question says which symbol it is about. */
public sealed interface SymbolSelector {
  /** The symbol with this public id. */
  record ById(String id) implements SymbolSelector {}

  /** What is used at this place of a file, else what is declared there. */
  record At(String path, Position position) implements SymbolSelector {}

  /**
   * The symbol with this name: a simple one, or a dotted one that may begin anywhere in the chain
   * of package and containers, such as {@code ArrayList.grow}. A list of parameter types, as in
   * {@code ArrayList.grow(int)}, picks one overload. {@code #} and {@code ::} count as dots.
   */
  record ByName(String name) implements SymbolSelector {}
}
