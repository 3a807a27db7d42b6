package dev.sextant.lang.typescript;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.ImportKind;
import dev.sextant.lang.ScopeKind;

/** What a module of CommonJS gives out, by assignments to {@code exports}. */
final class ModuleExports {
  /** The name under which a module exports what stands for all of it. */
  static final String WHOLE = "export=";

  private static final String ALL = "module.exports";

  private final Walk walk;

  ModuleExports(Walk walk) {
    this.walk = walk;
  }

  /** Reads an assignment at the top of a module to what it exports; false when it is none. */
  boolean assigned(int left, int right) {
    if (!walk.script || walk.kind(left) != Kind.MEMBER || walk.facts.scope() != 0) {
      return false;
    }
    int object = walk.child(left, Field.OBJECT);
    int property = walk.child(left, Field.PROPERTY);
    if (object < 0 || property < 0) {
      return false;
    }
    if (walk.is(left, ALL)) {
      whole(property, right);
      return true;
    }
    if (walk.is(object, "exports") || walk.is(object, ALL)) {
      one(property, right, right);
      return true;
    }
    return false;
  }

  private void whole(int property, int value) {
    if (walk.kind(value) == Kind.OBJECT) {
      members(value);
    } else if (walk.requires.required(value) >= 0) {
      int path = walk.string(walk.requires.required(value));
      int whole = walk.facts.string(WHOLE);
      walk.imports.add(ImportKind.REEXPORT, path, whole, whole, walk.requires.required(value));
      walk.imports.add(ImportKind.REEXPORT_ALL, path, -1, -1, walk.requires.required(value));
    } else {
      value(property, value, value, WHOLE);
    }
  }

  private void members(int object) {
    itself(object);
    int end = walk.tree.after(object);
    for (int child = object + 1; child < end; child = walk.tree.after(child)) {
      switch (walk.kind(child)) {
        case Kind.SHORTHAND -> walk.imports.exported(child, walk.text(child));
        case Kind.PAIR -> {
          int key = walk.child(child, Field.KEY);
          int value = walk.child(child, Field.VALUE);
          if (key >= 0 && value >= 0 && walk.kind(key) != Kind.COMPUTED_NAME) {
            one(key, child, value);
          } else {
            walk.statements.children(child);
          }
        }
        case Kind.METHOD -> {
          int name = walk.child(child, Field.NAME);
          if (name >= 0 && walk.kind(name) != Kind.COMPUTED_NAME) {
            function(name, child, child);
          } else {
            int _ = walk.functions.lambda(child);
          }
        }
        case Kind.SPREAD -> spread(child);
        default -> {
          if (!walk.tree.isLeaf(child)) {
            walk.statements.visit(child);
          }
        }
      }
    }
  }

  /** Whoever imports the default of such a module gets the module. */
  private void itself(int object) {
    int own = walk.facts.string("");
    int alias = walk.requires.itself();
    int by = walk.facts.string("default");
    int at = walk.tree.start(object);
    walk.facts.imported(ImportKind.MODULE, own, -1, alias, at, at);
    walk.facts.imported(ImportKind.REEXPORT, own, alias, by, at, at);
  }

  private void spread(int node) {
    int value = walk.childOfKind(node, Kind.CALL);
    int source = value < 0 ? -1 : walk.requires.required(value);
    if (source >= 0) {
      walk.imports.add(ImportKind.REEXPORT_ALL, walk.string(source), -1, -1, source);
    } else {
      walk.statements.children(node);
    }
  }

  private void one(int property, int node, int value) {
    value(property, node, value, walk.text(property));
  }

  /**
   * Exports a value as {@code alias}; what has no name of its own takes that of {@code property}.
   */
  private void value(int property, int node, int value, String alias) {
    boolean whole = alias.equals(WHOLE);
    int source = walk.requires.required(value);
    if (source >= 0) {
      int path = walk.facts.string("");
      int module = walk.requires.imported(source);
      walk.imports.add(ImportKind.REEXPORT, path, module, walk.facts.string(alias), property);
      return;
    }
    switch (walk.kind(value)) {
      case Kind.IDENTIFIER -> walk.imports.exported(value, alias);
      case Kind.MEMBER -> member(property, node, value, alias);
      case Kind.ASSIGNMENT -> chained(property, node, value, alias);
      case Kind.ARROW, Kind.FUNCTION_EXPRESSION -> {
        int own = whole ? walk.child(value, Field.NAME) : -1;
        int name = own < 0 ? property : own;
        function(name, node, value);
        if (whole) {
          walk.imports.exported(name, alias);
        }
      }
      case Kind.CLASS_EXPRESSION -> {
        int own = whole ? walk.child(value, Field.NAME) : -1;
        int name = own < 0 ? property : own;
        walk.typeDeclarations.named(value, name, Modifiers.EXPORTED);
        if (whole) {
          walk.imports.exported(name, alias);
        }
      }
      default -> variable(property, node, value, alias);
    }
  }

  /** {@code exports.a = exports.b = value}, and {@code module.exports = exports = value}. */
  private void chained(int property, int node, int assignment, String alias) {
    int left = walk.child(assignment, Field.LEFT);
    int right = walk.child(assignment, Field.RIGHT);
    if (left < 0 || right < 0) {
      walk.statements.children(assignment);
    } else if (alias.equals(WHOLE) && walk.is(left, "exports")) {
      whole(property, right);
    } else if (assigned(left, right)) {
      int name = walk.is(left, ALL) ? walk.facts.string(WHOLE) : walk.string(last(left));
      walk.imports.add(
          ImportKind.REEXPORT, walk.facts.string(""), name, walk.facts.string(alias), property);
    } else {
      variable(property, node, assignment, alias);
    }
  }

  private int last(int member) {
    return walk.child(member, Field.PROPERTY);
  }

  private void function(int name, int node, int function) {
    int modifiers =
        Modifiers.EXPORTED | walk.modifiers(function) | walk.parameters.variadic(function);
    int body = walk.child(function, Field.BODY);
    int id = walk.declareIn(0, SymbolKind.FUNCTION, name, modifiers, node, body);
    walk.functions.callable(function, id);
  }

  /** {@code exports.a = require("path").b}, or the member of something else. */
  private void member(int property, int node, int value, String alias) {
    int object = walk.child(value, Field.OBJECT);
    int part = walk.child(value, Field.PROPERTY);
    int source = object < 0 || part < 0 ? -1 : walk.requires.required(object);
    if (source >= 0) {
      walk.imports.add(
          ImportKind.REEXPORT,
          walk.string(source),
          walk.string(part),
          walk.facts.string(alias),
          part);
    } else {
      variable(property, node, value, alias);
    }
  }

  private void variable(int property, int node, int value, String alias) {
    if (walk.facts.declaredIn(0, walk.string(property)) >= 0 || walk.is(property, "__esModule")) {
      walk.expressions.walk(value);
      return;
    }
    int kind = walk.kind(value);
    if (kind == Kind.UNDEFINED || walk.is(value, "void 0")) {
      return;
    }
    int id = walk.declareIn(0, SymbolKind.VARIABLE, property, Modifiers.EXPORTED, node, value);
    int outer = walk.varScope;
    walk.varScope = walk.facts.openScope(ScopeKind.FUNCTION, id);
    walk.objects.moduleValue(value);
    walk.variables.typeOrValue(id, -1, value);
    walk.facts.closeScope();
    walk.varScope = outer;
    if (alias.equals(WHOLE)) {
      walk.imports.exported(property, alias);
    }
  }
}
