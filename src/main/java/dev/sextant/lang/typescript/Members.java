package dev.sextant.lang.typescript;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.ScopeKind;

/** Members of classes, interfaces, object types and enumerations. */
final class Members {
  /** The name under which a type declares how it is called. */
  static final String CALL = "()";

  /** The name under which a type declares what it makes. */
  static final String NEW = "new()";

  /** The name under which a type declares what it has at any index or key. */
  static final String INDEX = "[]";

  private static final int ACCESS = Modifiers.PUBLIC | Modifiers.PROTECTED | Modifiers.PRIVATE;

  private final Walk walk;

  Members(Walk walk) {
    this.walk = walk;
  }

  /** The modifiers with the access that the language implies where none is written. */
  static int visible(int modifiers) {
    return (modifiers & ACCESS) == 0 ? modifiers | Modifiers.PUBLIC : modifiers;
  }

  /** Declares the members in a body; those of an anonymous class are visited only. */
  void of(int body, int modifiers, boolean anonymous) {
    int end = walk.tree.after(body);
    for (int child = body + 1; child < end; child = walk.tree.after(child)) {
      switch (walk.kind(child)) {
        case Kind.METHOD, Kind.ABSTRACT_METHOD -> method(child, anonymous);
        case Kind.FIELD -> field(child, SymbolKind.FIELD, anonymous);
        case Kind.PROPERTY_SIGNATURE -> field(child, SymbolKind.PROPERTY, anonymous);
        case Kind.CALL_SIGNATURE -> signature(child);
        case Kind.INDEX_SIGNATURE -> index(child);
        default -> walk.statements.visit(child, modifiers);
      }
    }
  }

  private void method(int node, boolean anonymous) {
    int name = declarable(node, anonymous);
    if (name < 0) {
      walk.functions.lambda(node);
      return;
    }
    int modifiers = memberModifiers(node, name) | walk.parameters.variadic(node);
    SymbolKind kind = SymbolKind.METHOD;
    if (Modifiers.has(modifiers, Modifiers.ACCESSOR)) {
      kind = SymbolKind.PROPERTY;
    } else if (walk.is(name, "constructor")) {
      kind = SymbolKind.CONSTRUCTOR;
    }
    int body = walk.child(node, Field.BODY);
    walk.functions.callable(node, walk.declare(kind, name, modifiers, node, body));
  }

  /** Whether a method is a constructor in which assignments to {@code this} make fields. */
  boolean isScriptConstructor(int node) {
    int name = walk.kind(node) == Kind.METHOD ? walk.child(node, Field.NAME) : -1;
    return walk.script && name >= 0 && walk.classScope >= 0 && walk.is(name, "constructor");
  }

  private void field(int node, SymbolKind kind, boolean anonymous) {
    int name = declarable(node, anonymous);
    int value = walk.child(node, Field.VALUE);
    int type = walk.child(node, Field.TYPE);
    int valueKind = value < 0 ? 0 : walk.kind(value);
    if (name < 0) {
      walk.statements.children(node);
      return;
    }
    int modifiers = memberModifiers(node, name);
    if (valueKind == Kind.ARROW || valueKind == Kind.FUNCTION_EXPRESSION) {
      modifiers = modifiers | walk.modifiers(value) | walk.parameters.variadic(value);
      int id = walk.declare(SymbolKind.METHOD, name, modifiers, node, value);
      walk.variables.targetType(id, type);
      walk.functions.callable(value, id);
      return;
    }
    int id = walk.declare(kind, name, modifiers, node, value);
    int decorator = walk.childOfKind(node, Kind.DECORATOR);
    if (type >= 0 || value >= 0 || decorator >= 0) {
      int outer = walk.varScope;
      walk.varScope = walk.facts.openScope(ScopeKind.FUNCTION, id);
      if (decorator >= 0) {
        walk.calls.decorator(decorator);
      }
      walk.variables.typeOrValue(id, type, value);
      walk.facts.closeScope();
      walk.varScope = outer;
    }
  }

