package dev.sextant.lang.python;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.Form;

/** Reads the parameters of functions and lambdas, and type parameters. Confined to its walk. */
final class Parameters {
  /** Whether the first parameter is the receiver. */
  enum Receiver {
    NONE,
    FIRST
  }

  private final Walk walk;
  private final Expressions expressions;
  private int members = -1;

  Parameters(Walk walk, Expressions expressions) {
    this.walk = walk;
    this.expressions = expressions;
  }

  /** The scope of the class that the next receiver is an instance of. */
  void members(int scope) {
    members = scope;
  }

  /** Declares all parameters in the innermost scope. */
  void read(int node, Receiver receiver) {
    boolean first = receiver == Receiver.FIRST;
    for (int child = node + 1; child < walk.tree.after(node); child = walk.tree.after(child)) {
      if (walk.isNoise(child)) {
        continue;
      }
      int declaration = parameter(child);
      if (first && declaration >= 0) {
        receiver(child, declaration);
      }
      first = false;
    }
  }

  private void receiver(int node, int declaration) {
    int name = nameOf(node);
    if (walk.kind(name) != PythonSyntax.IDENTIFIER) {
      return;
    }
    walk.frame().receiver(walk.string(name), members);
    if (walk.kind(node) == PythonSyntax.IDENTIFIER) {
      walk.facts.type(declaration, walk.node(Form.TYPE_SELF, null, -1, -1, -1, name));
    }
  }

  private int nameOf(int node) {
    return switch (walk.kind(node)) {
      case PythonSyntax.DEFAULT_PARAMETER -> walk.field(node, PythonSyntax.F_NAME);
      case PythonSyntax.TYPED_PARAMETER -> walk.firstPart(node);
      default -> node;
    };
  }

  private int parameter(int node) {
    int name = nameOf(node);
    int modifiers = Modifiers.NONE;
    if (name >= 0 && walk.kind(name) == PythonSyntax.SPLAT_PATTERN) {
      modifiers = Modifiers.VARARGS;
      name = walk.firstPart(name);
    }
    if (name < 0) {
      return -1;
    }
    int declaration = -1;
    if (walk.kind(name) == PythonSyntax.IDENTIFIER) {
      walk.frame().hides(walk.string(name));
      declaration =
          walk.declare(walk.frame().scope(), SymbolKind.PARAMETER, name, modifiers, node, -1);
    } else {
      int _ = expressions.bindings.target(name, node);
    }
    int written = name == node ? -1 : walk.field(node, PythonSyntax.F_TYPE);
    int value = name == node ? -1 : walk.field(node, PythonSyntax.F_VALUE);
    int type = written < 0 ? -1 : expressions.types.read(written);
    int initializer = value < 0 ? -1 : expressions.read(value);
    if (declaration >= 0 && modifiers == Modifiers.NONE) {
      if (type >= 0) {
        walk.facts.type(declaration, type);
      } else if (initializer >= 0) {
        walk.facts.initializer(declaration, initializer);
      }
    }
    return declaration;
  }

  /** Declares type parameters in the innermost scope, with their bounds. */
  void types(int node) {
    for (int child = node + 1; child < walk.tree.after(node); child = walk.tree.after(child)) {
      if (walk.kind(child) == PythonSyntax.TYPE) {
        typeParameter(child);
      }
    }
  }

  private void typeParameter(int node) {
    int inner = walk.firstPart(node);
    int bound = -1;
    if (inner >= 0 && walk.kind(inner) == PythonSyntax.CONSTRAINED_TYPE) {
      int left = walk.firstPart(inner);
      for (int child = left < 0 ? inner : walk.tree.after(left);
          left >= 0 && child < walk.tree.after(inner);
          child = walk.tree.after(child)) {
        if (!walk.isNoise(child)) {
          bound = child;
        }
      }
      inner = left;
    }
    for (int i = 0; i < 3 && inner >= 0 && walk.kind(inner) != PythonSyntax.IDENTIFIER; i++) {
      inner = walk.firstPart(inner);
    }
    if (inner < 0 || walk.kind(inner) != PythonSyntax.IDENTIFIER) {
      return;
    }
    int declaration =
        walk.declare(
            walk.facts.scope(), SymbolKind.TYPE_PARAMETER, inner, Modifiers.NONE, node, -1);
    int type = bound < 0 ? -1 : expressions.types.read(bound);
    if (type >= 0) {
      walk.facts.type(declaration, type);
    }
  }
}
