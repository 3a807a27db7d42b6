package dev.sextant.lang.java;

import dev.sextant.graph.SymbolKind;
import dev.sextant.syntax.SyntaxTree;

/**
 * Reads the components of records: fields of the record, and parameters of its compact constructor.
 *
 * <p>What is known of the innermost type lies on the stack of the reading: where that of the type
 * around lies, the tree node of the components (-1 for no record), and the type of each.
 */
final class ComponentReader {
  private final JavaReading reading;
  private final SyntaxTree tree;
  private int innermost = -1;

  ComponentReader(JavaReading reading) {
    this.reading = reading;
    this.tree = reading.tree;
  }

  /** Starts a type, and declares its components if {@code components} is not -1. */
  void open(int components) {
    int mark = reading.mark();
    reading.hold(innermost);
    reading.hold(components);
    innermost = mark;
    if (components < 0) {
      return;
    }
    for (int child = components + 1; child < tree.after(components); child = tree.after(child)) {
      switch (reading.kind(child)) {
        case JavaKinds.FORMAL_PARAMETER ->
            reading.hold(reading.variables.parameter(child, SymbolKind.FIELD));
        case JavaKinds.SPREAD_PARAMETER ->
            reading.hold(reading.variables.spread(child, SymbolKind.FIELD));
        default -> {}
      }
    }
  }

  /** Ends the type started last. */
  void close() {
    int mark = innermost;
    innermost = reading.held(mark);
    reading.drop(mark);
  }

  /** The tree node of the components of the innermost type, -1 if it is no record. */
  int node() {
    return innermost < 0 ? -1 : reading.held(innermost + 1);
  }

  /** Declares the components of the innermost type as parameters, of the types that were read. */
  void parameters() {
    int components = node();
    int at = innermost + 2;
    for (int child = components + 1; child < tree.after(components); child = tree.after(child)) {
      int kind = reading.kind(child);
      if (kind == JavaKinds.FORMAL_PARAMETER || kind == JavaKinds.SPREAD_PARAMETER) {
        int named =
            kind == JavaKinds.FORMAL_PARAMETER
                ? child
                : reading.childOfKind(child, JavaKinds.DECLARATOR);
        int name = named < 0 ? -1 : reading.child(named, JavaFields.NAME);
        if (name >= 0) {
          reading.variables.typed(SymbolKind.PARAMETER, child, name, reading.held(at));
        }
        at++;
      }
    }
  }
}
