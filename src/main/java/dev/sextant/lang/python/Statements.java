package dev.sextant.lang.python;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;

/** Reads statements and what is nested in them. Confined to its walk. */
final class Statements {
  private final Walk walk;
  private final Expressions expressions;
  private final Bindings bindings;
  private final Definitions definitions;
  private final Imports imports;
  private final CasePatterns patterns;

  Statements(Walk walk) {
    this.walk = walk;
    expressions = new Expressions(walk);
    bindings = expressions.bindings;
    definitions = new Definitions(walk, expressions, this);
    imports = new Imports(walk, bindings);
    patterns = new CasePatterns(walk, expressions);
  }

  /** Reads the whole file. */
  void file() {
    parts(0);
  }

  /** Reads all that stands directly in {@code node}. */
  void parts(int node) {
    parts(node, node + 1);
  }

  private void parts(int node, int from) {
    if (!walk.enter()) {
      return;
    }
    for (int child = from; child < walk.tree.after(node); child = walk.tree.after(child)) {
      if (!walk.isNoise(child)) {
        read(child);
      }
    }
    walk.leave();
  }

  private void read(int node) {
    switch (walk.kind(node)) {
      case 0, PythonSyntax.EXPRESSION_STATEMENT -> parts(node);
      case PythonSyntax.ASSIGNMENT -> {
        int _ = bindings.assignment(node);
      }
      case PythonSyntax.AUGMENTED_ASSIGNMENT -> bindings.augmented(node);
      case PythonSyntax.FUNCTION, PythonSyntax.CLASS -> definitions.plain(node);
      case PythonSyntax.DECORATED -> definitions.decorated(node);
      case PythonSyntax.IMPORT -> imports.modules(node);
      case PythonSyntax.IMPORT_FROM -> imports.names(node);
      case PythonSyntax.IMPORT_FUTURE -> {}
      case PythonSyntax.FOR -> loop(node);
      case PythonSyntax.EXCEPT -> except(node);
      case PythonSyntax.CASE_CLAUSE -> caseClause(node);
      case PythonSyntax.GLOBAL, PythonSyntax.NONLOCAL -> foreign(node);
      case PythonSyntax.RETURN -> returned(node);
      case PythonSyntax.TYPE_ALIAS -> typeAlias(node);
      default -> expressions.visit(node);
    }
  }

  private void loop(int node) {
    bindings.loop(node);
    int right = walk.field(node, PythonSyntax.F_RIGHT);
    parts(node, right < 0 ? node + 1 : walk.tree.after(right));
  }

  private void except(int node) {
    int value = walk.field(node, PythonSyntax.F_VALUE);
    if (value < 0) {
      parts(node);
      return;
    }
    int target = walk.field(node, PythonSyntax.F_ALIAS);
    int type = value;
    if (walk.kind(value) == PythonSyntax.AS_PATTERN) {
      type = walk.firstPart(value);
      target = walk.field(value, PythonSyntax.F_ALIAS);
    }
    if (type >= 0) {
      bindings.caught(type, target);
    }
    parts(node, walk.tree.after(Math.max(value, target)));
  }

  private void caseClause(int node) {
    for (int child = node + 1; child < walk.tree.after(node); child = walk.tree.after(child)) {
      if (walk.kind(child) == PythonSyntax.CASE_PATTERN) {
        int _ = patterns.read(child);
      } else if (!walk.isNoise(child)) {
        parts(child);
      }
    }
  }

  private void foreign(int node) {
    for (int child = node + 1; child < walk.tree.after(node); child = walk.tree.after(child)) {
      if (walk.kind(child) == PythonSyntax.IDENTIFIER && walk.frame().code() != Frame.Code.MODULE) {
        walk.frame().binding().foreign(walk.string(child));
        if (walk.kind(node) == PythonSyntax.GLOBAL) {
          bindings.global(walk.string(child));
        }
      }
    }
  }

  private void returned(int node) {
    for (int child = node + 1; child < walk.tree.after(node); child = walk.tree.after(child)) {
      if (walk.isNoise(child)) {
        continue;
      }
      if (walk.kind(child) == PythonSyntax.NONE) {
        continue;
      }
      int value = expressions.read(child);
      if (value >= 0) {
        walk.frame().returns(value);
      }
    }
  }

  private void typeAlias(int node) {
    int left = walk.field(node, PythonSyntax.F_LEFT);
    int right = walk.field(node, PythonSyntax.F_RIGHT);
    int name = left < 0 ? -1 : walk.firstPart(left);
    if (name >= 0 && walk.kind(name) != PythonSyntax.IDENTIFIER) {
      name = walk.firstPart(name);
    }
    if (right < 0 || name < 0 || walk.kind(name) != PythonSyntax.IDENTIFIER) {
      parts(node);
      return;
    }
    int declaration =
        walk.declare(walk.frame().scope(), SymbolKind.TYPE_ALIAS, name, Modifiers.NONE, node, -1);
    int type = expressions.types.read(right);
    if (type >= 0) {
      walk.facts.type(declaration, type);
    }
  }
}
