package dev.sextant.lang.typescript;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.Form;

/** Written types; each becomes a node, or -1 where no one name says what it is. */
final class WrittenTypes {
  private final Walk walk;

  WrittenTypes(Walk walk) {
    this.walk = walk;
  }

  /** The node of a written type, or -1. */
  int of(int node) {
    if (!walk.enter()) {
      return -1;
    }
    int id = type(node);
    walk.leave();
    return id;
  }

  private int type(int node) {
    return switch (walk.kind(node)) {
      case Kind.TYPE_NAME -> walk.reference(Form.TYPE_NAME, Role.TYPE, node, -1, -1);
      case Kind.PREDEFINED -> walk.plain(Form.TYPE_PRIMITIVE, walk.string(node), -1, node);
      case Kind.NESTED_TYPE -> qualified(node, -1);
      case Kind.GENERIC -> generic(node);
      case Kind.ARRAY_TYPE -> {
        int element = firstOf(node);
        yield element < 0 ? -1 : walk.plain(Form.TYPE_ARRAY, -1, element, node);
      }
      case Kind.UNION -> walk.typeForms.several(node, Form.TYPE_UNION);
      case Kind.INTERSECTION -> walk.typeForms.several(node, Form.TYPE_INTERSECTION);
      case Kind.TUPLE -> walk.typeForms.tuple(node);
      case Kind.LOOKUP -> walk.typeForms.lookup(node);
      case Kind.CONDITIONAL_TYPE -> walk.typeForms.conditional(node);
      case Kind.KEYOF -> {
        firstOf(node);
        yield walk.plain(Form.TYPE_PRIMITIVE, walk.facts.string("string"), -1, node);
      }
      case Kind.WRAPPED_TYPE -> firstOf(node);
      case Kind.LITERAL_TYPE -> literal(node);
      case Kind.THIS_TYPE -> walk.plain(Form.TYPE_SELF, -1, -1, node);
      case Kind.FUNCTION_TYPE -> {
        boolean makes = walk.is(node + 1, "new") || walk.is(node + 1, "abstract");
        yield walk.functions.signature(node, makes ? walk.facts.string("new") : -1);
      }
      case Kind.INFER -> {
        infer(node);
        yield -1;
      }
      case Kind.TYPE_PREDICATE -> {
        int type = walk.child(node, Field.TYPE);
        int name = walk.child(node, Field.NAME);
        int guarded = type < 0 ? -1 : of(type);
        yield guarded < 0 || name < 0
            ? walk.plain(Form.TYPE_PRIMITIVE, walk.facts.string("boolean"), -1, node)
            : walk.plain(Form.TYPE_GUARD, walk.string(name), guarded, node);
      }
      case Kind.OBJECT_TYPE -> walk.objects.type(node);
      case Kind.TYPE_QUERY -> walk.typeForms.query(node);
      case Kind.OTHER_TYPE -> {
        walk.statements.children(node);
        yield -1;
      }
      default -> {
        walk.statements.visit(node);
        yield -1;
      }
    };
  }

  /** The node of the first type among the children; the others are visited. */
  int firstOf(int node) {
    int id = -1;
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      if (Kind.isType(walk.kind(child))) {
        int type = of(child);
        id = id < 0 ? type : id;
      } else {
        walk.statements.visit(child);
      }
    }
    return id;
  }

  /** The nodes of all types among the children. */
  int list(int node) {
    int mark = walk.lists.mark();
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      if (Kind.isType(walk.kind(child))) {
        int type = of(child);
        walk.lists.add(walk.known(type, child));
      } else {
        walk.statements.visit(child);
      }
    }
    return walk.lists.take(mark, walk.facts);
  }

  private int qualified(int node, int list) {
    int module = walk.child(node, Field.MODULE);
    int name = walk.child(node, Field.NAME);
    int qualifier = module < 0 ? -1 : walk.expressions.of(module);
    return name < 0 ? -1 : walk.reference(Form.TYPE_NAME, Role.TYPE, name, qualifier, list);
  }

  /** A type with arguments. */
  private int generic(int node) {
    int name = walk.child(node, Field.NAME);
    int arguments = walk.child(node, Field.TYPE_ARGUMENTS);
    if (name < 0) {
      return -1;
    }
    int list = arguments < 0 ? -1 : list(arguments);
    return walk.kind(name) == Kind.NESTED_TYPE
        ? qualified(name, list)
        : walk.reference(Form.TYPE_NAME, Role.TYPE, name, -1, list);
  }

  /** A supertype written as an expression, with type arguments from {@code arguments} or -1. */
  int named(int node, int arguments) {
    int kind = walk.kind(node);
    int object = kind == Kind.MEMBER ? walk.child(node, Field.OBJECT) : -1;
    int name = object < 0 ? node : walk.child(node, Field.PROPERTY);
    if ((kind != Kind.IDENTIFIER && object < 0) || name < 0) {
      walk.expressions.of(node);
      if (arguments >= 0) {
        list(arguments);
      }
      return -1;
    }
    int qualifier = object < 0 ? -1 : walk.known(walk.expressions.of(object), object);
    int list = arguments < 0 ? -1 : list(arguments);
    return walk.reference(Form.TYPE_NAME, Role.TYPE, name, qualifier, list);
  }

  private int literal(int node) {
    int child = walk.tree.firstChild(node);
    String name =
        switch (child < 0 ? 0 : walk.kind(child)) {
          case Kind.STRING -> "string";
          case Kind.NUMBER, Kind.UNARY -> "number";
          case Kind.BOOLEAN -> "boolean";
          case Kind.NULL -> "null";
          default -> "undefined";
        };
    return walk.plain(Form.TYPE_PRIMITIVE, walk.facts.string(name), -1, node);
  }

  private void infer(int node) {
    int name = walk.childOfKind(node, Kind.TYPE_NAME);
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      if (child == name) {
        walk.declare(SymbolKind.TYPE_PARAMETER, name, Modifiers.NONE, node, -1);
      } else {
        walk.statements.visit(child);
      }
    }
  }

  /** Declares a type parameter; its default stands as its initialiser. */
  int typeParameter(int node) {
    int name = walk.child(node, Field.NAME);
    if (name < 0) {
      return -1;
    }
    int id = walk.declare(SymbolKind.TYPE_PARAMETER, name, Modifiers.NONE, node, -1);
    int bound = walk.child(node, Field.CONSTRAINT);
    int fallback = walk.child(node, Field.VALUE);
    int type = bound < 0 ? -1 : of(bound);
    if (type >= 0) {
      walk.facts.type(id, type);
    }
    int value = fallback < 0 ? -1 : of(fallback);
    if (value >= 0) {
      walk.facts.initializer(id, value);
    }
    return id;
  }

  /**
   * The head of a mapped type: its name stands for each key in what follows.
   *
   * @return the node of the type whose keys these are, or -1
   */
  int mapped(int node) {
    int of = -1;
    int name = walk.child(node, Field.NAME);
    if (name >= 0) {
      walk.declare(SymbolKind.TYPE_PARAMETER, name, Modifiers.NONE, node, -1);
    }
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      if (child != name && walk.kind(child) == Kind.KEYOF) {
        of = firstOf(child);
      } else if (child != name) {
        walk.statements.visit(child);
      }
    }
    return of;
  }
}
