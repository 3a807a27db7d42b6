package dev.sextant.lang.typescript;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.ScopeKind;

/** Classes, interfaces, enumerations, type aliases and namespaces. */
final class TypeDeclarations {
  private final Walk walk;

  TypeDeclarations(Walk walk) {
    this.walk = walk;
  }

  /** Declares a class by its own name; a class without one belongs to nothing. */
  void classLike(int node, int modifiers) {
    int name = walk.child(node, Field.NAME);
    if (name < 0) {
      body(node, -1);
    } else {
      named(node, name, modifiers);
    }
  }

  /** Declares a class under a name that may stand outside it. */
  void named(int node, int name, int modifiers) {
    int all = modifiers | walk.modifiers(node);
    int classBody = walk.child(node, Field.BODY);
    body(node, walk.declare(SymbolKind.CLASS, name, all, node, classBody));
  }

  /** Visits a class that is declared as {@code owner}, -1 for an anonymous one. */
  void body(int node, int owner) {
    decorators(node);
    boolean generic = openTypeParameters(node);
    int outerClass = walk.classScope;
    boolean outerDeclares = walk.assignmentDeclares;
    walk.assignmentDeclares = false;
    walk.classScope = walk.facts.openScope(owner < 0 ? ScopeKind.BLOCK : ScopeKind.TYPE, owner);
    int heritage = walk.childOfKind(node, Kind.HERITAGE);
    if (heritage >= 0) {
      heritage(heritage, owner);
    }
    int classBody = walk.child(node, Field.BODY);
    if (classBody >= 0) {
      walk.members.of(classBody, Modifiers.PUBLIC, owner < 0);
    }
    walk.facts.closeScope();
    walk.classScope = outerClass;
    walk.assignmentDeclares = outerDeclares;
    closeTypeParameters(generic);
  }

  private void decorators(int node) {
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      if (walk.kind(child) == Kind.DECORATOR) {
        walk.statements.visit(child);
      }
    }
  }

  private void heritage(int node, int owner) {
    int mark = walk.lists.mark();
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      int kind = walk.kind(child);
      if (kind == Kind.EXTENDS || kind == Kind.IMPLEMENTS) {
        clause(child);
      } else if (Kind.isExpression(kind)) {
        addSupertype(walk.types.named(child, -1));
      }
    }
    supertypes(owner, mark);
  }

  private void clause(int node) {
    int arguments = walk.child(node, Field.TYPE_ARGUMENTS);
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      int kind = walk.kind(child);
      if (Kind.isExpression(kind)) {
        addSupertype(walk.types.named(child, arguments));
      } else if (Kind.isType(kind)) {
        addSupertype(walk.types.of(child));
      }
    }
  }

  private void addSupertype(int type) {
    if (type >= 0) {
      walk.lists.add(type);
    }
  }

  private void supertypes(int owner, int mark) {
    if (owner < 0 || walk.lists.isEmpty(mark)) {
      walk.lists.drop(mark);
    } else {
      walk.facts.supertypes(owner, walk.lists.take(mark, walk.facts));
    }
  }

  void interfaceLike(int node, int modifiers) {
    int name = walk.child(node, Field.NAME);
    int body = walk.child(node, Field.BODY);
    if (name < 0) {
      return;
    }
    int id = walk.declare(SymbolKind.INTERFACE, name, modifiers, node, body);
    boolean generic = openTypeParameters(node);
    walk.facts.openScope(ScopeKind.TYPE, id);
    int extended = walk.childOfKind(node, Kind.EXTENDS_TYPE);
    if (extended >= 0) {
      int mark = walk.lists.mark();
      clause(extended);
      supertypes(id, mark);
    }
    if (body >= 0) {
      walk.members.of(body, Modifiers.PUBLIC, false);
    }
    walk.facts.closeScope();
    closeTypeParameters(generic);
  }

  void enumeration(int node, int modifiers) {
    int name = walk.child(node, Field.NAME);
    int body = walk.child(node, Field.BODY);
    if (name < 0 || body < 0) {
      return;
    }
    int id = walk.declare(SymbolKind.ENUM, name, modifiers, node, body);
    walk.facts.openScope(ScopeKind.TYPE, id);
    walk.members.constants(body);
    walk.facts.closeScope();
  }

  /** A type alias; one for an object type has that type's members. */
  void alias(int node, int modifiers) {
    int name = walk.child(node, Field.NAME);
    int value = walk.child(node, Field.VALUE);
    if (name < 0 || value < 0) {
      return;
    }
    int id = walk.declare(SymbolKind.TYPE_ALIAS, name, modifiers, node, value);
    boolean generic = openTypeParameters(node);
    walk.facts.openScope(ScopeKind.TYPE, id);
    if (walk.kind(value) == Kind.OBJECT_TYPE) {
      walk.members.of(value, Modifiers.PUBLIC, false);
    } else {
      int type = walk.types.of(value);
      if (type >= 0) {
        walk.facts.type(id, type);
      }
    }
    walk.facts.closeScope();
    closeTypeParameters(generic);
  }

  void namespace(int node, int modifiers) {
    int name = walk.child(node, Field.NAME);
    int body = walk.child(node, Field.BODY);
    if (name < 0) {
      return;
    }
    int id = walk.declare(SymbolKind.NAMESPACE, name, modifiers, node, body);
    int outerModule = walk.moduleScope;
    int outerVarScope = walk.varScope;
    walk.moduleScope = walk.facts.openScope(ScopeKind.TYPE, id);
    walk.varScope = walk.moduleScope;
    if (body >= 0) {
      walk.statements.children(body);
    }
    walk.facts.closeScope();
    walk.moduleScope = outerModule;
    walk.varScope = outerVarScope;
  }

  private boolean openTypeParameters(int node) {
    int parameters = walk.child(node, Field.TYPE_PARAMETERS);
    if (parameters < 0) {
      return false;
    }
    walk.facts.openScope(ScopeKind.BLOCK, -1);
    walk.statements.children(parameters);
    return true;
  }

  private void closeTypeParameters(boolean opened) {
    if (opened) {
      walk.facts.closeScope();
    }
  }
}
