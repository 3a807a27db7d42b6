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
      anonymous(node);
    } else {
      named(node, name, modifiers);
    }
  }

  /** Declares a class under a name that may stand outside it. */
  void named(int node, int name, int modifiers) {
    int all = modifiers | walk.modifiers(node);
    int classBody = walk.child(node, Field.BODY);
    body(node, walk.declare(SymbolKind.CLASS, name, all, node, classBody), false);
  }

  /** Visits a class without a name; its members are no declarations. */
  void anonymous(int node) {
    body(node, walk.objects.declare(node, walk.generics.all()), true);
  }

  private void body(int node, int owner, boolean anonymous) {
    decorators(node);
    int generics = walk.generics.open(walk.child(node, Field.TYPE_PARAMETERS), owner);
    int outerClass = walk.classScope;
    boolean outerDeclares = walk.assignmentDeclares;
    boolean outerAnonymous = walk.anonymousClass;
    walk.assignmentDeclares = false;
    walk.anonymousClass = anonymous;
    walk.classScope = walk.facts.openScope(ScopeKind.TYPE, owner);
    int heritage = walk.childOfKind(node, Kind.HERITAGE);
    if (heritage >= 0) {
      heritage(heritage, owner);
    }
    int classBody = walk.child(node, Field.BODY);
    if (classBody >= 0) {
      walk.members.of(classBody, Modifiers.PUBLIC, anonymous);
    }
    walk.facts.closeScope();
    walk.classScope = outerClass;
    walk.anonymousClass = outerAnonymous;
    walk.assignmentDeclares = outerDeclares;
    walk.generics.close(generics);
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
    int generics = walk.generics.open(walk.child(node, Field.TYPE_PARAMETERS), id);
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
    walk.generics.close(generics);
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
    int generics = walk.generics.open(walk.child(node, Field.TYPE_PARAMETERS), id);
    walk.facts.openScope(ScopeKind.TYPE, id);
    if (walk.kind(value) == Kind.OBJECT_TYPE) {
      int mark = walk.lists.mark();
      walk.members.of(value, Modifiers.PUBLIC, false);
      supertypes(id, mark);
    } else {
      int type = walk.types.of(value);
      walk.facts.type(id, walk.known(type, value));
    }
    walk.facts.closeScope();
    walk.generics.close(generics);
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
}
