package dev.sextant.lang.python;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.ScopeKind;

/** Reads functions and classes with their decorators. Confined to its walk. */
final class Definitions {
  private final Walk walk;
  private final Expressions expressions;
  private final Statements statements;

  Definitions(Walk walk, Expressions expressions, Statements statements) {
    this.walk = walk;
    this.expressions = expressions;
    this.statements = statements;
  }

  /** Reads a definition after its decorators, which run outside of it. */
  void decorated(int node) {
    var marks = new Marks();
    for (int child = node + 1; child < walk.tree.after(node); child = walk.tree.after(child)) {
      if (walk.kind(child) == PythonSyntax.DECORATOR) {
        int expression = walk.firstPart(child);
        if (expression >= 0) {
          marks.add(expression);
          expressions.visit(expression);
        }
      }
    }
    int definition = walk.field(node, PythonSyntax.F_DEFINITION);
    if (definition >= 0) {
      define(definition, node, marks);
    }
  }

  /** Reads a definition without decorators. */
  void plain(int node) {
    define(node, node, new Marks());
  }

  private void define(int node, int whole, Marks marks) {
    int name = walk.field(node, PythonSyntax.F_NAME);
    if (name < 0 || walk.tree.start(name) == walk.tree.end(name)) {
      statements.parts(node);
    } else if (walk.kind(node) == PythonSyntax.CLASS) {
      type(node, name, whole, marks);
    } else {
      function(node, name, whole, marks);
    }
  }

  private void function(int node, int name, int whole, Marks marks) {
    int body = walk.field(node, PythonSyntax.F_BODY);
    boolean member = walk.frame().code() == Frame.Code.CLASS;
    int modifiers = marks.modifiers;
    if (walk.kind(node + 1) == PythonSyntax.ASYNC) {
      modifiers |= Modifiers.ASYNC;
    }
    int members = walk.frame().scope();
    int declaration =
        walk.declare(members, functionKind(name, member, marks), name, modifiers, whole, body);
    walk.facts.openScope(ScopeKind.FUNCTION, declaration);
    Frame outer = walk.push(Frame.Code.FUNCTION, walk.facts.scope());
    int typeParameters = walk.field(node, PythonSyntax.F_TYPE_PARAMETERS);
    if (typeParameters >= 0) {
      expressions.parameters().types(typeParameters);
    }
    int parameters = walk.field(node, PythonSyntax.F_PARAMETERS);
    if (parameters >= 0) {
      expressions.parameters().members(members);
      expressions
          .parameters()
          .read(
              parameters,
              member && !marks.unbound ? Parameters.Receiver.FIRST : Parameters.Receiver.NONE);
    }
    int written = walk.field(node, PythonSyntax.F_RETURN_TYPE);
    int type = written < 0 ? -1 : expressions.types.read(written);
    if (body >= 0) {
      statements.parts(body);
    }
    int returned = walk.frame().returned();
    if (type >= 0) {
      walk.facts.type(declaration, type);
    } else if (written < 0 && returned >= 0) {
      walk.facts.initializer(declaration, returned);
    }
    walk.pop(outer);
    walk.facts.closeScope();
  }

  private SymbolKind functionKind(int name, boolean member, Marks marks) {
    if (!member) {
      return SymbolKind.FUNCTION;
    }
    if (marks.property) {
      return SymbolKind.PROPERTY;
    }
    return walk.reads(name, "__init__") ? SymbolKind.CONSTRUCTOR : SymbolKind.METHOD;
  }

  /**
   * Reads a class. Its bases and type parameters stand in a block around its body, so that they are
   * the class's references and see none of its members.
   */
  private void type(int node, int name, int whole, Marks marks) {
    int body = walk.field(node, PythonSyntax.F_BODY);
    int bases = walk.field(node, PythonSyntax.F_SUPERCLASSES);
    int typeParameters = walk.field(node, PythonSyntax.F_TYPE_PARAMETERS);
    int declaration =
        walk.declare(walk.frame().scope(), SymbolKind.CLASS, name, marks.modifiers, whole, body);
    boolean head = bases >= 0 || typeParameters >= 0;
    if (head) {
      walk.facts.openScope(ScopeKind.BLOCK, declaration);
    }
    if (typeParameters >= 0) {
      expressions.parameters().types(typeParameters);
    }
    if (bases >= 0) {
      walk.facts.supertypes(declaration, bases(bases));
    }
    walk.facts.openScope(ScopeKind.TYPE, declaration);
    Frame outer = walk.push(Frame.Code.CLASS, walk.facts.scope());
    if (body >= 0) {
      statements.parts(body);
    }
    walk.pop(outer);
    walk.facts.closeScope();
    if (head) {
      walk.facts.closeScope();
    }
  }

  private int bases(int node) {
    int mark = walk.stack.mark();
    for (int child = node + 1; child < walk.tree.after(node); child = walk.tree.after(child)) {
      switch (walk.kind(child)) {
        case PythonSyntax.IDENTIFIER, PythonSyntax.ATTRIBUTE, PythonSyntax.SUBSCRIPT -> {
          int type = expressions.types.read(child);
          if (type >= 0) {
            walk.stack.push(type);
          }
        }
        default -> expressions.visit(child);
      }
    }
    return walk.stack.list(mark, walk.facts);
  }

  /** What the decorators of one definition say of it. */
  private final class Marks {
    private int modifiers;
    private boolean property;
    private boolean unbound;

    void add(int expression) {
      int name = expression;
      if (walk.kind(name) == PythonSyntax.CALL) {
        name = walk.field(name, PythonSyntax.F_FUNCTION);
      }
      boolean dotted = name >= 0 && walk.kind(name) == PythonSyntax.ATTRIBUTE;
      if (dotted) {
        name = walk.field(name, PythonSyntax.F_ATTRIBUTE);
      }
      if (name < 0) {
        return;
      }
      if (walk.reads(name, "staticmethod")) {
        modifiers |= Modifiers.STATIC;
        unbound = true;
      } else if (walk.reads(name, "classmethod")) {
        modifiers |= Modifiers.STATIC;
      } else if (walk.reads(name, "property")
          || walk.reads(name, "cached_property")
          || (dotted && (walk.reads(name, "setter") || walk.reads(name, "deleter")))) {
        property = true;
      } else if (walk.reads(name, "abstractmethod")) {
        modifiers |= Modifiers.ABSTRACT;
      } else if (walk.reads(name, "override")) {
        modifiers |= Modifiers.OVERRIDE;
      } else if (walk.reads(name, "final")) {
        modifiers |= Modifiers.FINAL;
      } else if (walk.reads(name, "deprecated")) {
        modifiers |= Modifiers.DEPRECATED;
      }
    }
  }
}
