package dev.sextant.lang.typescript;

import dev.sextant.graph.Role;
import dev.sextant.lang.Form;

/** Assignments, and what is assigned to. */
final class Assignments {
  private final Walk walk;

  Assignments(Walk walk) {
    this.walk = walk;
  }

  int update(int node) {
    int argument = walk.child(node, Field.ARGUMENT);
    if (argument >= 0) {
      assign(argument);
    }
    return walk.expressions.literal(node, "number");
  }

  int of(int node) {
    int left = walk.child(node, Field.LEFT);
    int right = walk.child(node, Field.RIGHT);
    if (left >= 0 && right >= 0 && walk.exports.assigned(left, right)) {
      return -1;
    }
    int value = right < 0 ? -1 : walk.expressions.of(right);
    if (left < 0 || right < 0) {
      return value;
    }
    if (walk.assignmentDeclares && walk.kind(left) == Kind.MEMBER) {
      int object = walk.child(left, Field.OBJECT);
      int property = walk.child(left, Field.PROPERTY);
      if (object >= 0 && property >= 0 && walk.kind(object) == Kind.THIS) {
        walk.members.assigned(left, property, value);
      }
    }
    int target = assign(left);
    if (target < 0 || value < 0 || walk.kind(node) != Kind.ASSIGNMENT) {
      return value;
    }
    int list = walk.expressions.one(value);
    int start = walk.tree.start(node);
    return walk.facts.node(Form.ASSIGN, null, -1, target, list, start, start);
  }

  /** Visits what is assigned to; its node when it has a name, or -1. */
  int assign(int node) {
    if (!walk.enter()) {
      return -1;
    }
    int target = -1;
    switch (walk.kind(node)) {
      case Kind.IDENTIFIER, Kind.SHORTHAND_PATTERN ->
          target = walk.reference(Form.NAME, Role.WRITE, node, -1, -1);
      case Kind.MEMBER -> target = walk.expressions.member(node, Role.WRITE);
      case Kind.SUBSCRIPT -> walk.expressions.subscript(node, Role.WRITE);
      case Kind.PARENTHESIZED,
          Kind.NON_NULL,
          Kind.OBJECT_PATTERN,
          Kind.ARRAY_PATTERN,
          Kind.REST_PATTERN -> {
        int end = walk.tree.after(node);
        for (int child = node + 1; child < end; child = walk.tree.after(child)) {
          assign(child);
        }
      }
      case Kind.ASSIGNMENT_PATTERN, Kind.OBJECT_ASSIGNMENT_PATTERN -> {
        assignChild(walk.child(node, Field.LEFT));
        int right = walk.child(node, Field.RIGHT);
        if (right >= 0) {
          walk.expressions.walk(right);
        }
      }
      case Kind.PAIR_PATTERN -> assignChild(walk.child(node, Field.VALUE));
      default -> walk.statements.visit(node);
    }
    walk.leave();
    return target;
  }

  private void assignChild(int node) {
    if (node >= 0) {
      assign(node);
    }
  }
}
