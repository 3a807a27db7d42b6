package dev.sextant.lang.typescript;

import dev.sextant.graph.Role;
import dev.sextant.lang.Form;
import dev.sextant.lang.ImportKind;

/** Modules that are taken in by {@code require}, or by {@code import} as an expression. */
final class Requires {
  // No program can write a name that starts like this.
  private static final String PREFIX = "require ";

  private final Walk walk;

  Requires(Walk walk) {
    this.walk = walk;
  }

  /**
   * Reads {@code const name = require("path")}, with a pattern or a member too; false when the
   * variable is not one of these.
   */
  boolean variable(int name, int value) {
    if (value < 0 || walk.facts.scope() != walk.moduleScope) {
      return false;
    }
    boolean member = walk.kind(value) == Kind.MEMBER;
    int call = member ? walk.child(value, Field.OBJECT) : value;
    int source = call < 0 ? -1 : required(call);
    if (source < 0 || walk.is(walk.child(call, Field.FUNCTION), "import")) {
      return false;
    }
    int path = walk.string(source);
    if (walk.kind(name) == Kind.OBJECT_PATTERN) {
      return !member && pattern(name, path);
    }
    if (walk.kind(name) != Kind.IDENTIFIER) {
      return false;
    }
    int property = member ? walk.child(value, Field.PROPERTY) : -1;
    if (property >= 0) {
      walk.imports.add(ImportKind.NAMED, path, walk.string(property), walk.string(name), property);
    } else {
      walk.imports.add(ImportKind.MODULE, path, -1, walk.string(name), name);
    }
    return true;
  }

  private boolean pattern(int node, int path) {
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      int kind = walk.kind(child);
      if (kind == Kind.SHORTHAND_PATTERN) {
        int name = walk.string(child);
        walk.imports.add(ImportKind.NAMED, path, name, name, child);
      } else if (kind == Kind.PAIR_PATTERN) {
        int key = walk.child(child, Field.KEY);
        int value = walk.child(child, Field.VALUE);
        if (key >= 0 && value >= 0 && walk.kind(value) == Kind.IDENTIFIER) {
          walk.imports.add(ImportKind.NAMED, path, walk.string(key), walk.string(value), key);
        }
      }
    }
    return true;
  }

  /** The string in {@code require("path")} or {@code import("path")}, or -1. */
  int required(int call) {
    int function = walk.kind(call) == Kind.CALL ? walk.child(call, Field.FUNCTION) : -1;
    int arguments = function < 0 ? -1 : walk.child(call, Field.ARGUMENTS);
    return arguments >= 0 && (walk.is(function, "require") || walk.is(function, "import"))
        ? walk.childOfKind(arguments, Kind.STRING)
        : -1;
  }

  /** The node of the module that a string names. */
  int module(int source) {
    return walk.plain(Form.BINDING, imported(source), -1, source);
  }

  /** Imports a module under a name that no program can write; gives the name. */
  int imported(int source) {
    int path = walk.string(source);
    int alias = walk.facts.string(PREFIX + walk.text(source));
    walk.imports.add(ImportKind.MODULE, path, -1, alias, source);
    return alias;
  }

  /** The node of a call of the module that a string names. */
  int call(int source, int arguments) {
    return walk.facts.node(
        Form.NAME,
        Role.CALL,
        imported(source),
        -1,
        arguments,
        walk.tree.start(source),
        walk.tree.end(source));
  }

  /** The name under which a module finds itself. */
  int itself() {
    return walk.facts.string(PREFIX);
  }
}
