package dev.sextant.lang.java;

import dev.sextant.graph.Role;
import dev.sextant.lang.Form;
import dev.sextant.syntax.SyntaxTree;

/** Reads operators, assignments, conditionals and casts. */
final class OperatorReader {
  private static final int UNDECIDED = -1;

  private final JavaReading reading;
  private final SyntaxTree tree;

  OperatorReader(JavaReading reading) {
    this.reading = reading;
    this.tree = reading.tree;
  }

  int assignment(int node) {
    int left = -1;
    int right = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int value = reading.visit(child);
      int field = reading.field(child);
      if (field == JavaFields.LEFT) {
        left = value;
        written(child, value);
      } else if (field == JavaFields.RIGHT) {
        right = value;
      }
    }
    return reading.composed(Form.ASSIGN, reading.known(left), reading.listOf(right), node);
  }

  /** Reads {@code ++} and {@code --}; the value is that of what they change. */
  int update(int node) {
    int operand = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int target = child;
      while (reading.kind(target) == JavaKinds.PARENTHESIZED && target + 2 < tree.after(target)) {
        target += 2;
      }
      int value = reading.visit(target);
      if (value >= 0) {
        operand = value;
        written(target, value);
      }
    }
    return operand;
  }

  private void written(int target, int value) {
    int kind = reading.kind(target);
    if (value >= 0
        && (kind == JavaKinds.IDENTIFIER || (kind == JavaKinds.FIELD_ACCESS && !isThis(target)))) {
      reading.facts.role(value, Role.WRITE);
    }
  }

  private boolean isThis(int access) {
    int field = reading.child(access, JavaFields.FIELD);
    return field < 0 || reading.kind(field) == JavaKinds.THIS;
  }

  /**
   * A chain of operators that leans to the left is as deep as it is long, so it is a loop. What has
   * the type of a literal whatever the operands are becomes one, and a chain of them only one.
   */
  int binary(int node) {
    int innermost = node;
    while (reading.kind(innermost + 1) == JavaKinds.BINARY) {
      innermost++;
    }
    int value = reading.visit(innermost + 1);
    int decided =
        reading.kind(innermost + 1) == JavaKinds.STRING_LITERAL ? JavaReading.STRING : UNDECIDED;
    for (int level = innermost; level >= node; level--) {
      int operator = -1;
      int right = -1;
      boolean text = false;
      for (int child = tree.after(level + 1);
          child < tree.after(level);
          child = tree.after(child)) {
        int field = reading.field(child);
        if (field == JavaFields.OPERATOR) {
          operator = child;
        } else {
          int read = reading.visit(child);
          right = field == JavaFields.RIGHT ? read : right;
          text |= reading.kind(child) == JavaKinds.STRING_LITERAL;
        }
      }
      int kind = operator < 0 ? 0 : reading.kind(operator);
      if (kind == 0) {
        decided = JavaReading.BOOLEAN;
      } else if (kind == JavaKinds.PLUS_TOKEN && (text || decided == JavaReading.STRING)) {
        decided = JavaReading.STRING;
      } else {
        int left = decided == UNDECIDED ? value : reading.literal(decided, level + 1);
        value = operator(operator, reading.listOf(left, right), level);
        decided = UNDECIDED;
      }
    }
    return decided == UNDECIDED ? value : reading.literal(decided, node);
  }

  int unary(int node) {
    int operator = -1;
    int operand = -1;
    boolean number = false;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int kind = reading.kind(child);
      if (reading.field(child) == JavaFields.OPERATOR) {
        operator = child;
      } else {
        int read = reading.visit(child);
        operand = read >= 0 ? read : operand;
        number |= kind == JavaKinds.INTEGER_LITERAL || kind == JavaKinds.FLOATING_LITERAL;
      }
    }
    if (operator < 0 || number) {
      return operand;
    }
    return reading.kind(operator) == JavaKinds.NOT_TOKEN
        ? reading.literal(JavaReading.BOOLEAN, node)
        : operator(operator, reading.listOf(operand), node);
  }

  private int operator(int operator, int operands, int node) {
    return reading.facts.node(
        Form.OPERATOR,
        null,
        reading.string(operator),
        -1,
        operands,
        tree.start(node),
        tree.end(node));
  }

  int conditional(int node) {
    int consequence = -1;
    int alternative = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int value = reading.visit(child);
      switch (reading.field(child)) {
        case JavaFields.CONSEQUENCE -> consequence = value;
        case JavaFields.ALTERNATIVE -> alternative = value;
        default -> {}
      }
    }
    return reading.composed(Form.CONDITIONAL, -1, reading.listOf(consequence, alternative), node);
  }

  int cast(int node) {
    int mark = reading.mark();
    int type = -1;
    int types = 0;
    int operand = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      if (reading.field(child) == JavaFields.TYPE) {
        type = reading.types.read(child, Role.TYPE);
        reading.push(type);
        types++;
      } else if (types == 0) {
        reading.visit(child);
      } else {
        int value = reading.visit(child);
        operand = value < 0 ? operand : value;
      }
    }
    if (types > 1) {
      type = reading.composed(Form.TYPE_INTERSECTION, -1, reading.list(mark), node);
    } else {
      reading.drop(mark);
    }
    return type < 0 ? operand : reading.composed(Form.CAST, type, reading.listOf(operand), node);
  }
}
