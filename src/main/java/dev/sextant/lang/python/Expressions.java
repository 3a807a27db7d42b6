package dev.sextant.lang.python;

import dev.sextant.graph.Role;
import dev.sextant.lang.Form;
import dev.sextant.lang.ScopeKind;

/** Reads expressions: what they refer to, and what their values are. Confined to its walk. */
final class Expressions {
  private final Walk walk;
  final Types types;
  final Bindings bindings;
  private final Parameters parameters;

  Expressions(Walk walk) {
    this.walk = walk;
    types = new Types(walk, this);
    bindings = new Bindings(walk, this, types);
    parameters = new Parameters(walk, this);
  }

  Parameters parameters() {
    return parameters;
  }

  /** Reads an expression for its references alone. */
  void visit(int node) {
    switch (walk.kind(node)) {
      case PythonSyntax.INTEGER,
          PythonSyntax.FLOAT,
          PythonSyntax.BOOL,
          PythonSyntax.NONE,
          PythonSyntax.ELLIPSIS -> {}
      case PythonSyntax.STRING, PythonSyntax.CONCATENATED_STRING -> parts(node);
      default -> {
        if (!walk.isNoise(node)) {
          int _ = read(node);
        }
      }
    }
  }

  /** Reads all that stands directly in {@code node} for its references alone. */
  void parts(int node) {
    if (!walk.enter()) {
      return;
    }
    for (int child = node + 1; child < walk.tree.after(node); child = walk.tree.after(child)) {
      visit(child);
    }
    walk.leave();
  }

  /** Reads an expression; gives the node of its value, -1 when nothing is known of it. */
  int read(int node) {
    if (!walk.enter()) {
      return -1;
    }
    int value = value(node);
    walk.leave();
    return value;
  }

  private int value(int node) {
    return switch (walk.kind(node)) {
      case PythonSyntax.IDENTIFIER ->
          walk.node(Form.NAME, Role.READ, walk.string(node), -1, -1, node);
      case PythonSyntax.ATTRIBUTE -> member(node, -1);
      case PythonSyntax.CALL -> call(node);
      case PythonSyntax.SUBSCRIPT -> subscript(node);
      case PythonSyntax.STRING,
          PythonSyntax.CONCATENATED_STRING,
          PythonSyntax.LIST,
          PythonSyntax.DICTIONARY,
          PythonSyntax.SET,
          PythonSyntax.TUPLE,
          PythonSyntax.EXPRESSION_LIST,
          PythonSyntax.COMPARISON,
          PythonSyntax.NOT -> {
        parts(node);
        yield walk.literal(literalType(node), node);
      }
      case PythonSyntax.INTEGER, PythonSyntax.FLOAT, PythonSyntax.BOOL, PythonSyntax.NONE ->
          walk.literal(literalType(node), node);
      case PythonSyntax.LIST_COMPREHENSION,
          PythonSyntax.DICTIONARY_COMPREHENSION,
          PythonSyntax.SET_COMPREHENSION -> {
        comprehension(node);
        yield walk.literal(literalType(node), node);
      }
      case PythonSyntax.GENERATOR -> {
        comprehension(node);
        yield -1;
      }
      case PythonSyntax.PARENTHESIZED, PythonSyntax.AWAIT -> wrapped(node);
      case PythonSyntax.BINARY, PythonSyntax.BOOLEAN -> chain(node);
      case PythonSyntax.CONDITIONAL -> conditional(node);
      case PythonSyntax.LAMBDA -> {
        lambda(node);
        yield -1;
      }
      case PythonSyntax.WALRUS -> walrus(node);
      case PythonSyntax.AS_PATTERN -> bindings.as(node);
      case PythonSyntax.KEYWORD_ARGUMENT -> {
        int value = walk.field(node, PythonSyntax.F_VALUE);
        yield value < 0 ? -1 : read(value);
      }
      case PythonSyntax.YIELD -> {
        walk.frame().binding().yields();
        parts(node);
        yield -1;
      }
      case PythonSyntax.TYPE -> types.read(node);
      default -> {
        parts(node);
        yield -1;
      }
    };
  }

  private String literalType(int node) {
    return switch (walk.kind(node)) {
      case PythonSyntax.STRING -> isBytes(node) ? "bytes" : "str";
      case PythonSyntax.CONCATENATED_STRING -> "str";
      case PythonSyntax.LIST, PythonSyntax.LIST_COMPREHENSION -> "list";
      case PythonSyntax.DICTIONARY, PythonSyntax.DICTIONARY_COMPREHENSION -> "dict";
      case PythonSyntax.SET, PythonSyntax.SET_COMPREHENSION -> "set";
      case PythonSyntax.TUPLE, PythonSyntax.EXPRESSION_LIST -> "tuple";
      case PythonSyntax.INTEGER -> "int";
      case PythonSyntax.FLOAT -> "float";
      case PythonSyntax.NONE -> "None";
      default -> "bool";
    };
  }

  private boolean isBytes(int node) {
    for (int at = walk.tree.start(node); at < walk.tree.end(node); at++) {
      switch (walk.byteAt(at)) {
        case 'b', 'B' -> {
          return true;
        }
        case '"', '\'' -> {
          return false;
        }
        default -> {}
      }
    }
    return false;
  }

  /** The member an attribute names, called with the arguments node when that is not -1. */
  private int member(int node, int arguments) {
    int object = walk.field(node, PythonSyntax.F_OBJECT);
    int name = walk.field(node, PythonSyntax.F_ATTRIBUTE);
    if (object < 0 || name < 0) {
      parts(node);
      return -1;
    }
    int first = walk.orUnknown(read(object), object);
    int list = arguments < 0 ? -1 : arguments(arguments);
    Role role = arguments < 0 ? Role.READ : Role.CALL;
    return walk.node(Form.MEMBER, role, walk.string(name), first, list, name);
  }

