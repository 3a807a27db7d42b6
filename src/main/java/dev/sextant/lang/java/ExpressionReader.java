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
      case JavaKinds.CLASS_LITERAL -> classLiteral(node);
      case JavaKinds.THIS -> reading.unnamed(Form.THIS, -1, node);
      case JavaKinds.SUPER -> reading.unnamed(Form.SUPER, -1, node);
      case JavaKinds.PARENTHESIZED -> parenthesized(node);
      case JavaKinds.ARRAY_INITIALIZER -> reading.arrays.initializer(node, -1);
      case JavaKinds.OBJECT_CREATION -> reading.calls.creation(node);
      case JavaKinds.ARRAY_CREATION -> reading.arrays.creation(node);
      case JavaKinds.ARRAY_ACCESS -> reading.arrays.access(node);
      case JavaKinds.METHOD_REFERENCE -> reading.calls.methodReference(node);
      case JavaKinds.TEMPLATE -> {
        reading.visit(node + 1);
        yield reading.literal(JavaReading.STRING, node);
      }
      case JavaKinds.ASSIGNMENT -> reading.operators.assignment(node);
      case JavaKinds.BINARY -> reading.operators.binary(node);
      case JavaKinds.INSTANCEOF -> reading.patterns.instanceOf(node);
      case JavaKinds.LAMBDA -> reading.lambdas.read(node);
      case JavaKinds.TERNARY -> reading.operators.conditional(node);
      case JavaKinds.UPDATE -> reading.operators.update(node);
      case JavaKinds.UNARY -> reading.operators.unary(node);
      case JavaKinds.CAST -> reading.operators.cast(node);
      case JavaKinds.SWITCH -> reading.switches.value(node);
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

  private int classLiteral(int node) {
    return reading.literal(JavaReading.CLASS, reading.types.readAll(node), node);
  }

  private int parenthesized(int node) {
    int value = inside(node);
    return value < 0 ? -1 : reading.unnamed(Form.SAME, value, node);
  }

  /** Reads what stands between parentheses; the node of its value, or -1. */
  int inside(int node) {
    int value = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int read = reading.visit(child);
      value = read >= 0 ? read : value;
    }
    return value;
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
}
