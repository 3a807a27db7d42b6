package dev.sextant.lang.typescript;

import dev.sextant.graph.Role;
import dev.sextant.lang.Form;

/** Expressions; each becomes a node, or -1 where nothing is known of its type. */
final class Expressions {
  private final Walk walk;

  Expressions(Walk walk) {
    this.walk = walk;
  }

  /** Visits an expression whose value nobody asks for. */
  void walk(int node) {
    switch (walk.kind(node)) {
      case Kind.STRING, Kind.NUMBER, Kind.BOOLEAN, Kind.REGEX, Kind.NULL, Kind.UNDEFINED -> {}
      case Kind.THIS, Kind.SUPER -> {}
      default -> of(node);
    }
  }

  /** The node of an expression, or -1. */
  int of(int node) {
    if (!walk.enter()) {
      return -1;
    }
    int id = expression(node);
    walk.leave();
    return id;
  }

  private int expression(int node) {
    return switch (walk.kind(node)) {
      case Kind.IDENTIFIER, Kind.SHORTHAND -> walk.reference(Form.NAME, Role.READ, node, -1, -1);
      case Kind.MEMBER -> member(node, Role.READ);
      case Kind.CALL -> {
        int id = walk.calls.call(node);
        walk.narrowing.called(node, id);
        yield id;
      }
      case Kind.NEW -> walk.calls.construct(node);
      case Kind.THIS -> walk.plain(Form.THIS, -1, -1, node);
      case Kind.SUPER -> walk.plain(Form.SUPER, -1, -1, node);
      case Kind.STRING -> literal(node, "string");
      case Kind.NUMBER -> literal(node, "number");
      case Kind.BOOLEAN -> literal(node, "boolean");
      case Kind.REGEX -> literal(node, "RegExp");
      case Kind.NULL -> literal(node, "null");
      case Kind.UNDEFINED -> literal(node, "undefined");
      case Kind.TEMPLATE -> {
        walk.statements.children(node);
        yield literal(node, "string");
      }
      case Kind.PARENTHESIZED, Kind.NON_NULL -> inner(node);
      case Kind.AWAIT -> {
        int value = inner(node);
        yield value < 0 ? -1 : walk.plain(Form.AWAIT, -1, value, node);
      }
      case Kind.SEQUENCE -> last(node);
      case Kind.SUBSCRIPT -> subscript(node, Role.READ);
      case Kind.BINARY -> binary(node);
      case Kind.UNARY -> unary(node);
      case Kind.UPDATE -> walk.assignments.update(node);
      case Kind.ASSIGNMENT, Kind.AUGMENTED -> walk.assignments.of(node);
      case Kind.TERNARY -> ternary(node);
      case Kind.AS, Kind.SATISFIES, Kind.ASSERTION -> cast(node);
      case Kind.INSTANTIATION -> inner(node);
      case Kind.ARROW, Kind.FUNCTION_EXPRESSION -> walk.functions.lambda(node);
      case Kind.CLASS_EXPRESSION -> {
        walk.typeDeclarations.anonymous(node);
        yield -1;
      }
      case Kind.OBJECT -> walk.objects.literal(node);
      case Kind.JSX_TAG -> walk.calls.tag(node);
      case Kind.ARRAY -> array(node);
      default -> {
        walk.statements.children(node);
        yield -1;
      }
    };
  }

  int literal(int node, String type) {
    return walk.plain(Form.LITERAL, walk.facts.string(type), -1, node);
  }

