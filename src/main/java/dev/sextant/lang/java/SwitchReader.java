package dev.sextant.lang.java;

import dev.sextant.graph.Role;
import dev.sextant.lang.Form;
import dev.sextant.lang.ScopeKind;
import dev.sextant.syntax.SyntaxTree;

/** Reads switches, be they statements or expressions, with their labels. */
final class SwitchReader {
  private final JavaReading reading;
  private final SyntaxTree tree;

  SwitchReader(JavaReading reading) {
    this.reading = reading;
    this.tree = reading.tree;
  }

  /** Reads a switch that is an expression; the node of its value. */
  int value(int node) {
    reading.given.open(GivenValues.SWITCH);
    parts(node, true);
    return reading.composed(Form.SWITCH, -1, reading.given.close(), node);
  }

  /** Reads a switch that is a statement. */
  void statement(int node) {
    if (reading.enter()) {
      parts(node, false);
      reading.leave();
    }
  }

  private void parts(int node, boolean valued) {
    int selector = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      if (reading.kind(child) == JavaKinds.SWITCH_BLOCK) {
        block(child, selector, valued);
      } else {
        int value = reading.statements.part(child);
        selector = value < 0 ? selector : value;
      }
    }
  }

  private void block(int node, int selector, boolean valued) {
    reading.facts.openScope(ScopeKind.BLOCK, -1);
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      switch (reading.kind(child)) {
        case JavaKinds.SWITCH_RULE -> rule(child, selector, valued);
        case JavaKinds.SWITCH_GROUP -> group(child, selector);
        default -> reading.visit(child);
      }
    }
    reading.facts.closeScope();
  }

  private void rule(int node, int selector, boolean valued) {
    reading.facts.openScope(ScopeKind.BLOCK, -1);
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int kind = reading.kind(child);
      if (kind == JavaKinds.SWITCH_LABEL) {
        label(child, selector);
      } else if (kind == JavaKinds.EXPRESSION_STATEMENT && valued) {
        reading.given.yielded(reading.known(reading.visit(child)));
      } else {
        reading.statements.part(child);
      }
    }
    reading.facts.closeScope();
  }

  private void group(int node, int selector) {
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      if (reading.kind(child) == JavaKinds.SWITCH_LABEL) {
        label(child, selector);
      } else {
        reading.statements.part(child);
      }
    }
  }

  private void label(int node, int selector) {
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      switch (reading.kind(child)) {
        case JavaKinds.IDENTIFIER ->
            reading.facts.node(
                Form.CASE_NAME,
                Role.READ,
                reading.string(child),
                reading.known(selector),
                -1,
                tree.start(child),
                tree.end(child));
        case JavaKinds.PATTERN -> reading.patterns.read(child, selector);
        default -> reading.visit(child);
      }
    }
  }

  /** Reads a part of a switch that broken text has outside of one. */
  void stray(int node, int kind) {
    switch (kind) {
      case JavaKinds.SWITCH_BLOCK -> block(node, -1, false);
      case JavaKinds.SWITCH_RULE -> rule(node, -1, false);
      case JavaKinds.SWITCH_GROUP -> group(node, -1);
      default -> label(node, -1);
    }
  }
}
