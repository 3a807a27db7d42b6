package dev.sextant.lang.java;

import dev.sextant.graph.Role;
import dev.sextant.lang.Form;
import dev.sextant.syntax.SyntaxTree;

/** Reads expressions; each gives the node of its value, or -1 when nothing is known of it. */
final class ExpressionReader {
  private final JavaReading reading;
  private final SyntaxTree tree;

  ExpressionReader(JavaReading reading) {
    this.reading = reading;
    this.tree = reading.tree;
  }

  int read(int node, int kind) {
    return switch (kind) {
      case JavaKinds.IDENTIFIER, JavaKinds.TYPE_IDENTIFIER ->
          reading.named(Form.NAME, Role.READ, node);
      case JavaKinds.FIELD_ACCESS -> fieldAccess(node);
      case JavaKinds.METHOD_INVOCATION -> reading.calls.invocation(node);
      case JavaKinds.STRING_LITERAL -> reading.literal(JavaReading.STRING, node);
      case JavaKinds.NULL_LITERAL -> reading.literal(JavaReading.NULL, node);
      case JavaKinds.BOOLEAN_LITERAL -> reading.literal(JavaReading.BOOLEAN, node);
      case JavaKinds.CHARACTER_LITERAL -> reading.literal(JavaReading.CHAR, node);
      case JavaKinds.INTEGER_LITERAL -> reading.literal(integer(node), node);
      case JavaKinds.FLOATING_LITERAL -> reading.literal(floating(node), node);
      case JavaKinds.CLASS_LITERAL -> {
        reading.types.readAll(node);
        yield reading.literal(JavaReading.CLASS, node);
      }
      case JavaKinds.THIS -> reading.unnamed(Form.THIS, -1, node);
      case JavaKinds.SUPER -> reading.unnamed(Form.SUPER, -1, node);
      case JavaKinds.PARENTHESIZED, JavaKinds.ARRAY_INITIALIZER -> last(node, kind);
      case JavaKinds.OBJECT_CREATION -> reading.calls.creation(node);
      case JavaKinds.ARRAY_CREATION -> arrayCreation(node);
      case JavaKinds.ARRAY_ACCESS -> arrayAccess(node);
      case JavaKinds.METHOD_REFERENCE -> reading.calls.methodReference(node);
      case JavaKinds.TEMPLATE -> {
        reading.visit(node + 1);
        yield reading.literal(JavaReading.STRING, node);
      }
      case JavaKinds.ASSIGNMENT -> assignment(node);
      case JavaKinds.BINARY -> binary(node);
      case JavaKinds.INSTANCEOF -> instanceOf(node);
      case JavaKinds.LAMBDA -> reading.variables.lambda(node);
      case JavaKinds.TERNARY -> ternary(node);
      case JavaKinds.UPDATE -> update(node);
      case JavaKinds.UNARY -> unary(node);
      case JavaKinds.CAST -> cast(node);
      case JavaKinds.SWITCH -> reading.statements.switchValue(node);
      default -> -1;
    };
  }

  private int integer(int node) {
    byte last = reading.byteAt(tree.end(node) - 1);
    return last == 'l' || last == 'L' ? JavaReading.LONG : JavaReading.INT;
  }

  private int floating(int node) {
    byte last = reading.byteAt(tree.end(node) - 1);
    return last == 'f' || last == 'F' ? JavaReading.FLOAT : JavaReading.DOUBLE;
  }

