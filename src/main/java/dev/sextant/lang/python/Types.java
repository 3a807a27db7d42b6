package dev.sextant.lang.python;

import dev.sextant.graph.Role;
import dev.sextant.lang.Form;

/** Reads annotations and base classes. Confined to its walk. */
final class Types {
  private final Walk walk;
  private final Expressions expressions;

  Types(Walk walk, Expressions expressions) {
    this.walk = walk;
    this.expressions = expressions;
  }

  /** The node of a written type, -1 when it is quoted or no name. */
  int read(int node) {
    if (!walk.enter()) {
      return -1;
    }
    int type = type(node);
    walk.leave();
    return type;
  }

  private int type(int node) {
    return switch (walk.kind(node)) {
      case PythonSyntax.TYPE, PythonSyntax.PARENTHESIZED, PythonSyntax.SPLAT_TYPE -> {
        int inner = walk.firstPart(node);
        yield inner < 0 ? -1 : read(inner);
      }
      case PythonSyntax.IDENTIFIER -> name(node, -1, -1);
      case PythonSyntax.NONE -> walk.literal("None", node);
      case PythonSyntax.ATTRIBUTE -> qualified(node);
      case PythonSyntax.MEMBER_TYPE -> member(node);
      case PythonSyntax.GENERIC_TYPE, PythonSyntax.SUBSCRIPT -> generic(node);
      case PythonSyntax.UNION_TYPE, PythonSyntax.BINARY, PythonSyntax.CONSTRAINED_TYPE ->
          firstOf(node, node + 1);
      case PythonSyntax.LIST, PythonSyntax.TUPLE -> {
        int _ = firstOf(node, node + 1);
        yield -1;
      }
      case PythonSyntax.STRING, PythonSyntax.CONCATENATED_STRING -> -1;
      default -> {
        expressions.visit(node);
        yield -1;
      }
    };
  }

  private int name(int node, int first, int list) {
    return first < 0 && walk.reads(node, "Self")
        ? walk.node(Form.TYPE_SELF, null, -1, -1, -1, node)
        : walk.node(Form.TYPE_NAME, Role.TYPE, walk.string(node), first, list, node);
  }

  private int qualified(int node) {
    int object = walk.field(node, PythonSyntax.F_OBJECT);
    int name = walk.field(node, PythonSyntax.F_ATTRIBUTE);
    if (object < 0 || name < 0) {
      expressions.parts(node);
      return -1;
    }
    return name(name, qualifier(object), -1);
  }

  private int member(int node) {
    int qualifier = walk.firstPart(node);
    int name = -1;
    for (int child = node + 1; child < walk.tree.after(node); child = walk.tree.after(child)) {
      if (walk.kind(child) == PythonSyntax.IDENTIFIER) {
        name = child;
      }
    }
    if (qualifier < 0 || name < 0) {
      return -1;
    }
    return name(name, qualifier(qualifier), -1);
  }

  /** What stands before the last dot: a module or class, mostly a simple name. */
  private int qualifier(int node) {
    int inner = node;
    while (walk.kind(inner) == PythonSyntax.TYPE && walk.firstPart(inner) >= 0) {
      inner = walk.firstPart(inner);
    }
    int first = walk.kind(inner) == PythonSyntax.ATTRIBUTE ? read(inner) : expressions.read(inner);
    return walk.orUnknown(first, inner);
  }

  /** A type with arguments; one that only wraps another is that other. */
  private int generic(int node) {
    int base = walk.firstPart(node);
    if (base < 0) {
      return -1;
    }
    int last =
        walk.kind(base) == PythonSyntax.ATTRIBUTE
            ? walk.field(base, PythonSyntax.F_ATTRIBUTE)
            : base;
    if (last < 0 || walk.kind(last) != PythonSyntax.IDENTIFIER) {
      expressions.parts(node);
      return -1;
    }
    int from = walk.tree.after(base);
    if (walk.reads(last, "Literal")) {
      int _ = read(base);
      return -1;
    }
    if (isTransparent(last)) {
      int _ = read(base);
      return firstOf(node, from);
    }
    int object = walk.field(base, PythonSyntax.F_OBJECT);
    int first = last == base || object < 0 ? -1 : qualifier(object);
    int mark = walk.stack.mark();
    arguments(node, from);
    return name(last, first, walk.stack.list(mark, walk.facts));
  }

  private boolean isTransparent(int name) {
    return walk.reads(name, "Optional")
        || walk.reads(name, "Union")
        || walk.reads(name, "Annotated")
        || walk.reads(name, "Final")
        || walk.reads(name, "ClassVar")
        || walk.reads(name, "Required")
        || walk.reads(name, "NotRequired")
        || walk.reads(name, "ReadOnly");
  }

  private void arguments(int node, int from) {
    for (int child = from; child < walk.tree.after(node); child = walk.tree.after(child)) {
      if (walk.kind(child) == PythonSyntax.TYPE_PARAMETER) {
        arguments(child, child + 1);
      } else if (!walk.isNoise(child)) {
        walk.stack.push(walk.orUnknown(read(child), child));
      }
    }
  }

  /** Reads the types from {@code from} on in {@code node}; gives the first that is not None. */
  private int firstOf(int node, int from) {
    int first = -1;
    for (int child = from; child < walk.tree.after(node); child = walk.tree.after(child)) {
      if (walk.isNoise(child)) {
        continue;
      }
      boolean nested = walk.kind(child) == PythonSyntax.TYPE_PARAMETER;
      int type = nested ? firstOf(child, child + 1) : read(child);
      if (first < 0 && !isNone(child)) {
        first = type;
      }
    }
    return first;
  }

  private boolean isNone(int node) {
    return walk.reads(node, "None");
  }
}