  /** A signature of the object itself: to call it, or to make something with it. */
  void signature(int node) {
    boolean makes = walk.is(node + 1, "new") || walk.is(node + 1, "abstract");
    int outer = walk.varScope;
    int type = walk.functions.signature(node, makes ? walk.facts.string("new") : -1);
    walk.varScope = outer;
    unnamed(node, makes ? NEW : CALL, type);
  }

  /** What stands for all members that are not named. */
  void index(int node) {
    int type = -1;
    boolean mapped = walk.childOfKind(node, Kind.MAPPED) >= 0;
    if (mapped) {
      walk.facts.openScope(ScopeKind.BLOCK, -1);
    }
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      int kind = walk.kind(child);
      if (kind == Kind.MAPPED) {
        int of = walk.types.mapped(child);
        if (of >= 0) {
          walk.lists.add(of);
        }
      } else if (Kind.isType(kind)) {
        type = walk.types.of(child);
      } else if (!walk.tree.isLeaf(child)) {
        walk.statements.visit(child);
      }
    }
    if (mapped) {
      walk.facts.closeScope();
    }
    if (type >= 0) {
      unnamed(node, INDEX, type);
    }
  }

  private void unnamed(int node, String name, int type) {
    int start = walk.tree.start(node);
    int end = walk.tree.end(node);
    int id =
        walk.facts.declare(
            SymbolKind.LOCAL,
            walk.facts.string(name),
            Modifiers.NONE,
            start,
            start,
            start,
            end,
            end);
    walk.facts.type(id, type);
  }

  /** The node of a member's name if it is one to declare; a computed name is visited instead. */
  private int declarable(int node, boolean anonymous) {
    int name = walk.child(node, Field.NAME);
    if (name < 0) {
      name = walk.child(node, Field.PROPERTY);
    }
    if (name >= 0 && walk.kind(name) == Kind.COMPUTED_NAME) {
      walk.statements.visit(name);
      return -1;
    }
    return anonymous ? -1 : name;
  }

  private int memberModifiers(int node, int name) {
    int modifiers = walk.modifiers(node);
    if (walk.kind(name) == Kind.PRIVATE_NAME) {
      modifiers |= Modifiers.PRIVATE;
    }
    return visible(modifiers);
  }

  void constants(int body) {
    int end = walk.tree.after(body);
    for (int child = body + 1; child < end; child = walk.tree.after(child)) {
      int kind = walk.kind(child);
      if (kind == Kind.ENUM_ASSIGNMENT) {
        constant(child, walk.child(child, Field.NAME), walk.child(child, Field.VALUE));
      } else if (kind == Kind.PROPERTY_NAME || kind == Kind.STRING) {
        constant(child, child, -1);
      }
    }
  }

  private void constant(int node, int name, int value) {
    if (name < 0) {
      return;
    }
    int modifiers = Modifiers.PUBLIC | Modifiers.STATIC | Modifiers.FINAL;
    int id = walk.declare(SymbolKind.ENUM_CONSTANT, name, modifiers, node, value);
    if (value >= 0) {
      walk.facts.openScope(ScopeKind.FUNCTION, id);
      walk.expressions.walk(value);
      walk.facts.closeScope();
    }
  }

  /** Declares the field that {@code this.name = value} makes, unless it is declared already. */
  void assigned(int target, int property, int value) {
    int name = walk.string(property);
    if (walk.facts.declaredIn(walk.classScope, name) >= 0) {
      return;
    }
    int access = walk.kind(property) == Kind.PRIVATE_NAME ? Modifiers.PRIVATE : Modifiers.PUBLIC;
    int id = walk.declareIn(walk.classScope, SymbolKind.FIELD, property, access, target, -1);
    if (value >= 0) {
      walk.facts.initializer(id, value);
    }
  }
}
