package dev.sextant.lang.java;

import dev.sextant.graph.Role;
import dev.sextant.lang.Form;
import dev.sextant.syntax.SyntaxTree;

/**
 * Reads tests of a type and patterns. What a pattern names is declared in the innermost scope: how
 * far it reaches depends on what the test decides, and no other name may be the same there.
 */
final class PatternReader {
  private final JavaReading reading;
  private final SyntaxTree tree;

  PatternReader(JavaReading reading) {
    this.reading = reading;
    this.tree = reading.tree;
  }

  int instanceOf(int node) {
    int type = -1;
    int matched = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      switch (reading.field(child)) {
        case JavaFields.LEFT -> matched = reading.visit(child);
        case JavaFields.RIGHT -> type = reading.types.read(child, Role.TYPE);
        case JavaFields.NAME -> reading.variables.local(child, -1, node, type, -1);
        case JavaFields.PATTERN -> record(child, matched);
        default -> reading.visit(child);
      }
    }
    return reading.literal(JavaReading.BOOLEAN, node);
  }

  /** Reads what stands in a pattern that the node {@code matched} is tried against, -1 for none. */
  void read(int node, int matched) {
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      switch (reading.kind(child)) {
        case JavaKinds.TYPE_PATTERN -> typed(child, -1, 0, matched);
        case JavaKinds.RECORD_PATTERN -> record(child, matched);
        default -> reading.visit(child);
      }
    }
  }

  /** Reads a part of a pattern that broken text has outside of one. */
  void stray(int node, int kind) {
    switch (kind) {
      case JavaKinds.TYPE_PATTERN -> typed(node, -1, 0, -1);
      case JavaKinds.RECORD_PATTERN -> record(node, -1);
      case JavaKinds.RECORD_COMPONENTS -> components(node, -1, -1);
      default -> read(node, -1);
    }
  }

  private void record(int node, int matched) {
    if (!reading.enter()) {
      return;
    }
    int type = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int kind = reading.kind(child);
      if (kind == JavaKinds.IDENTIFIER || reading.types.isType(child)) {
        type = reading.types.read(child, Role.TYPE);
      } else if (kind == JavaKinds.RECORD_COMPONENTS) {
        components(child, type, matched);
      } else {
        reading.visit(child);
      }
    }
    reading.leave();
  }

  private void components(int node, int type, int matched) {
    int position = 0;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      switch (reading.kind(child)) {
        case JavaKinds.TYPE_PATTERN -> typed(child, type, position++, matched);
        case JavaKinds.RECORD_PATTERN -> record(child, component(child, type, position++, matched));
        default -> reading.visit(child);
      }
    }
  }

  private void typed(int node, int of, int position, int matched) {
    int type = -1;
    int value = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      if (reading.kind(child) == JavaKinds.IDENTIFIER) {
        reading.variables.local(child, -1, node, type, value);
      } else if (reading.isVar(child)) {
        value = component(child, of, position, matched);
      } else if (reading.types.isType(child)) {
        type = reading.types.read(child, Role.TYPE);
      }
    }
  }

  /** The component at a position of what matched the record type {@code of}; -1 without one. */
  private int component(int node, int of, int position, int matched) {
    return of < 0
        ? -1
        : reading.facts.node(
            Form.COMPONENT,
            null,
            reading.facts.string(Integer.toString(position)),
            of,
            matched < 0 ? -1 : reading.listOf(matched),
            tree.start(node),
            tree.end(node));
  }
}
