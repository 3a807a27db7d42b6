package dev.sextant.graph;

/** Stand-in. */
public enum SymbolKind {
  /** Stand-in. */
  FILE
}
