package dev.sextant.lang.typescript;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.Form;
import dev.sextant.lang.ScopeKind;

/** Statements and whatever else has no value; the place where a walk decides what a node is. */
final class Statements {
  private final Walk walk;

  Statements(Walk walk) {
    this.walk = walk;
  }

  /** Visits all children of a node; what an early exit leaves out holds for those after it. */
  void children(int node) {
    int opened = 0;
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      visit(child);
      if (walk.kind(child) == Kind.IF && walk.narrowing.openAfter(child)) {
        opened++;
      }
    }
    for (; opened > 0; opened--) {
      walk.facts.closeScope();
    }
  }

  void visit(int node) {
    visit(node, Modifiers.NONE);
  }

  /** Visits a node; what it declares gets {@code modifiers} besides its own. */
  void visit(int node, int modifiers) {
    int kind = walk.kind(node);
    if (Kind.isExpression(kind)) {
      walk.expressions.walk(node);
    } else if (Kind.isType(kind)) {
      walk.types.of(node);
    } else if (walk.enter()) {
      statement(node, kind, modifiers);
      walk.leave();
    }
  }

  private void statement(int node, int kind, int modifiers) {
    switch (kind) {
      case Kind.BLOCK, Kind.STATIC_BLOCK -> block(node);
      case Kind.FOR, Kind.SWITCH_BODY -> scoped(node);
      case Kind.FOR_IN -> forIn(node);
      case Kind.CATCH -> catchClause(node);
      case Kind.VARIABLES -> walk.variables.declarations(node, modifiers);
      case Kind.FUNCTION -> walk.functions.declaration(node, modifiers);
      case Kind.CLASS, Kind.ABSTRACT_CLASS -> walk.typeDeclarations.classLike(node, modifiers);
      case Kind.INTERFACE -> walk.typeDeclarations.interfaceLike(node, modifiers);
      case Kind.ENUM -> walk.typeDeclarations.enumeration(node, modifiers);
      case Kind.TYPE_ALIAS -> walk.typeDeclarations.alias(node, modifiers);
      case Kind.NAMESPACE -> walk.typeDeclarations.namespace(node, modifiers);
      case Kind.EXPORT -> walk.imports.export(node);
      case Kind.IMPORT -> walk.imports.statement(node);
      case Kind.IMPORT_ALIAS -> walk.imports.alias(node, modifiers);
      case Kind.DECORATOR -> walk.calls.decorator(node);
      case Kind.METHOD, Kind.ABSTRACT_METHOD -> walk.functions.lambda(node);
      case Kind.CALL_SIGNATURE -> walk.functions.signature(node, -1);
      case Kind.TYPE_PARAMETER -> walk.types.typeParameter(node);
      case Kind.RETURN -> walk.functions.returned(node);
      case Kind.IF -> walk.narrowing.branch(node);
      case Kind.WHILE -> walk.narrowing.loop(node);
      case Kind.MAPPED -> walk.types.mapped(node);
      case Kind.JSX_CLOSING, Kind.PROPERTY_NAME, Kind.PRIVATE_NAME -> {}
      default -> {
        if (!walk.tree.isLeaf(node)) {
          passOn(node, modifiers);
        }
      }
    }
  }

  private void passOn(int node, int modifiers) {
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      visit(child, modifiers);
    }
  }

  /** A block; only one that declares something is a scope. */
  private void block(int node) {
    boolean declares = false;
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end && !declares; child = walk.tree.after(child)) {
      int kind = walk.kind(child);
      declares = kind >= Kind.VARIABLES && kind <= Kind.TYPE_ALIAS;
    }
    if (declares) {
      scoped(node);
    } else {
      children(node);
    }
  }

  private void scoped(int node) {
    walk.facts.openScope(ScopeKind.BLOCK, -1);
    children(node);
    walk.facts.closeScope();
  }

  private void forIn(int node) {
    int left = walk.child(node, Field.LEFT);
    int right = walk.child(node, Field.RIGHT);
    int kind = walk.child(node, Field.KIND);
    walk.facts.openScope(ScopeKind.BLOCK, -1);
    if (left >= 0 && right >= 0) {
      if (kind >= 0) {
        int scope = walk.kind(kind) == Kind.TOKEN_VAR ? walk.varScope : walk.facts.scope();
        walk.variables.declarePattern(left, scope, SymbolKind.LOCAL, Modifiers.NONE);
        int source = walk.expressions.of(right);
        int operator = walk.child(node, Field.OPERATOR);
        boolean elements = operator >= 0 && walk.is(operator, "of") && source >= 0;
        walk.variables.bind(
            left, scope, elements ? walk.plain(Form.ELEMENT, -1, source, right) : -1);
      } else {
        walk.expressions.of(right);
        walk.assignments.assign(left);
      }
    }
    int body = walk.child(node, Field.BODY);
    if (body >= 0) {
      visit(body);
    }
    walk.facts.closeScope();
  }

  private void catchClause(int node) {
    walk.facts.openScope(ScopeKind.BLOCK, -1);
    int parameter = walk.child(node, Field.PARAMETER);
    if (parameter >= 0) {
      int scope = walk.facts.scope();
      walk.variables.declarePattern(parameter, scope, SymbolKind.LOCAL, Modifiers.NONE);
      walk.variables.bind(parameter, scope, -1);
    }
    int body = walk.child(node, Field.BODY);
    if (body >= 0) {
      children(body);
    }
    walk.facts.closeScope();
  }
}
