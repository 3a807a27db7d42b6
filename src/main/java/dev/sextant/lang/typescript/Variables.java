package dev.sextant.lang.typescript;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.Form;
import dev.sextant.lang.ScopeKind;

/** Variables and the patterns that declare several at once. */
final class Variables {
  private final Walk walk;

  Variables(Walk walk) {
    this.walk = walk;
  }

  void declarations(int node, int modifiers) {
    int own = modifiers;
    boolean var = walk.childOfKind(node, Kind.TOKEN_VAR) >= 0;
    if (walk.childOfKind(node, Kind.TOKEN_CONST) >= 0) {
      own |= Modifiers.FINAL;
    }
    int scope = var ? walk.varScope : walk.facts.scope();
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      if (walk.kind(child) == Kind.DECLARATOR) {
        declarator(child, scope, own);
      }
    }
  }

  private void declarator(int node, int scope, int modifiers) {
    int name = walk.child(node, Field.NAME);
    int value = walk.child(node, Field.VALUE);
    int type = walk.child(node, Field.TYPE);
    if (name < 0 || walk.requires.variable(name, value)) {
      return;
    }
    SymbolKind kind = scope == walk.moduleScope ? SymbolKind.VARIABLE : SymbolKind.LOCAL;
    if (walk.kind(name) != Kind.IDENTIFIER) {
      declarePattern(name, scope, kind, modifiers);
      int written = type < 0 ? -1 : walk.types.of(type);
      int source = value < 0 ? -1 : walk.expressions.of(value);
      bind(
          name,
          scope,
          written < 0 ? walk.known(source, name) : walk.plain(Form.CAST, -1, written, type));
      return;
    }
    int valueKind = value < 0 ? 0 : walk.kind(value);
    switch (valueKind) {
      case Kind.ARROW, Kind.FUNCTION_EXPRESSION -> {
        int all = (modifiers & ~Modifiers.FINAL) | walk.modifiers(value);
        int variadic = walk.parameters.variadic(value);
        int body = walk.child(value, Field.BODY);
        int id = walk.declareIn(scope, SymbolKind.FUNCTION, name, all | variadic, node, body);
        targetType(id, type);
        walk.functions.callable(value, id);
      }
      case Kind.CLASS_EXPRESSION ->
          walk.typeDeclarations.named(value, name, modifiers & ~Modifiers.FINAL);
      default -> {
        int id = walk.declareIn(scope, kind, name, modifiers, node, value);
        if (kind == SymbolKind.VARIABLE) {
          int outer = walk.varScope;
          walk.varScope = walk.facts.openScope(ScopeKind.FUNCTION, id);
          walk.objects.moduleValue(value);
          typeOrValue(id, type, value);
          walk.facts.closeScope();
          walk.varScope = outer;
        } else {
          typeOrValue(id, type, value);
        }
      }
    }
  }

  /** Sets the written type of a declaration, and its initialiser. */
  void typeOrValue(int declaration, int type, int value) {
    int written = type < 0 ? -1 : walk.known(walk.types.of(type), type);
    int source = value < 0 ? -1 : walk.expressions.of(value);
    if (written >= 0) {
      walk.facts.type(declaration, written);
    }
    if (source >= 0) {
      walk.facts.initializer(declaration, source);
    }
  }

  /** Sets the type that is written for a function as a whole: what its initialiser is cast to. */
  void targetType(int declaration, int type) {
    int written = type < 0 ? -1 : walk.types.of(type);
    if (written >= 0) {
      walk.facts.initializer(declaration, walk.plain(Form.CAST, -1, written, type));
    }
  }

  /** Declares every name of a pattern. */
  void declarePattern(int node, int scope, SymbolKind kind, int modifiers) {
    if (!walk.enter()) {
      return;
    }
    switch (walk.kind(node)) {
      case Kind.IDENTIFIER, Kind.SHORTHAND_PATTERN ->
          walk.declareIn(scope, kind, node, modifiers, node, -1);
      case Kind.OBJECT_PATTERN, Kind.ARRAY_PATTERN, Kind.REST_PATTERN -> {
        int end = walk.tree.after(node);
        for (int child = node + 1; child < end; child = walk.tree.after(child)) {
          declarePattern(child, scope, kind, modifiers);
        }
      }
      case Kind.ASSIGNMENT_PATTERN, Kind.OBJECT_ASSIGNMENT_PATTERN ->
          declareIfPresent(walk.child(node, Field.LEFT), scope, kind, modifiers);
      case Kind.PAIR_PATTERN ->
          declareIfPresent(walk.child(node, Field.VALUE), scope, kind, modifiers);
      default -> {}
    }
    walk.leave();
  }

  private void declareIfPresent(int node, int scope, SymbolKind kind, int modifiers) {
    if (node >= 0) {
      declarePattern(node, scope, kind, modifiers);
    }
  }

  /** Reads the parts of {@code source} (-1 for unknown) that the names of a pattern stand for. */
  void bind(int node, int scope, int source) {
    if (!walk.enter()) {
      return;
    }
    switch (walk.kind(node)) {
      case Kind.IDENTIFIER -> initialise(node, scope, source);
      case Kind.SHORTHAND_PATTERN -> initialise(node, scope, member(node, source));
      case Kind.OBJECT_PATTERN -> bindChildren(node, scope, source);
      case Kind.ARRAY_PATTERN -> bindElements(node, scope, source);
      case Kind.REST_PATTERN -> bindChildren(node, scope, source);
      case Kind.ASSIGNMENT_PATTERN, Kind.OBJECT_ASSIGNMENT_PATTERN -> {
        int left = walk.child(node, Field.LEFT);
        int right = walk.child(node, Field.RIGHT);
        int value = right < 0 ? -1 : walk.expressions.of(right);
        if (left >= 0 && source < 0 && walk.kind(left) == Kind.SHORTHAND_PATTERN) {
          initialise(left, scope, value);
        } else if (left >= 0) {
          bind(left, scope, source < 0 ? value : source);
        }
      }
      case Kind.PAIR_PATTERN -> bindPair(node, scope, source);
      default -> {}
    }
    walk.leave();
  }

  private void bindPair(int node, int scope, int source) {
    int key = walk.child(node, Field.KEY);
    int value = walk.child(node, Field.VALUE);
    int part = -1;
    if (key >= 0 && walk.kind(key) == Kind.PROPERTY_NAME) {
      part = member(key, source);
    } else if (key >= 0) {
      walk.statements.visit(key);
    }
    if (value >= 0) {
      bind(value, scope, part);
    }
  }

  private void bindElements(int node, int scope, int source) {
    int place = 0;
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      if (walk.is(child, ",")) {
        place++;
      } else if (!walk.tree.isLeaf(child) || walk.kind(child) == Kind.IDENTIFIER) {
        boolean rest = walk.kind(child) == Kind.REST_PATTERN;
        int name = rest || source < 0 ? -1 : walk.facts.string(Integer.toString(place));
        bind(child, scope, name < 0 ? source : walk.plain(Form.INDEX, name, source, child));
      }
    }
  }

  private void bindChildren(int node, int scope, int source) {
    int end = walk.tree.after(node);
    for (int child = node + 1; child < end; child = walk.tree.after(child)) {
      bind(child, scope, source);
    }
  }

  private int member(int name, int source) {
    return source < 0 ? -1 : walk.reference(Form.MEMBER, Role.READ, name, source, -1);
  }

  private void initialise(int name, int scope, int source) {
    int id = source < 0 ? -1 : walk.facts.declaredIn(scope, walk.string(name));
    if (id >= 0) {
      walk.facts.initializer(id, source);
    }
  }
}