  private int array(int node) {
    int mark = walk.lists.mark();
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      int kind = walk.kind(child);
      if (kind == Kind.SPREAD) {
        int value = inner(child);
        walk.lists.add(walk.plain(Form.ELEMENT, -1, walk.known(value, child), child));
      } else if (Kind.isExpression(kind)) {
        walk.lists.add(walk.known(of(child), child));
      }
    }
    int list = walk.lists.take(mark, walk.facts);
    int start = walk.tree.start(node);
    return walk.facts.node(Form.ARRAY, null, -1, -1, list, start, start);
  }

  /** The first expression inside; what else there is, such as types, is visited. */
  private int inner(int node) {
    int id = -1;
    boolean found = false;
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      if (!found && Kind.isExpression(walk.kind(child))) {
        id = of(child);
        found = true;
      } else {
        walk.statements.visit(child);
      }
    }
    return id;
  }

  private int last(int node) {
    int id = -1;
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      if (Kind.isExpression(walk.kind(child))) {
        id = of(child);
      }
    }
    return id;
  }

  /** A member access, or -1 with its parts visited when it is broken. */
  int member(int node, Role role) {
    int object = walk.child(node, Field.OBJECT);
    int property = walk.child(node, Field.PROPERTY);
    int receiver = object < 0 ? -1 : of(object);
    if (object < 0 || property < 0) {
      return -1;
    }
    return walk.reference(Form.MEMBER, role, property, walk.known(receiver, object), -1);
  }

  int subscript(int node, Role role) {
    int object = walk.child(node, Field.OBJECT);
    int index = walk.child(node, Field.INDEX);
    int first = object < 0 ? -1 : of(object);
    if (index >= 0) {
      walk.statements.visit(index);
    }
    if (first < 0 || role == Role.WRITE) {
      return -1;
    }
    int kind = index < 0 ? 0 : walk.kind(index);
    int name = kind == Kind.STRING || kind == Kind.NUMBER ? walk.string(index) : -1;
    return walk.plain(Form.INDEX, name, first, node);
  }

  /** A run of operators; the left operands nest as deep as the run is long, so it is a loop. */
  private int binary(int node) {
    int mark = walk.lists.mark();
    int left = node;
    while (left >= 0 && walk.kind(left) == Kind.BINARY) {
      walk.lists.add(left);
      left = walk.child(left, Field.LEFT);
    }
    int result = left < 0 ? -1 : of(left);
    while (!walk.lists.isEmpty(mark)) {
      int operation = walk.lists.removeLast();
      int right = walk.child(operation, Field.RIGHT);
      int operator = walk.child(operation, Field.OPERATOR);
      int before = walk.child(operation, Field.LEFT);
      boolean and = operator >= 0 && walk.is(operator, "&&");
      boolean or = operator >= 0 && walk.is(operator, "||");
      boolean opened = right >= 0 && (and || or) && walk.narrowing.open(before, and);
      int value = right < 0 ? -1 : of(right);
      if (opened) {
        walk.facts.closeScope();
      }
      result = operate(operation, result, value);
    }
    return result;
  }

  private int operate(int node, int left, int right) {
    int operator = walk.child(node, Field.OPERATOR);
    if (operator < 0) {
      return -1;
    }
    byte first = walk.text[walk.tree.start(operator)];
    int length = walk.tree.end(operator) - walk.tree.start(operator);
    return switch (first) {
      case '&' -> length == 2 ? right : literal(node, "number");
      case '|' -> length == 2 ? choice(node, left, right) : literal(node, "number");
      case '?' -> choice(node, left, right);
      case '-', '*', '/', '%', '^' -> literal(node, "number");
      case '=', '!', 'i' -> literal(node, "boolean");
      case '<', '>' ->
          length > 1 && walk.text[walk.tree.start(operator) + 1] == first
              ? literal(node, "number")
              : literal(node, "boolean");
      default -> -1;
    };
  }

  private int unary(int node) {
    int argument = walk.child(node, Field.ARGUMENT);
    int operator = walk.child(node, Field.OPERATOR);
    if (argument >= 0) {
      walk(argument);
    }
    return switch (operator < 0 ? 0 : walk.text[walk.tree.start(operator)]) {
      case '!' -> literal(node, "boolean");
      case '-', '+', '~' -> literal(node, "number");
      case 't' -> literal(node, "string");
      default -> -1;
    };
  }

  int one(int item) {
    int mark = walk.lists.mark();
    walk.lists.add(item);
    return walk.lists.take(mark, walk.facts);
  }

  /** Either of two values. */
  private int choice(int node, int left, int right) {
    if (left < 0 || right < 0) {
      return left < 0 ? right : left;
    }
    int mark = walk.lists.mark();
    walk.lists.add(left);
    walk.lists.add(right);
    int list = walk.lists.take(mark, walk.facts);
    int start = walk.tree.start(node);
    return walk.facts.node(Form.CONDITIONAL, null, -1, -1, list, start, start);
  }

  private int ternary(int node) {
    int condition = walk.child(node, Field.CONDITION);
    int consequence = walk.child(node, Field.CONSEQUENCE);
    int alternative = walk.child(node, Field.ALTERNATIVE);
    if (condition >= 0) {
      walk(condition);
    }
    int first = consequence < 0 ? -1 : where(condition, true, consequence);
    int second = alternative < 0 ? -1 : where(condition, false, alternative);
    return choice(node, first, second);
  }

  private int where(int condition, boolean sense, int node) {
    boolean opened = walk.narrowing.open(condition, sense);
    int id = of(node);
    if (opened) {
      walk.facts.closeScope();
    }
    return id;
  }

  private int cast(int node) {
    int value = -1;
    int type = -1;
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      int kind = walk.kind(child);
      if (Kind.isType(kind)) {
        type = walk.types.of(child);
      } else if (Kind.isExpression(kind)) {
        value = of(child);
      } else if (walk.tree.firstChild(child) >= 0) {
        type = walk.types.firstOf(child);
      }
    }
    if (type < 0 || walk.kind(node) == Kind.SATISFIES) {
      return value;
    }
    int list = value < 0 ? -1 : one(value);
    int start = walk.tree.start(node);
    return walk.facts.node(Form.CAST, null, -1, type, list, start, start);
  }
}
