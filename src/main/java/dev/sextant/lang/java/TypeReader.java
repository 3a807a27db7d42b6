package dev.sextant.lang.java;

import dev.sextant.graph.Role;
import dev.sextant.lang.Form;
import dev.sextant.syntax.SyntaxTree;
import org.jspecify.annotations.Nullable;

/** Reads written types and annotations. */
final class TypeReader {
  private final JavaReading reading;
  private final SyntaxTree tree;
  private int lastIdentifier;

  TypeReader(JavaReading reading) {
    this.reading = reading;
    this.tree = reading.tree;
  }

  /** The tree node of the last identifier of the class type read last. */
  int lastIdentifier() {
    return lastIdentifier;
  }

  /** Reads a type; its outermost name gets {@code role}. The node, -1 for what is no type. */
  int read(int node, @Nullable Role role) {
    if (!reading.enter()) {
      return -1;
    }
    int type =
        switch (reading.kind(node)) {
          case JavaKinds.TYPE_IDENTIFIER,
              JavaKinds.IDENTIFIER,
              JavaKinds.SCOPED_TYPE,
              JavaKinds.SCOPED_IDENTIFIER ->
              name(node, role, -1, -1);
          case JavaKinds.GENERIC_TYPE -> generic(node, role, -1);
          case JavaKinds.ARRAY_TYPE -> array(node);
          case JavaKinds.PRIMITIVE_TYPE -> reading.named(Form.TYPE_PRIMITIVE, null, node);
          case JavaKinds.ANNOTATED_TYPE -> inner(node, role);
          case JavaKinds.WILDCARD -> wildcard(node);
          default -> -1;
        };
    reading.leave();
    return type;
  }

  /**
   * Reads the type of a construction; {@code qualifier} is the node of the expression that the
   * construction is qualified by, or -1.
   */
  int constructed(int node, int qualifier) {
    return switch (reading.kind(node)) {
      case JavaKinds.TYPE_IDENTIFIER -> name(node, null, -1, qualifier);
      case JavaKinds.GENERIC_TYPE -> generic(node, null, qualifier);
      default -> read(node, null);
    };
  }

  /** Reads the types among the children of a node as one: any of them if there are several. */
  int oneOf(int node) {
    int mark = reading.mark();
    pushAll(node);
    int count = reading.mark() - mark;
    if (count > 1) {
      return reading.composed(Form.TYPE_UNION, -1, reading.list(mark), node);
    }
    int only = count == 0 ? -1 : reading.held(mark);
    reading.drop(mark);
    return only;
  }

  /** Whether a node of the tree is a type. */
  boolean isType(int node) {
    int kind = reading.kind(node);
    return kind == JavaKinds.TYPE_IDENTIFIER
        || (kind > JavaKinds.LAST_DECLARATION && kind <= JavaKinds.LAST_TYPE);
  }

  /** Reads a name, an access or a type as the name of a type. */
  int named(int node) {
    return name(node, Role.TYPE, -1, -1);
  }

