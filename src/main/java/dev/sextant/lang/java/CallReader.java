package dev.sextant.lang.java;

import dev.sextant.graph.Role;
import dev.sextant.lang.Form;
import dev.sextant.syntax.SyntaxTree;

/** Reads calls, constructions and method references. */
final class CallReader {
  private final JavaReading reading;
  private final SyntaxTree tree;

  CallReader(JavaReading reading) {
    this.reading = reading;
    this.tree = reading.tree;
  }

  int invocation(int node) {
    int object = -1;
    int name = -1;
    int list = -1;
    int first = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      switch (reading.field(child)) {
        case JavaFields.OBJECT -> {
          object = child;
          first = reading.expressions.receiver(node, child);
        }
        case JavaFields.NAME -> name = child;
        case JavaFields.ARGUMENTS -> list = arguments(child);
        default -> {
          if (reading.kind(child) == JavaKinds.TYPE_ARGUMENTS) {
            int types = reading.types.listOf(child);
            first = reading.composed(Form.TYPE_ARGUMENTS, reading.known(first), types, child);
          }
        }
      }
    }
    if (name < 0) {
      return first;
    }
    return reading.facts.node(
        object < 0 ? Form.NAME : Form.MEMBER,
        Role.CALL,
        reading.string(name),
        first,
        list < 0 ? reading.list(reading.mark()) : list,
        tree.start(name),
        tree.end(name));
  }

  /** Reads arguments into a list. */
  int arguments(int node) {
    int mark = reading.mark();
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int kind = reading.kind(child);
      if (kind == JavaKinds.ERROR) {
        reading.visit(child);
      } else if (kind != 0) {
        reading.push(reading.visit(child));
      }
    }
    return reading.list(mark);
  }

  int creation(int node) {
    int outer = -1;
    int type = -1;
    int name = -1;
    int list = -1;
    int body = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      switch (reading.field(child)) {
        case JavaFields.TYPE -> {
          type = reading.types.constructed(child, outer);
          name = type < 0 ? -1 : reading.types.lastIdentifier();
        }
        case JavaFields.ARGUMENTS -> list = arguments(child);
        default -> {
          if (reading.kind(child) == JavaKinds.BODY) {
            body = child;
          } else {
            typeArguments(child);
            int value = reading.visit(child);
            outer = type < 0 && value >= 0 ? value : outer;
          }
        }
      }
    }
    if (type < 0) {
      return -1;
    }
    int made =
        reading.facts.node(
            Form.CONSTRUCT,
            Role.CONSTRUCT,
            reading.string(name),
            type,
            list < 0 ? reading.list(reading.mark()) : list,
            tree.start(name),
            tree.end(name));
    if (body >= 0) {
      reading.declarations.anonymous(type, made, tree.start(name), body);
    }
    return made;
  }

  int methodReference(int node) {
    int target = node + 1;
    int name = tree.after(node) - 1;
    while (name > target && !isReferenced(name)) {
      name--;
    }
    if (name == target) {
      reading.visit(target);
      return -1;
    }
    boolean made = reading.kind(name) == JavaKinds.NEW_TOKEN;
    int kind = reading.kind(target);
    int first;
    if (kind == JavaKinds.TYPE_IDENTIFIER && !made) {
      first = reading.visit(target);
    } else if (reading.types.isType(target)) {
      first = reading.types.read(target, Role.TYPE);
    } else if (made && (kind == JavaKinds.IDENTIFIER || kind == JavaKinds.FIELD_ACCESS)) {
      first = reading.types.named(target);
    } else {
      first = reading.visit(target);
    }
    for (int child = tree.after(target); child < name; child = tree.after(child)) {
      if (reading.kind(child) == JavaKinds.SUPER) {
        first = reading.unnamed(Form.SUPER, first, child);
      }
      typeArguments(child);
    }
    return reading.facts.node(
        Form.METHOD_REFERENCE,
        made ? Role.CONSTRUCT : Role.METHOD_REFERENCE,
        reading.string(name),
        reading.known(first),
        -1,
        tree.start(name),
        tree.end(name));
  }

  private boolean isReferenced(int node) {
    int kind = reading.kind(node);
    return kind == JavaKinds.IDENTIFIER || kind == JavaKinds.NEW_TOKEN;
  }

  /** Reads {@code this(...)} and {@code super(...)}. */
  void delegate(int node) {
    int keyword = -1;
    int list = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      switch (reading.field(child)) {
        case JavaFields.CONSTRUCTOR -> keyword = child;
        case JavaFields.ARGUMENTS -> list = arguments(child);
        case JavaFields.OBJECT -> reading.visit(child);
        default -> typeArguments(child);
      }
    }
    if (keyword < 0) {
      return;
    }
    int first = reading.visit(keyword);
    reading.facts.node(
        Form.DELEGATE,
        Role.CALL,
        reading.string(keyword),
        first,
        list < 0 ? reading.list(reading.mark()) : list,
        tree.start(keyword),
        tree.end(keyword));
  }

  private void typeArguments(int node) {
    if (reading.kind(node) == JavaKinds.TYPE_ARGUMENTS) {
      reading.types.readAll(node);
    }
  }
}
