package dev.sextant.lang.typescript;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.ImportKind;

/** Imports and exports of ECMAScript modules, and what TypeScript adds to them. */
final class Imports {
  private static final String DEFAULT = "default";

  private final Walk walk;

  Imports(Walk walk) {
    this.walk = walk;
  }

  void statement(int node) {
    int required = walk.childOfKind(node, Kind.IMPORT_REQUIRE);
    if (required >= 0) {
      int source = walk.child(required, Field.SOURCE);
      int name = walk.childOfKind(required, Kind.IDENTIFIER);
      if (source >= 0 && name >= 0) {
        add(ImportKind.MODULE, walk.string(source), -1, walk.string(name), name);
      }
      return;
    }
    int source = walk.child(node, Field.SOURCE);
    int clause = walk.childOfKind(node, Kind.IMPORT_CLAUSE);
    if (source < 0 || clause < 0) {
      return;
    }
    int path = walk.string(source);
    int end = walk.tree.after(clause);
    for (int child = clause + 1; child < end; child = walk.tree.after(child)) {
      switch (walk.kind(child)) {
        case Kind.IDENTIFIER -> add(ImportKind.DEFAULT, path, -1, walk.string(child), child);
        case Kind.NAMESPACE_IMPORT -> {
          int name = walk.childOfKind(child, Kind.IDENTIFIER);
          if (name >= 0) {
            add(ImportKind.MODULE, path, -1, walk.string(name), name);
          }
        }
        case Kind.NAMED_IMPORTS -> specifiers(child, path, ImportKind.NAMED);
        default -> {}
      }
    }
  }

  private void specifiers(int node, int path, int kind) {
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      int name = walk.kind(child) == Kind.SPECIFIER ? walk.child(child, Field.NAME) : -1;
      if (name >= 0) {
        int alias = walk.child(child, Field.ALIAS);
        int here = walk.string(alias < 0 ? name : alias);
        if (kind == ImportKind.NAMED && walk.is(name, DEFAULT)) {
          add(ImportKind.DEFAULT, path, -1, here, name);
        } else {
          add(kind, path, walk.string(name), here, name);
        }
      }
    }
  }

  /** {@code import A = B.C}. */
  void alias(int node, int modifiers) {
    int name = walk.childOfKind(node, Kind.IDENTIFIER);
    int end = walk.tree.after(node);
    if (name < 0) {
      return;
    }
    int id = walk.declare(SymbolKind.VARIABLE, name, modifiers, node, -1);
    for (int child = walk.tree.after(name); child < end; child = walk.tree.after(child)) {
      if (Kind.isExpression(walk.kind(child))) {
        int value = walk.expressions.of(child);
        if (value >= 0) {
          walk.facts.initializer(id, value);
        }
      }
    }
  }

  void export(int node) {
    int source = walk.child(node, Field.SOURCE);
    int clause = walk.childOfKind(node, Kind.EXPORT_CLAUSE);
    if (source >= 0) {
      from(node, walk.string(source), clause);
    } else if (clause >= 0) {
      specifiers(clause, walk.facts.string(""), ImportKind.REEXPORT);
    } else {
      declared(node);
    }
  }

  private void from(int node, int path, int clause) {
    int namespace = walk.childOfKind(node, Kind.NAMESPACE_EXPORT);
    int name = namespace < 0 ? -1 : walk.childOfKind(namespace, Kind.IDENTIFIER);
    if (clause >= 0) {
      specifiers(clause, path, ImportKind.REEXPORT);
    } else if (name >= 0) {
      int alias = walk.string(name);
      add(ImportKind.MODULE, path, -1, alias, name);
      add(ImportKind.REEXPORT, walk.facts.string(""), alias, alias, name);
    } else {
      add(ImportKind.REEXPORT_ALL, path, -1, -1, walk.child(node, Field.SOURCE));
    }
  }

  private void declared(int node) {
    int byDefault = walk.childOfKind(node, Kind.TOKEN_DEFAULT);
    boolean assigned = walk.childOfKind(node, Kind.TOKEN_EQUALS) >= 0;
    int modifiers = Modifiers.EXPORTED | (byDefault >= 0 ? Modifiers.DEFAULT : 0);
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      if (walk.tree.isLeaf(child) && walk.kind(child) != Kind.IDENTIFIER) {
        continue;
      }
      if (byDefault >= 0 && walk.kind(child) != Kind.DECORATOR) {
        byDefault(child, byDefault, modifiers);
      } else if (assigned && walk.kind(child) == Kind.IDENTIFIER) {
        exported(child, ModuleExports.WHOLE);
      } else {
        walk.statements.visit(child, modifiers);
      }
    }
  }

  private void byDefault(int value, int keyword, int modifiers) {
    int kind = walk.kind(value);
    int name = kind == Kind.IDENTIFIER ? value : walk.child(value, Field.NAME);
    switch (kind) {
      case Kind.IDENTIFIER -> defaultName(value);
      case Kind.ARROW, Kind.FUNCTION_EXPRESSION, Kind.FUNCTION -> {
        int named = name < 0 ? keyword : name;
        int scope = walk.facts.scope();
        int _ = walk.functions.named(value, named, value, scope, modifiers);
        defaultName(named);
      }
      case Kind.CLASS_EXPRESSION, Kind.CLASS, Kind.ABSTRACT_CLASS -> {
        int named = name < 0 ? keyword : name;
        walk.typeDeclarations.named(value, named, modifiers);
        defaultName(named);
      }
      default -> {
        walk.statements.visit(value, modifiers);
        if (name >= 0 && !Kind.isExpression(kind)) {
          defaultName(name);
        }
      }
    }
  }

  private void defaultName(int name) {
    exported(name, DEFAULT);
  }

  /** Says that what {@code name} means here is exported as {@code alias}. */
  void exported(int name, String alias) {
    int path = walk.facts.string("");
    add(ImportKind.REEXPORT, path, walk.string(name), walk.facts.string(alias), name);
  }

  void add(int kind, int path, int name, int alias, int at) {
    walk.facts.imported(kind, path, name, alias, walk.tree.start(at), walk.tree.end(at));
  }
}
