package dev.sextant.lang.java;

import dev.sextant.graph.Role;
import dev.sextant.lang.Form;
import dev.sextant.lang.ScopeKind;
import dev.sextant.syntax.SyntaxTree;

/** Reads statements, opening a scope wherever the language has one. */
final class StatementReader {
  private final JavaReading reading;
  private final SyntaxTree tree;

  StatementReader(JavaReading reading) {
    this.reading = reading;
    this.tree = reading.tree;
  }

  /** Reads a statement; the node of its value if it is an expression's, otherwise -1. */
  int read(int node, int kind) {
    switch (kind) {
      case JavaKinds.EXPRESSION_STATEMENT -> {
        return reading.visit(node + 1);
      }
      case JavaKinds.BLOCK, JavaKinds.FOR -> scoped(node);
      case JavaKinds.RETURN -> returned(node);
      case JavaKinds.YIELD -> yielded(node);
      case JavaKinds.LOCAL_VARIABLES -> reading.variables.locals(node);
      case JavaKinds.ENHANCED_FOR -> forEach(node);
      case JavaKinds.TRY_WITH_RESOURCES -> tryWithResources(node);
      case JavaKinds.RESOURCE -> resource(node);
      case JavaKinds.CATCH -> caught(node);
      case JavaKinds.LABELED -> labeled(node);
      case JavaKinds.JUMP -> {}
      case JavaKinds.SWITCH_BLOCK,
          JavaKinds.SWITCH_RULE,
          JavaKinds.SWITCH_GROUP,
          JavaKinds.SWITCH_LABEL ->
          reading.switches.stray(node, kind);
      case JavaKinds.PATTERN,
          JavaKinds.TYPE_PATTERN,
          JavaKinds.RECORD_PATTERN,
          JavaKinds.RECORD_COMPONENTS ->
          reading.patterns.stray(node, kind);
      case JavaKinds.EXPLICIT_CONSTRUCTOR -> reading.calls.delegate(node);
      default -> parts(node);
    }
    return -1;
  }

  /** Reads the parts of a statement, such as the statements of a block. */
  void parts(int node) {
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      part(child);
    }
  }

  /**
   * Reads a part of a statement that hands no value on: there a switch is a statement, and
   * parentheses are not those of an expression. The node of its value, or -1.
   */
  int part(int node) {
    switch (reading.kind(node)) {
      case JavaKinds.SWITCH -> reading.switches.statement(node);
      case JavaKinds.PARENTHESIZED -> {
        if (reading.enter()) {
          int value = reading.expressions.inside(node);
          reading.leave();
          return value;
        }
      }
      default -> {
        return reading.visit(node);
      }
    }
    return -1;
  }

  private void scoped(int node) {
    reading.facts.openScope(ScopeKind.BLOCK, -1);
    parts(node);
    reading.facts.closeScope();
  }

  private void returned(int node) {
    int value = handedOn(node);
    if (value >= 0) {
      reading.composed(Form.RETURN, value, -1, node);
      reading.given.returned(value);
    }
  }

  private void yielded(int node) {
    int value = handedOn(node);
    if (value >= 0) {
      reading.given.yielded(value);
    }
  }

  /** The node of the value in a return or yield, -1 where there is none. */
  private int handedOn(int node) {
    int value = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int kind = reading.kind(child);
      int read = reading.visit(child);
      if (kind != 0 && kind != JavaKinds.ERROR) {
        value = reading.known(read);
      }
    }
    return value;
  }

  private void forEach(int node) {
    int type = reading.child(node, JavaFields.TYPE);
    int name = reading.child(node, JavaFields.NAME);
    int value = reading.child(node, JavaFields.VALUE);
    int iterated = value < 0 ? -1 : reading.visit(value);
    reading.facts.openScope(ScopeKind.BLOCK, -1);
    if (type >= 0 && name >= 0) {
      boolean inferred = reading.isVar(type);
      int element = inferred && iterated >= 0 ? reading.unnamed(Form.ELEMENT, iterated, value) : -1;
      reading.variables.modified(node);
      reading.variables.local(
          name,
          reading.child(node, JavaFields.DIMENSIONS),
          node,
          inferred ? -1 : reading.types.read(type, Role.TYPE),
          element);
    }
    int body = reading.child(node, JavaFields.BODY);
    if (body >= 0) {
      part(body);
    }
    reading.facts.closeScope();
  }

  private void tryWithResources(int node) {
    reading.facts.openScope(ScopeKind.BLOCK, -1);
    boolean open = true;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      reading.visit(child);
      if (open && reading.field(child) == JavaFields.BODY) {
        reading.facts.closeScope();
        open = false;
      }
    }
    if (open) {
      reading.facts.closeScope();
    }
  }

  private void resource(int node) {
    int type = reading.child(node, JavaFields.TYPE);
    int name = reading.child(node, JavaFields.NAME);
    if (type < 0 || name < 0) {
      reading.visitChildren(node);
      return;
    }
    int value = reading.child(node, JavaFields.VALUE);
    boolean inferred = reading.isVar(type);
    int read = value < 0 ? -1 : reading.visit(value);
    reading.variables.modified(node);
    reading.variables.local(
        name,
        reading.child(node, JavaFields.DIMENSIONS),
        node,
        inferred ? -1 : reading.types.read(type, Role.TYPE),
        read);
  }

  private void caught(int node) {
    reading.facts.openScope(ScopeKind.BLOCK, -1);
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      if (reading.kind(child) == JavaKinds.CATCH_PARAMETER) {
        int types = reading.childOfKind(child, JavaKinds.CATCH_TYPE);
        int name = reading.child(child, JavaFields.NAME);
        reading.variables.modified(child);
        int type = types < 0 ? -1 : reading.types.oneOf(types);
        if (name >= 0) {
          reading.variables.local(name, -1, child, type, -1);
        }
      } else {
        reading.visit(child);
      }
    }
    reading.facts.closeScope();
  }

  private void labeled(int node) {
    for (int child = tree.after(node + 1); child < tree.after(node); child = tree.after(child)) {
      part(child);
    }
  }
}
