package dev.sextant.lang.python;

import dev.sextant.lang.ImportKind;

/** Reads import statements. Confined to its walk. */
final class Imports {
  private final Walk walk;
  private final Bindings bindings;

  Imports(Walk walk, Bindings bindings) {
    this.walk = walk;
    this.bindings = bindings;
  }

  /** Reads {@code import a.b as c, d}; without an alias the first name of the path is bound. */
  void modules(int node) {
    for (int child = node + 1; child < walk.tree.after(node); child = walk.tree.after(child)) {
      if (walk.syntax.fields.of(walk.tree, child) != PythonSyntax.F_NAME) {
        continue;
      }
      if (walk.kind(child) == PythonSyntax.ALIASED_IMPORT) {
        int name = walk.field(child, PythonSyntax.F_NAME);
        int alias = walk.field(child, PythonSyntax.F_ALIAS);
        if (name >= 0 && alias >= 0) {
          add(ImportKind.MODULE, walk.string(name), -1, walk.string(alias), name);
        }
      } else {
        int first = walk.firstPart(child);
        int bound = first < 0 ? child : first;
        add(ImportKind.MODULE, walk.string(bound), -1, walk.string(bound), bound);
      }
    }
  }

  /** Reads {@code from m import x as y, z} and {@code from m import *}. */
  void names(int node) {
    int module = walk.field(node, PythonSyntax.F_MODULE_NAME);
    if (module < 0) {
      return;
    }
    int path = walk.string(module);
    for (int child = walk.tree.after(module);
        child < walk.tree.after(node);
        child = walk.tree.after(child)) {
      if (walk.kind(child) == PythonSyntax.WILDCARD_IMPORT) {
        add(ImportKind.WILDCARD, path, -1, -1, child);
      } else if (walk.syntax.fields.of(walk.tree, child) == PythonSyntax.F_NAME) {
        int name = child;
        int alias = child;
        if (walk.kind(child) == PythonSyntax.ALIASED_IMPORT) {
          name = walk.field(child, PythonSyntax.F_NAME);
          alias = walk.field(child, PythonSyntax.F_ALIAS);
        }
        if (name >= 0 && alias >= 0) {
          add(ImportKind.NAMED, path, walk.string(name), walk.string(alias), name);
        }
      }
    }
  }

  private void add(int kind, int path, int name, int alias, int at) {
    if (alias >= 0) {
      bindings.imported(alias);
    }
    walk.facts.imported(kind, path, name, alias, walk.tree.start(at), walk.tree.end(at));
  }
}
