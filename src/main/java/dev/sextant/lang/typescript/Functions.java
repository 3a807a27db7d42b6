package dev.sextant.lang.typescript;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.Form;
import dev.sextant.lang.ScopeKind;

/** Everything that has parameters: functions, methods, signatures, function types. */
final class Functions {
  private static final int PROPERTY_BITS =
      Modifiers.PUBLIC
          | Modifiers.PRIVATE
          | Modifiers.PROTECTED
          | Modifiers.FINAL
          | Modifiers.OVERRIDE;

  private final Walk walk;

  Functions(Walk walk) {
    this.walk = walk;
  }

  void declaration(int node, int modifiers) {
    int name = walk.child(node, Field.NAME);
    if (name < 0) {
      anonymous(node);
    } else {
      named(node, name, node, walk.facts.scope(), modifiers);
    }
  }

  /** Declares {@code function} under a name that may stand outside it. */
  void named(int node, int name, int function, int scope, int modifiers) {
    int all = modifiers | walk.modifiers(function) | variadic(function);
    int body = walk.child(function, Field.BODY);
    callable(function, walk.declareIn(scope, SymbolKind.FUNCTION, name, all, node, body));
  }

  /** Visits a function that nothing is called; its code belongs to what is around. */
  void anonymous(int node) {
    callable(node, -1);
  }

  /** Reads parameters, result and body of what is declared as {@code owner}, -1 for nothing. */
  void callable(int node, int owner) {
    int typeParameters = walk.child(node, Field.TYPE_PARAMETERS);
    if (typeParameters >= 0) {
      walk.facts.openScope(ScopeKind.BLOCK, -1);
      walk.statements.children(typeParameters);
    }
    int outerVarScope = walk.varScope;
    boolean outerDeclares = walk.assignmentDeclares;
    walk.varScope = walk.facts.openScope(ScopeKind.FUNCTION, owner);
    if (walk.kind(node) != Kind.ARROW) {
      walk.assignmentDeclares = false;
    }
    head(node, owner);
    int body = walk.child(node, Field.BODY);
    if (body >= 0) {
      walk.assignmentDeclares |= owner >= 0 && walk.members.isScriptConstructor(node);
      if (walk.kind(body) == Kind.BLOCK) {
        walk.statements.children(body);
      } else {
        walk.statements.visit(body);
      }
    }
    walk.facts.closeScope();
    walk.varScope = outerVarScope;
    walk.assignmentDeclares = outerDeclares;
    if (typeParameters >= 0) {
      walk.facts.closeScope();
    }
  }

  private void head(int node, int owner) {
    if (owner < 0 && walk.kind(node) == Kind.FUNCTION_EXPRESSION) {
      int name = walk.child(node, Field.NAME);
      if (name >= 0) {
        walk.declare(SymbolKind.LOCAL, name, Modifiers.NONE, name, -1);
      }
    }
    int single = walk.child(node, Field.PARAMETER);
    if (single >= 0) {
      parameter(single);
    }
    int parameters = walk.child(node, Field.PARAMETERS);
    if (parameters >= 0) {
      int end = walk.tree.after(parameters);
      for (int child = parameters + 1; child < end; child = walk.tree.after(child)) {
        parameter(child);
      }
    }
    int result = walk.child(node, Field.RETURN_TYPE);
    if (result < 0) {
      result = walk.child(node, Field.TYPE);
    }
    int type = result < 0 ? -1 : walk.types.of(result);
    if (type >= 0 && owner >= 0) {
      walk.facts.type(owner, type);
    }
  }

  private void parameter(int node) {
    if (walk.kind(node) != Kind.PARAMETER) {
      int scope = walk.facts.scope();
      walk.variables.declarePattern(node, scope, SymbolKind.PARAMETER, Modifiers.NONE);
      walk.variables.bind(node, scope, -1);
      return;
    }
    int decorator = walk.childOfKind(node, Kind.DECORATOR);
    if (decorator >= 0) {
      walk.calls.decorator(decorator);
    }
    int name = walk.child(node, Field.PATTERN);
    if (name < 0) {
      name = walk.child(node, Field.NAME);
    }
    int type = walk.child(node, Field.TYPE);
    int value = walk.child(node, Field.VALUE);
    if (name >= 0 && walk.kind(name) == Kind.REST_PATTERN) {
      int rest = walk.childOfKind(name, Kind.IDENTIFIER);
      name = rest < 0 ? name : rest;
    }
    if (name >= 0 && walk.kind(name) == Kind.IDENTIFIER) {
      simple(node, name, type, value);
    } else {
      destructured(name, type, value);
    }
  }

  private void simple(int node, int name, int type, int value) {
    int id = walk.declare(SymbolKind.PARAMETER, name, Modifiers.NONE, node, -1);
    int property = -1;
    int modifiers = walk.modifiers(node) & PROPERTY_BITS;
    if (modifiers != 0 && walk.classScope >= 0) {
      int visible = Members.visible(modifiers);
      property = walk.declareIn(walk.classScope, SymbolKind.FIELD, name, visible, node, -1);
    }
    int written = type < 0 ? -1 : walk.types.of(type);
    int source = value < 0 ? -1 : walk.expressions.of(value);
    for (int declaration : new int[] {id, property}) {
      if (declaration >= 0 && written >= 0) {
        walk.facts.type(declaration, written);
      } else if (declaration >= 0 && type < 0 && source >= 0) {
        walk.facts.initializer(declaration, source);
      }
    }
  }

  private void destructured(int pattern, int type, int value) {
    int scope = walk.facts.scope();
    if (pattern >= 0) {
      walk.variables.declarePattern(pattern, scope, SymbolKind.PARAMETER, Modifiers.NONE);
    }
    int written = type < 0 ? -1 : walk.types.of(type);
    int source = value < 0 ? -1 : walk.expressions.of(value);
    if (pattern >= 0) {
      int from = written < 0 ? source : walk.plain(Form.CAST, -1, written, type);
      walk.variables.bind(pattern, scope, from);
    }
  }

  /** The modifier of a function whose last parameter takes the rest of the arguments. */
  int variadic(int node) {
    int parameters = walk.child(node, Field.PARAMETERS);
    int end = parameters < 0 ? -1 : walk.tree.after(parameters);
    for (int child = parameters + 1; child < end; child = walk.tree.after(child)) {
      if (walk.kind(child) == Kind.REST_PATTERN
          || (walk.kind(child) == Kind.PARAMETER
              && walk.childOfKind(child, Kind.REST_PATTERN) >= 0)) {
        return Modifiers.VARARGS;
      }
    }
    return Modifiers.NONE;
  }
}
