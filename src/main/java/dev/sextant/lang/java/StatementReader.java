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
      case JavaKinds.BLOCK, JavaKinds.FOR, JavaKinds.SWITCH_BLOCK -> scoped(node);
      case JavaKinds.SWITCH_RULE -> {
        return rule(node);
      }
      case JavaKinds.LOCAL_VARIABLES -> reading.variables.locals(node);
      case JavaKinds.ENHANCED_FOR -> forEach(node);
      case JavaKinds.TRY_WITH_RESOURCES -> tryWithResources(node);
      case JavaKinds.RESOURCE -> resource(node);
      case JavaKinds.CATCH -> caught(node);
      case JavaKinds.LABELED -> labeled(node);
      case JavaKinds.JUMP -> {}
      case JavaKinds.TYPE_PATTERN -> typePattern(node);
      case JavaKinds.RECORD_PATTERN -> recordPattern(node);
      case JavaKinds.EXPLICIT_CONSTRUCTOR -> reading.calls.delegate(node);
      default -> reading.visitChildren(node);
    }
    return -1;
  }

  private void scoped(int node) {
    reading.facts.openScope(ScopeKind.BLOCK, -1);
    reading.visitChildren(node);
    reading.facts.closeScope();
  }

  /** Reads a switch; its value is that of the first branch that has one. */
  int switchValue(int node) {
    int value = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      if (reading.kind(child) == JavaKinds.SWITCH_BLOCK) {
        reading.facts.openScope(ScopeKind.BLOCK, -1);
        for (int part = child + 1; part < tree.after(child); part = tree.after(part)) {
          int read = reading.visit(part);
          value = value < 0 ? read : value;
        }
        reading.facts.closeScope();
      } else {
        reading.visit(child);
      }
    }
    return value;
  }

  private int rule(int node) {
    int value = -1;
    reading.facts.openScope(ScopeKind.BLOCK, -1);
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int read = reading.visit(child);
      value = reading.kind(child) == JavaKinds.EXPRESSION_STATEMENT ? read : value;
    }
    reading.facts.closeScope();
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
      int element = inferred && iterated >= 0 ? reading.unnamed(Form.INDEX, iterated, value) : -1;
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
      reading.visit(body);
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
        inferred ? read : -1);
  }

  private void caught(int node) {
    reading.facts.openScope(ScopeKind.BLOCK, -1);
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      if (reading.kind(child) == JavaKinds.CATCH_PARAMETER) {
        int types = reading.childOfKind(child, JavaKinds.CATCH_TYPE);
        int name = reading.child(child, JavaFields.NAME);
        reading.variables.modified(child);
        int type = types < 0 ? -1 : reading.types.readAll(types);
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
      reading.visit(child);
    }
  }

  private void typePattern(int node) {
    int type = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      if (reading.types.isType(child)) {
        type = reading.isVar(child) ? -1 : reading.types.read(child, Role.TYPE);
      } else if (reading.kind(child) == JavaKinds.IDENTIFIER) {
        reading.variables.local(child, -1, node, type, -1);
      }
    }
  }

  private void recordPattern(int node) {
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int kind = reading.kind(child);
      if (kind == JavaKinds.IDENTIFIER || reading.types.isType(child)) {
        reading.types.read(child, Role.TYPE);
      } else {
        reading.visit(child);
      }
    }
  }
}
