package dev.sextant.lang.typescript;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.Form;
import dev.sextant.lang.ScopeKind;

/**
 * Objects and types of objects that are written in place. Each is declared as something that has no
 * name one could use, so that its members are found like those of a class.
 *
 * <p>Members are local to the file, but for the functions of an object that a variable of a module
 * is set to: these are what a reader calls the module's functions.
 */
final class Objects {
  private final Walk walk;
  private int moduleObject = -1;

  Objects(Walk walk) {
    this.walk = walk;
  }

  /** Declares an object whose members see the type parameters in {@code generics}. */
  int declare(int node, int generics) {
    int start = walk.tree.start(node);
    int end = walk.tree.end(node);
    int name = walk.facts.string("{}");
    int id =
        walk.facts.declare(SymbolKind.LOCAL, name, Modifiers.NONE, start, start, start, start, end);
    if (generics >= 0) {
      walk.facts.typeParameters(id, generics);
    }
    return id;
  }

  /** Says that a variable of a module or namespace is set to {@code value}. */
  void moduleValue(int value) {
    int inner = value;
    while (inner >= 0 && (walk.kind(inner) == Kind.AS || walk.kind(inner) == Kind.SATISFIES)) {
      inner = walk.tree.firstChild(inner);
    }
    moduleObject = inner;
  }

  /** The node of an object literal. */
  int literal(int node) {
    boolean module = node == moduleObject;
    int id = declare(node, walk.generics.all());
    walk.facts.openScope(ScopeKind.TYPE, id);
    int mark = walk.lists.mark();
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      switch (walk.kind(child)) {
        case Kind.PAIR -> pair(child, module);
        case Kind.METHOD -> method(child, module);
        case Kind.SHORTHAND -> property(child, child, walk.expressions.of(child));
        case Kind.SPREAD -> spread(child);
        default -> {
          if (!walk.tree.isLeaf(child)) {
            walk.statements.visit(child);
          }
        }
      }
    }
    supertypes(id, mark);
    walk.facts.closeScope();
    int made = named(Form.OBJECT, id, node);
    walk.facts.initializer(id, made);
    return made;
  }

  private void supertypes(int id, int mark) {
    if (walk.lists.isEmpty(mark)) {
      walk.lists.drop(mark);
    } else {
      walk.facts.supertypes(id, walk.lists.take(mark, walk.facts));
    }
  }

  /** A node that names a declaration by its number. */
  int named(int form, int declaration, int node) {
    return walk.plain(form, walk.facts.string(Integer.toString(declaration)), -1, node);
  }

  private void pair(int node, boolean module) {
    int key = walk.child(node, Field.KEY);
    int value = walk.child(node, Field.VALUE);
    if (key < 0 || value < 0) {
      return;
    }
    if (walk.kind(key) == Kind.COMPUTED_NAME) {
      walk.statements.visit(key);
      walk.expressions.of(value);
      return;
    }
    int kind = walk.kind(value);
    if (module && (kind == Kind.ARROW || kind == Kind.FUNCTION_EXPRESSION)) {
      callable(node, key, value, SymbolKind.METHOD);
    } else {
      property(node, key, walk.expressions.of(value));
    }
  }

  private void callable(int node, int name, int function, SymbolKind kind) {
    int modifiers =
        Modifiers.PUBLIC | walk.modifiers(function) | walk.parameters.variadic(function);
    int body = walk.child(function, Field.BODY);
    walk.functions.callable(function, walk.declare(kind, name, modifiers, node, body));
  }

  private void method(int node, boolean module) {
    int name = walk.child(node, Field.NAME);
    boolean accessor = Modifiers.has(walk.modifiers(node), Modifiers.ACCESSOR);
    if (name >= 0 && walk.kind(name) == Kind.COMPUTED_NAME) {
      walk.statements.visit(name);
      walk.functions.lambda(node);
    } else if (name >= 0 && module) {
      callable(node, name, node, accessor ? SymbolKind.PROPERTY : SymbolKind.METHOD);
    } else {
      int value = walk.functions.lambda(node);
      if (name >= 0) {
        property(node, name, accessor ? -1 : value);
      }
    }
  }

  private void property(int node, int name, int value) {
    int id = walk.declare(SymbolKind.LOCAL, name, Modifiers.NONE, node, -1);
    if (value >= 0) {
      walk.facts.initializer(id, value);
    }
  }

  private void spread(int node) {
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      int value = Kind.isExpression(walk.kind(child)) ? walk.expressions.of(child) : -1;
      if (value >= 0) {
        walk.lists.add(walk.plain(Form.TYPE_OF, -1, value, child));
      }
    }
  }

  /** The node of an object type. */
  int type(int node) {
    int id = declare(node, walk.generics.all());
    walk.facts.openScope(ScopeKind.TYPE, id);
    int mark = walk.lists.mark();
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      switch (walk.kind(child)) {
        case Kind.PROPERTY_SIGNATURE -> propertySignature(child);
        case Kind.METHOD -> methodSignature(child);
        case Kind.CALL_SIGNATURE -> walk.members.signature(child);
        case Kind.INDEX_SIGNATURE -> walk.members.index(child);
        default -> {
          if (!walk.tree.isLeaf(child)) {
            walk.statements.visit(child);
          }
        }
      }
    }
    supertypes(id, mark);
    walk.facts.closeScope();
    return named(Form.TYPE_OBJECT, id, node);
  }

  private void propertySignature(int node) {
    int name = walk.child(node, Field.NAME);
    int type = walk.child(node, Field.TYPE);
    if (name >= 0 && walk.kind(name) == Kind.COMPUTED_NAME) {
      walk.statements.children(node);
    } else if (name >= 0) {
      int id = walk.declare(SymbolKind.LOCAL, name, Modifiers.NONE, node, -1);
      walk.variables.typeOrValue(id, type, -1);
    }
  }

  private void methodSignature(int node) {
    int name = walk.child(node, Field.NAME);
    int type = walk.functions.signature(node, -1);
    if (name >= 0 && walk.kind(name) != Kind.COMPUTED_NAME) {
      int id = walk.declare(SymbolKind.LOCAL, name, Modifiers.NONE, node, -1);
      walk.facts.type(id, type);
    }
  }
}