  private int last(int node, int kind) {
    int value = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int read = reading.visit(child);
      value = read >= 0 ? read : value;
    }
    return kind == JavaKinds.PARENTHESIZED ? value : -1;
  }

  private int fieldAccess(int node) {
    int object = reading.child(node, JavaFields.OBJECT);
    int field = reading.child(node, JavaFields.FIELD);
    if (object < 0 || field < 0) {
      reading.visitChildren(node);
      return -1;
    }
    if (reading.kind(field) == JavaKinds.THIS) {
      return reading.unnamed(Form.THIS, reading.types.named(object), field);
    }
    int first = receiver(node, object);
    return reading.facts.node(
        Form.MEMBER,
        Role.READ,
        reading.string(field),
        first,
        -1,
        tree.start(field),
        tree.end(field));
  }

  /** Reads what stands before the dot: an expression, or {@code super} with what qualifies it. */
  int receiver(int node, int object) {
    for (int child = tree.after(object); child < tree.after(node); child = tree.after(child)) {
      if (reading.kind(child) == JavaKinds.SUPER) {
        return reading.unnamed(Form.SUPER, reading.types.named(object), child);
      }
    }
    return reading.known(reading.visit(object));
  }

  private int arrayCreation(int node) {
    int type = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int kind = reading.kind(child);
      if (reading.field(child) == JavaFields.TYPE) {
        type = reading.types.read(child, Role.TYPE);
      } else if (kind == JavaKinds.DIMENSIONS) {
        type = reading.types.dimensions(type, child);
      } else {
        reading.visit(child);
        if (reading.field(child) == JavaFields.DIMENSIONS && type >= 0) {
          type = reading.unnamed(Form.TYPE_ARRAY, type, child);
        }
      }
    }
    return type < 0 ? -1 : reading.unnamed(Form.CAST, type, node);
  }

  private int arrayAccess(int node) {
    int array = reading.known(reading.visit(node + 1));
    for (int child = tree.after(node + 1); child < tree.after(node); child = tree.after(child)) {
      reading.visit(child);
    }
    return reading.unnamed(Form.INDEX, array, node);
  }

  private int assignment(int node) {
    int left = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int value = reading.visit(child);
      if (reading.field(child) == JavaFields.LEFT) {
        left = value;
        written(child, value);
      }
    }
    return left;
  }

  private int update(int node) {
    int operand = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int value = reading.visit(child);
      if (value >= 0) {
        operand = value;
        written(child, value);
      }
    }
    return operand;
  }

  private void written(int node, int value) {
    int target = node;
    while (reading.kind(target) == JavaKinds.PARENTHESIZED && target + 2 < tree.after(target)) {
      target += 2;
    }
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

  /** A chain of operators that leans to the left is as deep as it is long, so it is a loop. */
  private int binary(int node) {
    int innermost = node;
    while (reading.kind(innermost + 1) == JavaKinds.BINARY) {
      innermost++;
    }
    int value = reading.visit(innermost + 1);
    int type = reading.kind(innermost + 1) == JavaKinds.STRING_LITERAL ? JavaReading.STRING : -1;
    for (int level = innermost; level >= node; level--) {
      int operator = 0;
      int right = 0;
      for (int child = tree.after(level + 1);
          child < tree.after(level);
          child = tree.after(child)) {
        if (reading.field(child) == JavaFields.OPERATOR) {
          operator = reading.kind(child);
        } else {
          reading.visit(child);
          right = reading.field(child) == JavaFields.RIGHT ? reading.kind(child) : right;
        }
      }
      if (operator == 0) {
        type = JavaReading.BOOLEAN;
      } else if (operator == JavaKinds.PLUS_TOKEN && right == JavaKinds.STRING_LITERAL) {
        type = JavaReading.STRING;
      }
    }
    return type < 0 ? value : reading.literal(type, node);
  }

  private int instanceOf(int node) {
    int type = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      switch (reading.field(child)) {
        case JavaFields.RIGHT -> type = reading.types.read(child, Role.TYPE);
        case JavaFields.NAME -> reading.variables.local(child, -1, node, type, -1);
        default -> reading.visit(child);
      }
    }
    return reading.literal(JavaReading.BOOLEAN, node);
  }

  private int ternary(int node) {
    int result = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int value = reading.visit(child);
      int field = reading.field(child);
      if ((field == JavaFields.CONSEQUENCE && reading.kind(child) != JavaKinds.NULL_LITERAL)
          || (field == JavaFields.ALTERNATIVE && result < 0)) {
        result = value;
      }
    }
    return result;
  }

  private int unary(int node) {
    int value = -1;
    boolean not = false;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      not |= reading.kind(child) == JavaKinds.NOT_TOKEN;
      int read = reading.visit(child);
      value = read >= 0 ? read : value;
    }
    return not ? reading.literal(JavaReading.BOOLEAN, node) : value;
  }

  private int cast(int node) {
    int type = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      if (reading.field(child) == JavaFields.TYPE) {
        int read = reading.types.read(child, Role.TYPE);
        type = type < 0 ? read : type;
      } else {
        reading.visit(child);
      }
    }
    return type < 0 ? -1 : reading.unnamed(Form.CAST, type, node);
  }
}
