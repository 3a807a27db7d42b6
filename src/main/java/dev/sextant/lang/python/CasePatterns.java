package dev.sextant.lang.python;

import dev.sextant.graph.Role;
import dev.sextant.lang.Form;

/** Reads the patterns of match statements. Confined to its walk. */
final class CasePatterns {
  private final Walk walk;
  private final Expressions expressions;

  CasePatterns(Walk walk, Expressions expressions) {
    this.walk = walk;
    this.expressions = expressions;
  }

  /** Reads a pattern; gives the node of the class it asks for, or -1. */
  int read(int node) {
    if (!walk.enter()) {
      return -1;
    }
    int type = pattern(node);
    walk.leave();
    return type;
  }

  private int pattern(int node) {
    return switch (walk.kind(node)) {
      case PythonSyntax.DOTTED_NAME -> {
        name(node);
        yield -1;
      }
      case PythonSyntax.CLASS_PATTERN -> {
        int type = walk.firstPart(node);
        int written = type < 0 ? -1 : dotted(type, Form.TYPE_NAME, Role.TYPE);
        parts(node, type < 0 ? node + 1 : walk.tree.after(type));
        yield written;
      }
      case PythonSyntax.KEYWORD_PATTERN -> {
        int keyword = walk.firstPart(node);
        parts(node, keyword < 0 ? node + 1 : walk.tree.after(keyword));
        yield -1;
      }
      case PythonSyntax.AS_PATTERN -> as(node);
      case PythonSyntax.IDENTIFIER -> {
        int _ = expressions.bindings.name(node, node, walk.frame().binding());
        yield -1;
      }
      case PythonSyntax.CASE_PATTERN -> {
        int inner = walk.firstPart(node);
        yield inner < 0 ? -1 : read(inner);
      }
      case PythonSyntax.STRING, PythonSyntax.CONCATENATED_STRING -> {
        expressions.visit(node);
        yield -1;
      }
      default -> {
        parts(node, node + 1);
        yield -1;
      }
    };
  }

  private void parts(int node, int from) {
    for (int child = from; child < walk.tree.after(node); child = walk.tree.after(child)) {
      if (!walk.isNoise(child)) {
        int _ = read(child);
      }
    }
  }

  private int as(int node) {
    int inner = walk.firstPart(node);
    int type = inner < 0 ? -1 : read(inner);
    for (int child = inner < 0 ? node + 1 : walk.tree.after(inner);
        child < walk.tree.after(node);
        child = walk.tree.after(child)) {
      if (walk.kind(child) == PythonSyntax.IDENTIFIER) {
        int declaration = expressions.bindings.name(child, child, walk.frame().binding());
        expressions.bindings.settle(declaration, type, -1, 0);
      }
    }
    return type;
  }

  /** A single name is bound, a dotted one compared with. */
  private void name(int node) {
    int first = walk.firstPart(node);
    if (first < 0) {
      return;
    }
    if (walk.tree.after(first) < walk.tree.after(node)) {
      int _ = dotted(node, Form.MEMBER, Role.READ);
    } else if (!walk.reads(first, "_")) {
      int _ = expressions.bindings.name(first, first, walk.frame().binding());
    }
  }

  /** The node of a dotted name whose last part has the form and role. */
  private int dotted(int node, int form, Role role) {
    int read = -1;
    for (int child = node + 1; child < walk.tree.after(node); child = walk.tree.after(child)) {
      if (walk.kind(child) != PythonSyntax.IDENTIFIER) {
        continue;
      }
      boolean last = walk.tree.after(child) == walk.tree.after(node);
      int name = walk.string(child);
      if (last) {
        read = walk.node(form, role, name, read, -1, child);
      } else {
        read = walk.node(read < 0 ? Form.NAME : Form.MEMBER, Role.READ, name, read, -1, child);
      }
    }
    return read;
  }
}
