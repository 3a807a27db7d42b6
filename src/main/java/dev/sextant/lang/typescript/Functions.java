package dev.sextant.lang.typescript;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.Form;
import dev.sextant.lang.ScopeKind;

/** Everything that has parameters and a body: functions, methods, functions written in place. */
final class Functions {
  private final Walk walk;

  Functions(Walk walk) {
    this.walk = walk;
  }

  void declaration(int node, int modifiers) {
    int name = walk.child(node, Field.NAME);
    if (name < 0) {
      signature(node, -1);
    } else {
      named(node, name, node, walk.facts.scope(), modifiers);
    }
  }

  /** Declares {@code function} under a name that may stand outside it. */
  int named(int node, int name, int function, int scope, int modifiers) {
    int all = modifiers | walk.modifiers(function) | walk.parameters.variadic(function);
    int body = walk.child(function, Field.BODY);
    int id = walk.declareIn(scope, SymbolKind.FUNCTION, name, all, node, body);
    callable(function, id);
    return id;
  }

  /** Reads parameters, result and body of what is declared as {@code owner}. */
  void callable(int node, int owner) {
    int generics = walk.generics.open(walk.child(node, Field.TYPE_PARAMETERS), owner);
    int outerVarScope = walk.varScope;
    boolean outerDeclares = walk.assignmentDeclares;
    walk.varScope = walk.facts.openScope(ScopeKind.FUNCTION, owner);
    if (walk.kind(node) != Kind.ARROW) {
      walk.assignmentDeclares = false;
    }
    int type = head(node, owner);
    int body = walk.child(node, Field.BODY);
    if (body >= 0) {
      walk.assignmentDeclares |= walk.members.isScriptConstructor(node);
      int results = results(body, type >= 0);
      if (type < 0 && walk.facts.initializerOf(owner) < 0) {
        int all = walk.facts.node(Form.SWITCH, null, -1, -1, results, start(body), end(body));
        walk.facts.initializer(owner, all);
      }
    }
    walk.facts.closeScope();
    walk.varScope = outerVarScope;
    walk.assignmentDeclares = outerDeclares;
    walk.generics.close(generics);
  }

  private int start(int node) {
    return walk.tree.start(node);
  }

  private int end(int node) {
    return walk.tree.end(node);
  }

  /** A function written in place: the node that stands for its value. */
  int lambda(int node) {
    int generics = walk.generics.open(walk.child(node, Field.TYPE_PARAMETERS), -1);
    int outerVarScope = walk.varScope;
    boolean outerDeclares = walk.assignmentDeclares;
    int scope = walk.facts.openScope(ScopeKind.LAMBDA, -1);
    walk.varScope = scope;
    boolean arrow = walk.kind(node) == Kind.ARROW;
    if (!arrow) {
      walk.assignmentDeclares = false;
    }
    int type = head(node, -1);
    int body = walk.child(node, Field.BODY);
    int results = body < 0 ? -1 : results(body, false);
    walk.facts.closeScope();
    walk.varScope = outerVarScope;
    walk.assignmentDeclares = outerDeclares;
    boolean block = body >= 0 && walk.kind(body) == Kind.BLOCK;
    int form = block ? Form.LAMBDA_BLOCK : Form.LAMBDA;
    int words = words(node, arrow);
    int id = walk.facts.node(form, null, words, type, results, start(node), start(node));
    walk.facts.lambda(scope, id);
    walk.generics.close(generics);
    return id;
  }

  private int words(int node, boolean arrow) {
    int modifiers = walk.modifiers(node);
    String words = arrow ? "" : "function";
    if (Modifiers.has(modifiers, Modifiers.GENERATOR)) {
      words = "generator " + words;
    } else if (Modifiers.has(modifiers, Modifiers.ASYNC)) {
      words = "async " + words;
    }
    return words.isEmpty() ? -1 : walk.facts.string(words);
  }

  /** Visits a body; the list of what it gives back. */
  private int results(int body, boolean typed) {
    int mark = walk.lists.mark();
    boolean outer = walk.returnsTyped;
    walk.returnsTyped = typed;
    if (walk.kind(body) == Kind.BLOCK) {
      walk.statements.children(body);
    } else {
      int value = walk.expressions.of(body);
      if (typed && value >= 0) {
        walk.plain(Form.RETURN, -1, value, body);
      }
      if (!typed) {
        walk.lists.add(walk.known(value, body));
      }
    }
    walk.returnsTyped = outer;
    return walk.lists.take(mark, walk.facts);
  }

  /** A return statement: of a function with a written result, or one more of its results. */
  void returned(int node) {
    int value = -1;
    int end = walk.tree.after(node);
    int expression = -1;
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      if (Kind.isExpression(walk.kind(child))) {
        expression = child;
        value = walk.expressions.of(child);
      }
    }
    if (expression < 0) {
      return;
    }
    if (!walk.returnsTyped) {
      walk.lists.add(walk.known(value, expression));
    } else if (value >= 0) {
      walk.plain(Form.RETURN, -1, value, expression);
    }
  }

  /** Reads a signature that has no body and no name of its own; the node of its function type. */
  int signature(int node, int name) {
    int generics = walk.generics.open(walk.child(node, Field.TYPE_PARAMETERS), -1);
    int scope = walk.facts.openScope(ScopeKind.BLOCK, -1);
    int type = head(node, -1);
    walk.facts.closeScope();
    int parameters = walk.parameters.types(node, scope);
    walk.generics.close(generics);
    return walk.facts.node(
        Form.TYPE_FUNCTION, null, name, type, parameters, start(node), start(node));
  }

  /** Reads parameters and result; the node of the written result, or -1. */
  private int head(int node, int owner) {
    if (owner < 0 && walk.kind(node) == Kind.FUNCTION_EXPRESSION) {
      int name = walk.child(node, Field.NAME);
      if (name >= 0) {
        walk.declare(SymbolKind.LOCAL, name, Modifiers.NONE, name, -1);
      }
    }
    walk.parameters.of(node);
    int result = walk.child(node, Field.RETURN_TYPE);
    if (result < 0) {
      result = walk.child(node, Field.TYPE);
    }
    int type = result < 0 ? -1 : walk.known(walk.types.of(result), result);
    if (type >= 0 && owner >= 0) {
      walk.facts.type(owner, type);
    }
    return type;
  }
}
