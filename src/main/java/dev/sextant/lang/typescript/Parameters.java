package dev.sextant.lang.typescript;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.Form;

/** The parameters of whatever is called. One that may be left out has the modifier DEFAULT. */
final class Parameters {
  private static final int PROPERTY_BITS =
      Modifiers.PUBLIC
          | Modifiers.PRIVATE
          | Modifiers.PROTECTED
          | Modifiers.FINAL
          | Modifiers.OVERRIDE;

  private final Walk walk;

  Parameters(Walk walk) {
    this.walk = walk;
  }

  /** Declares the parameters of a function in the innermost scope. */
  void of(int function) {
    int single = walk.child(function, Field.PARAMETER);
    if (single >= 0) {
      parameter(single);
    }
    int parameters = walk.child(function, Field.PARAMETERS);
    if (parameters >= 0) {
      int end = walk.tree.after(parameters);
      for (int child = parameters + 1; child < end; child = walk.tree.after(child)) {
        parameter(child);
      }
    }
  }

  /** The list of the written types of what {@link #of} declared in {@code scope}. */
  int types(int function, int scope) {
    int mark = walk.lists.mark();
    walk.facts.parametersOf(scope, walk.lists::add);
    for (int i = mark; i < walk.lists.mark(); i++) {
      int type = walk.facts.typeOf(walk.lists.get(i));
      walk.lists.set(i, walk.known(type, function));
    }
    return walk.lists.take(mark, walk.facts);
  }

  private void parameter(int node) {
    switch (walk.kind(node)) {
      case Kind.PARAMETER -> written(node);
      case Kind.IDENTIFIER -> simple(node, node, Modifiers.NONE, -1, -1);
      case Kind.REST_PATTERN -> {
        int rest = walk.childOfKind(node, Kind.IDENTIFIER);
        if (rest >= 0) {
          simple(node, rest, Modifiers.VARARGS, -1, -1);
        }
      }
      case Kind.ASSIGNMENT_PATTERN -> {
        int left = walk.child(node, Field.LEFT);
        int right = walk.child(node, Field.RIGHT);
        if (left >= 0 && walk.kind(left) == Kind.IDENTIFIER) {
          simple(node, left, Modifiers.DEFAULT, -1, right);
        } else if (left >= 0) {
          destructured(left, Modifiers.DEFAULT, -1, right);
        }
      }
      case Kind.OBJECT_PATTERN, Kind.ARRAY_PATTERN -> destructured(node, Modifiers.NONE, -1, -1);
      default -> {
        if (!walk.tree.isLeaf(node)) {
          walk.statements.visit(node);
        }
      }
    }
  }

  private void written(int node) {
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
    boolean optional = value >= 0 || walk.childOfKind(node, Kind.TOKEN_OPTIONAL) >= 0;
    int modifiers = optional ? Modifiers.DEFAULT : Modifiers.NONE;
    if (name >= 0 && walk.kind(name) == Kind.REST_PATTERN) {
      int rest = walk.childOfKind(name, Kind.IDENTIFIER);
      name = rest < 0 ? name : rest;
      modifiers = Modifiers.VARARGS;
    }
    if (name >= 0 && walk.kind(name) == Kind.IDENTIFIER) {
      simple(node, name, modifiers, type, value);
    } else if (name >= 0 && walk.kind(name) == Kind.THIS) {
      // What is declared for `this` is passed by nobody.
      int id = walk.declare(SymbolKind.LOCAL, name, Modifiers.NONE, node, -1);
      walk.variables.typeOrValue(id, type, value);
    } else if (name >= 0) {
      destructured(name, modifiers, type, value);
    }
  }

  private void simple(int node, int name, int modifiers, int type, int value) {
    int id = walk.declare(SymbolKind.PARAMETER, name, modifiers, node, -1);
    int property = -1;
    int visibility = walk.modifiers(node) & PROPERTY_BITS;
    if (visibility != 0 && walk.classScope >= 0 && !walk.anonymousClass) {
      int visible = Members.visible(visibility);
      property = walk.declareIn(walk.classScope, SymbolKind.FIELD, name, visible, node, -1);
    }
    int written = type < 0 ? -1 : walk.types.of(type);
    int source = value < 0 ? -1 : walk.expressions.of(value);
    for (int declaration : new int[] {id, property}) {
      if (declaration >= 0 && written >= 0) {
        walk.facts.type(declaration, written);
      }
      if (declaration >= 0 && source >= 0) {
        walk.facts.initializer(declaration, source);
      }
    }
  }

  /** A pattern is a parameter without a name that one could write, and variables taken from it. */
  private void destructured(int pattern, int modifiers, int type, int value) {
    int scope = walk.facts.scope();
    int id = walk.declare(SymbolKind.PARAMETER, pattern, modifiers, pattern, -1);
    walk.variables.declarePattern(pattern, scope, SymbolKind.LOCAL, Modifiers.NONE);
    int written = type < 0 ? -1 : walk.types.of(type);
    int source = value < 0 ? -1 : walk.expressions.of(value);
    if (written >= 0) {
      walk.facts.type(id, written);
    }
    if (source >= 0) {
      walk.facts.initializer(id, source);
    }
    walk.variables.bind(
        pattern, scope, walk.plain(Form.BINDING, walk.string(pattern), -1, pattern));
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
