package dev.sextant.lang.typescript;

import dev.sextant.graph.Role;
import dev.sextant.lang.Form;

/** Calls, constructions, JSX tags and decorators. */
final class Calls {
  private final Walk walk;

  Calls(Walk walk) {
    this.walk = walk;
  }

  int call(int node) {
    int callee = walk.child(node, Field.FUNCTION);
    int arguments = walk.child(node, Field.ARGUMENTS);
    int typeArguments = walk.child(node, Field.TYPE_ARGUMENTS);
    if (callee < 0) {
      walk.statements.children(node);
      return -1;
    }
    int module = walk.requires.required(node);
    if (module >= 0) {
      return walk.requires.module(module);
    }
    return call(bare(callee), arguments, typeArguments);
  }

  /** The callee without the parentheses and assertions around it. */
  private int bare(int node) {
    int bare = node;
    while (true) {
      int kind = walk.kind(bare);
      if (kind != Kind.PARENTHESIZED && kind != Kind.NON_NULL) {
        return bare;
      }
      int inner = -1;
      int end = walk.tree.after(bare);
      for (int child = bare + 1; child < end && inner < 0; child = walk.tree.after(child)) {
        inner = Kind.isExpression(walk.kind(child)) ? child : -1;
      }
      if (inner < 0) {
        return bare;
      }
      bare = inner;
    }
  }

  private int call(int callee, int arguments, int typeArguments) {
    int kind = walk.kind(callee);
    int object = kind == Kind.MEMBER ? walk.child(callee, Field.OBJECT) : -1;
    int property = object < 0 ? -1 : walk.child(callee, Field.PROPERTY);
    int receiver = -1;
    int module = walk.requires.required(callee);
    if (module >= 0) {
      return walk.requires.call(module, arguments(arguments));
    }
    if (property >= 0) {
      receiver = walk.known(walk.expressions.of(object), object);
    } else if (kind != Kind.IDENTIFIER) {
      receiver = walk.expressions.of(callee);
    }
    int first = receiver;
    int start = walk.tree.start(callee);
    int end = walk.tree.end(callee);
    if (typeArguments >= 0 && (property >= 0 || kind == Kind.IDENTIFIER)) {
      int types = walk.types.list(typeArguments);
      first = walk.facts.node(Form.TYPE_ARGUMENTS, null, -1, receiver, types, start, start);
    } else if (typeArguments >= 0) {
      walk.statements.children(typeArguments);
    }
    int list = arguments(arguments);
    if (property >= 0) {
      return walk.reference(Form.MEMBER, Role.CALL, property, first, list);
    }
    return switch (kind) {
      case Kind.IDENTIFIER -> walk.reference(Form.NAME, Role.CALL, callee, first, list);
      case Kind.SUPER -> walk.facts.node(Form.DELEGATE, Role.CALL, -1, receiver, list, start, end);
      default ->
          receiver < 0 ? -1 : walk.facts.node(Form.CALLED, null, -1, receiver, list, start, start);
    };
  }

  /** The list of the arguments; -1 stands for none written. */
  private int arguments(int node) {
    int mark = walk.lists.mark();
    if (node >= 0 && walk.kind(node) == Kind.TEMPLATE) {
      walk.statements.children(node);
    } else if (node >= 0) {
      int end = walk.tree.after(node);
      for (int child = node + 1; child < end; child = walk.tree.after(child)) {
        if (Kind.isExpression(walk.kind(child))) {
          walk.lists.add(walk.known(walk.expressions.of(child), child));
        } else {
          walk.statements.visit(child);
        }
      }
    }
    return walk.lists.take(mark, walk.facts);
  }

  int construct(int node) {
    int type = walk.child(node, Field.CONSTRUCTOR);
    int arguments = walk.child(node, Field.ARGUMENTS);
    int typeArguments = walk.child(node, Field.TYPE_ARGUMENTS);
    if (type < 0) {
      walk.statements.children(node);
      return -1;
    }
    int kind = walk.kind(type);
    int object = kind == Kind.MEMBER ? walk.child(type, Field.OBJECT) : -1;
    int name = object < 0 ? type : walk.child(type, Field.PROPERTY);
    if ((kind != Kind.IDENTIFIER && object < 0) || name < 0) {
      walk.expressions.of(type);
      arguments(arguments);
      return -1;
    }
    int qualifier = object < 0 ? -1 : walk.known(walk.expressions.of(object), object);
    int typeList = typeArguments < 0 ? -1 : walk.types.list(typeArguments);
    int string = walk.string(name);
    int start = walk.tree.start(name);
    int end = walk.tree.end(name);
    int written = walk.facts.node(Form.TYPE_NAME, null, string, qualifier, typeList, start, end);
    int list = arguments(arguments);
    return walk.facts.node(Form.CONSTRUCT, Role.CONSTRUCT, string, written, list, start, end);
  }

  /** An opening or self-closing JSX tag: a component is called, an element of the page is not. */
  int tag(int node) {
    int name = walk.child(node, Field.NAME);
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      if (child != name) {
        walk.statements.visit(child);
      }
    }
    if (name >= 0 && (walk.kind(name) == Kind.MEMBER || isComponent(name))) {
      return call(name, -1, -1);
    }
    return -1;
  }

  private boolean isComponent(int name) {
    byte first = walk.text[walk.tree.start(name)];
    return walk.kind(name) == Kind.IDENTIFIER && (first < 'a' || first > 'z');
  }

  /** A decorator; one without arguments is called all the same. */
  void decorator(int node) {
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      int kind = walk.kind(child);
      if (kind == Kind.IDENTIFIER || kind == Kind.MEMBER) {
        call(child, -1, -1);
      } else {
        walk.statements.visit(child);
      }
    }
  }
}
