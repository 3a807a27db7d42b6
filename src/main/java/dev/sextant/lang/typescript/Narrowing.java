package dev.sextant.lang.typescript;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.Form;
import dev.sextant.lang.ScopeKind;

/**
 * What conditions say about the types of variables: where one holds, a scope declares the variable
 * anew, as {@link Form#NARROWED} has it.
 */
final class Narrowing {
  private final Walk walk;
  private final NodeLists calls = new NodeLists();
  private final NodeLists found = new NodeLists();

  Narrowing(Walk walk) {
    this.walk = walk;
  }

  /** Hears which node a call was made. */
  void called(int node, int id) {
    if (id >= 0) {
      calls.add(node);
      calls.add(id);
    }
  }

  private int call(int node) {
    for (int i = calls.mark() - 2; i >= 0; i -= 2) {
      if (calls.get(i) == node) {
        return calls.get(i + 1);
      }
    }
    return -1;
  }

  void branch(int node) {
    int condition = walk.child(node, Field.CONDITION);
    if (condition >= 0) {
      walk.expressions.walk(condition);
    }
    visit(condition, true, walk.child(node, Field.CONSEQUENCE));
    visit(condition, false, walk.child(node, Field.ALTERNATIVE));
  }

  void loop(int node) {
    int condition = walk.child(node, Field.CONDITION);
    if (condition >= 0) {
      walk.expressions.walk(condition);
    }
    visit(condition, true, walk.child(node, Field.BODY));
  }

  /** Visits what runs when the condition has turned out to be {@code sense}; -1 for nothing. */
  private void visit(int condition, boolean sense, int statement) {
    if (statement >= 0) {
      boolean opened = open(condition, sense);
      walk.statements.visit(statement);
      if (opened) {
        walk.facts.closeScope();
      }
    }
  }

  /** Opens the scope of what follows a branch that is left early; false when there is none. */
  boolean openAfter(int branch) {
    int condition = walk.child(branch, Field.CONDITION);
    int consequence = walk.child(branch, Field.CONSEQUENCE);
    return condition >= 0
        && consequence >= 0
        && walk.child(branch, Field.ALTERNATIVE) < 0
        && leaves(consequence)
        && open(condition, false);
  }

  private boolean leaves(int node) {
    int last = node;
    if (walk.kind(node) == Kind.BLOCK) {
      int end = walk.tree.after(node);
      for (int child = node + 1; child < end; child = walk.tree.after(child)) {
        last = walk.tree.isLeaf(child) && walk.kind(child) != Kind.EXIT ? last : child;
      }
    }
    int kind = walk.kind(last);
    return kind == Kind.RETURN || kind == Kind.EXIT;
  }

  /** Opens a scope in which the condition is {@code sense}; false when that says nothing. */
  boolean open(int condition, boolean sense) {
    if (condition < 0) {
      return false;
    }
    int mark = found.mark();
    collect(condition, sense);
    if (found.isEmpty(mark)) {
      return false;
    }
    walk.facts.openScope(ScopeKind.BLOCK, -1);
    for (int i = mark; i < found.mark(); i += 2) {
      int name = found.get(i);
      int id = walk.declare(SymbolKind.LOCAL, name, Modifiers.NONE, name, -1);
      walk.facts.initializer(id, found.get(i + 1));
    }
    found.drop(mark);
    return true;
  }

  private void collect(int node, boolean sense) {
    if (!walk.enter()) {
      return;
    }
    switch (walk.kind(node)) {
      case Kind.PARENTHESIZED, Kind.NON_NULL -> {
        int inner = expression(node);
        if (inner >= 0) {
          collect(inner, sense);
        }
      }
      case Kind.UNARY -> {
        int operator = walk.child(node, Field.OPERATOR);
        int argument = walk.child(node, Field.ARGUMENT);
        if (operator >= 0 && argument >= 0 && walk.is(operator, "!")) {
          collect(argument, !sense);
        }
      }
      case Kind.BINARY -> binary(node, sense);
      case Kind.CALL -> {
        if (sense) {
          guard(node);
        }
      }
      default -> {}
    }
    walk.leave();
  }

  private int expression(int node) {
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      if (Kind.isExpression(walk.kind(child))) {
        return child;
      }
    }
    return -1;
  }

  private void binary(int node, boolean sense) {
    int operator = walk.child(node, Field.OPERATOR);
    int left = walk.child(node, Field.LEFT);
    int right = walk.child(node, Field.RIGHT);
    if (operator < 0 || left < 0 || right < 0) {
      return;
    }
    if (walk.is(operator, sense ? "&&" : "||")) {
      collect(left, sense);
      collect(right, sense);
    } else if (sense && walk.is(operator, "instanceof")) {
      instance(left, right);
    } else if (walk.is(operator, sense ? "===" : "!==")) {
      typeofIs(left, right);
    }
  }

  private void instance(int value, int type) {
    int kind = walk.kind(type);
    int name = kind == Kind.MEMBER ? walk.child(type, Field.PROPERTY) : type;
    if (!isVariable(value) || name < 0 || (kind != Kind.IDENTIFIER && kind != Kind.MEMBER)) {
      return;
    }
    int qualifier = -1;
    if (kind == Kind.MEMBER) {
      int object = walk.child(type, Field.OBJECT);
      if (object < 0 || walk.kind(object) != Kind.IDENTIFIER) {
        return;
      }
      qualifier = walk.plain(Form.TYPE_NAME, walk.string(object), -1, object);
    }
    narrow(value, walk.plain(Form.TYPE_NAME, walk.string(name), qualifier, name));
  }

  private void typeofIs(int left, int right) {
    int operator = walk.kind(left) == Kind.UNARY ? walk.child(left, Field.OPERATOR) : -1;
    int value = operator < 0 ? -1 : walk.child(left, Field.ARGUMENT);
    if (value >= 0
        && walk.is(operator, "typeof")
        && walk.kind(right) == Kind.STRING
        && isVariable(value)
        && (walk.is(right, "'string'") || walk.is(right, "\"string\""))) {
      narrow(value, walk.plain(Form.TYPE_PRIMITIVE, walk.facts.string("string"), -1, right));
    }
  }

  private void guard(int node) {
    int id = call(node);
    int arguments = walk.child(node, Field.ARGUMENTS);
    if (id < 0 || arguments < 0) {
      return;
    }
    int end = walk.tree.after(arguments);
    for (int child = arguments + 1; child < end; child = walk.tree.after(child)) {
      if (isVariable(child)) {
        narrow(child, id);
      }
    }
  }

  private boolean isVariable(int node) {
    return walk.kind(node) == Kind.IDENTIFIER;
  }

  private void narrow(int variable, int type) {
    found.add(variable);
    int name = walk.string(variable);
    int start = walk.tree.start(variable);
    found.add(walk.facts.node(Form.NARROWED, null, name, type, -1, start, start));
  }
}