  private int call(int node) {
    int callee = walk.field(node, PythonSyntax.F_FUNCTION);
    int arguments = walk.field(node, PythonSyntax.F_ARGUMENTS);
    if (callee < 0 || arguments < 0) {
      parts(node);
      return -1;
    }
    int kind = walk.kind(callee);
    if (kind == PythonSyntax.ATTRIBUTE) {
      return member(callee, arguments);
    }
    if (kind == PythonSyntax.IDENTIFIER) {
      int list = arguments(arguments);
      return walk.reads(callee, "super")
          ? walk.node(Form.SUPER, null, -1, -1, -1, callee)
          : walk.node(Form.NAME, Role.CALL, walk.string(callee), -1, list, callee);
    }
    int _ = read(callee);
    int _ = arguments(arguments);
    return -1;
  }

  /** The list of the nodes of arguments; one that only a comprehension makes counts as one. */
  private int arguments(int node) {
    int mark = walk.stack.mark();
    if (walk.kind(node) == PythonSyntax.GENERATOR) {
      walk.stack.push(walk.orUnknown(read(node), node));
      return walk.stack.list(mark, walk.facts);
    }
    for (int child = node + 1; child < walk.tree.after(node); child = walk.tree.after(child)) {
      if (!walk.isNoise(child)) {
        walk.stack.push(walk.orUnknown(read(child), child));
      }
    }
    return walk.stack.list(mark, walk.facts);
  }

  /** An element, or for a slice the same again. */
  private int subscript(int node) {
    int value = walk.field(node, PythonSyntax.F_VALUE);
    if (value < 0) {
      parts(node);
      return -1;
    }
    int first = read(value);
    boolean slice = false;
    for (int child = walk.tree.after(value);
        child < walk.tree.after(node);
        child = walk.tree.after(child)) {
      slice |= walk.kind(child) == PythonSyntax.SLICE;
      visit(child);
    }
    if (first < 0) {
      return -1;
    }
    return walk.node(slice ? Form.SAME : Form.INDEX, null, -1, first, -1, node);
  }

  private int wrapped(int node) {
    int value = -1;
    for (int child = node + 1; child < walk.tree.after(node); child = walk.tree.after(child)) {
      if (!walk.isNoise(child)) {
        value = read(child);
      }
    }
    return walk.same(value, node);
  }

  /**
   * Operators that may hang to the left of each other by the thousand: their first operands stand
   * in consecutive nodes of the tree, so the way back up needs no stack.
   */
  private int chain(int node) {
    int innermost = node;
    while (isOperator(innermost + 1)) {
      innermost++;
    }
    int value = read(innermost + 1);
    for (int operator = innermost; operator >= node; operator--) {
      int last = -1;
      for (int child = walk.tree.after(operator + 1);
          child < walk.tree.after(operator);
          child = walk.tree.after(child)) {
        if (!walk.isNoise(child)) {
          last = read(child);
        }
      }
      boolean either = walk.kind(operator) == PythonSyntax.BOOLEAN;
      value = either && last >= 0 ? last : either ? value : -1;
    }
    return walk.same(value, node);
  }

  private boolean isOperator(int node) {
    int kind = walk.kind(node);
    return kind == PythonSyntax.BINARY || kind == PythonSyntax.BOOLEAN;
  }

  /** The first branch speaks for both, unless it is None. */
  private int conditional(int node) {
    int yes = -1;
    int no = -1;
    boolean none = false;
    int part = 0;
    for (int child = node + 1; child < walk.tree.after(node); child = walk.tree.after(child)) {
      if (walk.isNoise(child)) {
        continue;
      }
      int value = read(child);
      if (part == 0) {
        yes = value;
        none = walk.kind(child) == PythonSyntax.NONE;
      }
      no = value;
      part++;
    }
    return walk.same(yes < 0 || none ? no : yes, node);
  }

  private void lambda(int node) {
    walk.facts.openScope(ScopeKind.FUNCTION, -1);
    Frame outer = walk.push(Frame.Code.FUNCTION, walk.facts.scope());
    int written = walk.field(node, PythonSyntax.F_PARAMETERS);
    if (written >= 0) {
      parameters.read(written, Parameters.Receiver.NONE);
    }
    int body = walk.field(node, PythonSyntax.F_BODY);
    if (body >= 0) {
      visit(body);
    }
    walk.pop(outer);
    walk.facts.closeScope();
  }

  private int walrus(int node) {
    int name = walk.field(node, PythonSyntax.F_NAME);
    int value = walk.field(node, PythonSyntax.F_VALUE);
    if (name < 0 || value < 0) {
      parts(node);
      return -1;
    }
    int declaration = bindings.name(name, node, walk.frame().binding());
    int read = read(value);
    bindings.settle(declaration, -1, read, walk.kind(value));
    return walk.same(read, node);
  }

  private void comprehension(int node) {
    walk.facts.openScope(ScopeKind.BLOCK, -1);
    Frame outer = walk.push(Frame.Code.COMPREHENSION, walk.facts.scope());
    for (int child = node + 1; child < walk.tree.after(node); child = walk.tree.after(child)) {
      if (walk.kind(child) == PythonSyntax.FOR_IN_CLAUSE) {
        bindings.loop(child);
      } else {
        visit(child);
      }
    }
    walk.pop(outer);
    walk.facts.closeScope();
  }
}
