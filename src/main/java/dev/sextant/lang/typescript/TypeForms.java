package dev.sextant.lang.typescript;

import dev.sextant.lang.Form;
import dev.sextant.lang.ScopeKind;

/** Written types that are made of several others. */
final class TypeForms {
  private final Walk walk;

  TypeForms(Walk walk) {
    this.walk = walk;
  }

  /** A union or intersection; nesting is on the left, and as deep as there are parts. */
  int several(int node, int form) {
    int kind = walk.kind(node);
    int left = node;
    int mark = walk.lists.mark();
    while (left >= 0 && walk.kind(left) == kind) {
      walk.lists.add(left);
      left = firstType(left);
    }
    int depth = walk.lists.mark() - mark;
    if (left >= 0) {
      walk.lists.add(walk.known(walk.types.of(left), left));
    }
    for (int i = mark + depth - 1; i >= mark; i--) {
      int operation = walk.lists.get(i);
      int first = firstType(operation);
      int end = walk.tree.after(operation);
      for (int child = operation + 1; child < end; child = walk.tree.after(child)) {
        if (child != first && Kind.isType(walk.kind(child))) {
          walk.lists.add(walk.known(walk.types.of(child), child));
        }
      }
    }
    walk.lists.remove(mark, depth);
    return listed(form, node, mark);
  }

  private int listed(int form, int node, int mark) {
    int list = walk.lists.take(mark, walk.facts);
    int start = walk.tree.start(node);
    return walk.facts.node(form, null, -1, -1, list, start, start);
  }

  private int firstType(int node) {
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      if (Kind.isType(walk.kind(child))) {
        return child;
      }
    }
    return -1;
  }

  int tuple(int node) {
    int mark = walk.lists.mark();
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      int kind = walk.kind(child);
      if (kind == Kind.PARAMETER) {
        int type = walk.child(child, Field.TYPE);
        walk.lists.add(walk.known(type < 0 ? -1 : walk.types.of(type), child));
      } else if (Kind.isType(kind)) {
        walk.lists.add(walk.known(walk.types.of(child), child));
      } else if (!walk.tree.isLeaf(child)) {
        walk.statements.visit(child);
      }
    }
    return listed(Form.TYPE_TUPLE, node, mark);
  }

  /** A type of a member of another type. */
  int lookup(int node) {
    int object = firstType(node);
    int type = object < 0 ? -1 : walk.types.of(object);
    int name = -1;
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      if (child != object && Kind.isType(walk.kind(child))) {
        int literal = walk.tree.firstChild(child);
        if (walk.kind(child) == Kind.LITERAL_TYPE
            && literal >= 0
            && (walk.kind(literal) == Kind.STRING || walk.kind(literal) == Kind.NUMBER)) {
          name = walk.string(literal);
        } else {
          walk.types.of(child);
        }
      }
    }
    return type < 0 ? -1 : walk.plain(Form.TYPE_LOOKUP, name, type, node);
  }

  /** A conditional type, of which it is not said what it is; what it infers has names inside. */
  int conditional(int node) {
    walk.facts.openScope(ScopeKind.BLOCK, -1);
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      if (Kind.isType(walk.kind(child))) {
        walk.types.of(child);
      }
    }
    walk.facts.closeScope();
    return -1;
  }

  int query(int node) {
    int end = walk.tree.after(node);
    int value = -1;
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      if (Kind.isExpression(walk.kind(child))) {
        value = walk.expressions.of(child);
      } else if (!walk.tree.isLeaf(child)) {
        walk.statements.visit(child);
      }
    }
    return value < 0 ? -1 : walk.plain(Form.TYPE_OF, -1, value, node);
  }
}