  /** Reads the types among the children of a node and pushes them for a list. */
  void pushAll(int node) {
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      if (reading.kind(child) == JavaKinds.TYPE_LIST) {
        pushAll(child);
      } else if (isType(child)) {
        reading.push(read(child, Role.TYPE));
      }
    }
  }

  /** Reads the types among the children of a node into a list. */
  int listOf(int node) {
    int mark = reading.mark();
    pushAll(node);
    return reading.list(mark);
  }

  /** Reads the types among the children of a node; the first, or -1. */
  int readAll(int node) {
    int first = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      if (reading.kind(child) == JavaKinds.TYPE_LIST) {
        readAll(child);
      } else if (isType(child)) {
        int type = read(child, Role.TYPE);
        first = first < 0 ? type : first;
      }
    }
    return first;
  }

  /** The type with as many array dimensions around it as {@code dimensions} writes; -1 has none. */
  int dimensions(int type, int dimensions) {
    if (dimensions < 0 || type < 0) {
      return type;
    }
    int result = type;
    for (int child = dimensions + 1; child < tree.after(dimensions); child = tree.after(child)) {
      int kind = reading.kind(child);
      if (kind == JavaKinds.OPEN_BRACKET_TOKEN) {
        result = reading.unnamed(Form.TYPE_ARRAY, result, dimensions);
      } else if (kind == JavaKinds.ANNOTATION) {
        annotation(child);
      }
    }
    return result;
  }

  /** Reads an annotation: the type it names and its arguments. */
  void annotation(int node) {
    if (!reading.enter()) {
      return;
    }
    int name = reading.child(node, JavaFields.NAME);
    if (name >= 0) {
      named(name);
    }
    int arguments = reading.child(node, JavaFields.ARGUMENTS);
    if (arguments >= 0) {
      for (int child = arguments + 1; child < tree.after(arguments); child = tree.after(child)) {
        if (reading.kind(child) == JavaKinds.ELEMENT_VALUE) {
          int value = reading.child(child, JavaFields.VALUE);
          if (value >= 0) {
            reading.visit(value);
          }
        } else {
          reading.visit(child);
        }
      }
    }
    reading.leave();
  }

  /** A name of one or more segments; the last one is the name, the rest its qualifier. */
  private int name(int node, @Nullable Role role, int arguments, int outer) {
    if (tree.isLeaf(node)) {
      lastIdentifier = node;
      return typeName(node, role, outer, arguments);
    }
    if (reading.kind(node) == JavaKinds.GENERIC_TYPE) {
      return generic(node, role, outer);
    }
    if (!reading.enter()) {
      return -1;
    }
    int qualifier = outer;
    int last = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int kind = reading.kind(child);
      if (kind == JavaKinds.ANNOTATION) {
        annotation(child);
      } else if (child == node + 1) {
        qualifier = name(child, Role.TYPE, -1, outer);
      } else if (kind == JavaKinds.IDENTIFIER || kind == JavaKinds.TYPE_IDENTIFIER) {
        last = child;
      }
    }
    reading.leave();
    if (last < 0) {
      return qualifier;
    }
    lastIdentifier = last;
    return typeName(last, role, qualifier, arguments);
  }

  private int typeName(int node, @Nullable Role role, int qualifier, int arguments) {
    return reading.facts.node(
        Form.TYPE_NAME,
        role,
        reading.string(node),
        qualifier,
        arguments,
        tree.start(node),
        tree.end(node));
  }

  private int generic(int node, @Nullable Role role, int outer) {
    int arguments = reading.childOfKind(node, JavaKinds.TYPE_ARGUMENTS);
    int list = arguments < 0 ? -1 : listOf(arguments);
    return name(node + 1, role, list, outer);
  }

  private int array(int node) {
    int element = -1;
    int result = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      if (isType(child)) {
        element = read(child, Role.TYPE);
        result = element;
      } else if (reading.kind(child) == JavaKinds.DIMENSIONS) {
        result = dimensions(element, child);
      }
    }
    return result;
  }

  private int wildcard(int node) {
    int bound = -1;
    boolean lower = false;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int kind = reading.kind(child);
      if (isType(child)) {
        bound = read(child, Role.TYPE);
      } else if (kind == JavaKinds.SUPER) {
        lower = true;
      } else if (kind == JavaKinds.ANNOTATION) {
        annotation(child);
      }
    }
    int name = bound < 0 ? -1 : reading.facts.string(lower ? "super" : "extends");
    return reading.facts.node(
        Form.TYPE_WILDCARD, null, name, bound, -1, tree.start(node), tree.end(node));
  }

  private int inner(int node, @Nullable Role role) {
    int type = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      if (isType(child)) {
        type = read(child, role);
      } else if (reading.kind(child) == JavaKinds.ANNOTATION) {
        annotation(child);
      }
    }
    return type;
  }
}
