package dev.sextant.resolve;

import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.LookupRules;

/** What kind of thing a name is asked for. */
enum Wanted {
  VALUE,
  CALLABLE,
  ANY,
  /** Whatever there is when a program runs. */
  RUNTIME,
  /** A type. */
  TYPE,
  /** A type, or what else has members by name only. */
  CONTAINER;

  /** What is asked for when a name is called, or used otherwise, by the rules of its language. */
  static Wanted by(LookupRules rules, boolean called) {
    if (rules.structural()) {
      return RUNTIME;
    }
    if (!rules.separateCallables()) {
      return ANY;
    }
    return called ? CALLABLE : VALUE;
  }

  boolean accepts(SymbolKind kind) {
    return switch (this) {
      case VALUE -> !kind.isCallable() && !kind.isType() && kind != SymbolKind.TYPE_PARAMETER;
      case CALLABLE -> kind.isCallable() && kind != SymbolKind.CONSTRUCTOR;
      case ANY -> kind != SymbolKind.TYPE_PARAMETER;
      case RUNTIME ->
          kind != SymbolKind.TYPE_PARAMETER
              && kind != SymbolKind.INTERFACE
              && kind != SymbolKind.TYPE_ALIAS
              && kind != SymbolKind.CONSTRUCTOR;
      case TYPE -> kind.isType();
      case CONTAINER -> kind.isType() || kind == SymbolKind.NAMESPACE;
    };
  }
}
