package dev.sextant.lang.java;

import dev.sextant.graph.Role;
import dev.sextant.lang.Form;
import dev.sextant.syntax.SyntaxTree;

/** Reads how arrays are made and what takes an element of one. */
final class ArrayReader {
  private final JavaReading reading;
  private final SyntaxTree tree;

  ArrayReader(JavaReading reading) {
    this.reading = reading;
    this.tree = reading.tree;
  }

  /** An array that names its type; without elements it is seen as a cast of nothing. */
  int creation(int node) {
    int type = -1;
    int elements = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int kind = reading.kind(child);
      if (reading.field(child) == JavaFields.TYPE) {
        type = reading.types.read(child, Role.TYPE);
      } else if (kind == JavaKinds.DIMENSIONS) {
        type = reading.types.dimensions(type, child);
      } else if (kind == JavaKinds.ARRAY_INITIALIZER) {
        elements = child;
      } else {
        reading.visit(child);
        if (reading.field(child) == JavaFields.DIMENSIONS && type >= 0) {
          type = reading.unnamed(Form.TYPE_ARRAY, type, child);
        }
      }
    }
    if (elements >= 0) {
      return initializer(elements, type);
    }
    return type < 0 ? -1 : reading.composed(Form.CAST, type, reading.list(reading.mark()), node);
  }

  /** An array of the elements in braces, of the written type {@code type} if it is not -1. */
  int initializer(int node, int type) {
    if (!reading.enter()) {
      return -1;
    }
    int elements = reading.calls.arguments(node);
    reading.leave();
    return reading.composed(Form.ARRAY, type, elements, node);
  }

  int access(int node) {
    int array = reading.known(reading.visit(node + 1));
    for (int child = tree.after(node + 1); child < tree.after(node); child = tree.after(child)) {
      reading.visit(child);
    }
    return reading.unnamed(Form.INDEX, array, node);
  }
}
