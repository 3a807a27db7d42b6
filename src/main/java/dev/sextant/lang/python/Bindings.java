package dev.sextant.lang.python;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.Form;
import dev.sextant.lang.ScopeKind;
import java.util.HashSet;
import java.util.Set;

/** Reads what is assigned: the first assignment of a name declares it. Confined to its walk. */
final class Bindings {
  private final Walk walk;
  private final Expressions expressions;
  private final Types types;
  private final Set<Integer> imported = new HashSet<>();
  private final Set<Integer> globals = new HashSet<>();
  private final Set<Integer> untyped = new HashSet<>();

  Bindings(Walk walk, Expressions expressions, Types types) {
    this.walk = walk;
    this.expressions = expressions;
    this.types = types;
  }

  /** Says that {@code name} is imported: assigning it in the module declares nothing. */
  void imported(int name) {
    imported.add(name);
  }

  /**
   * Says that functions assign {@code name} to the module, which declares it if nothing there has.
   */
  void global(int name) {
    if (!imported.contains(name)) {
      globals.add(name);
    }
  }

  /** Reads an assignment; gives the node of its value or -1. */
  int assignment(int node) {
    int left = walk.field(node, PythonSyntax.F_LEFT);
    if (left < 0 || !walk.enter()) {
      return -1;
    }
    int right = walk.field(node, PythonSyntax.F_RIGHT);
    int written = walk.field(node, PythonSyntax.F_TYPE);
    int declaration = target(left, node);
    boolean initializer = walk.frame().code() == Frame.Code.CLASS && untyped.contains(declaration);
    if (initializer) {
      walk.facts.openScope(ScopeKind.FUNCTION, declaration);
    }
    int type = written < 0 ? -1 : types.read(written);
    int value = right < 0 ? -1 : right(right);
    if (initializer) {
      walk.facts.closeScope();
    }
    settle(declaration, type, value, right < 0 ? 0 : walk.kind(right));
    walk.leave();
    return value;
  }

  private int right(int node) {
    return switch (walk.kind(node)) {
      case PythonSyntax.ASSIGNMENT -> assignment(node);
      case PythonSyntax.AUGMENTED_ASSIGNMENT -> {
        augmented(node);
        yield -1;
      }
      default -> expressions.read(node);
    };
  }

  /** Reads {@code x += 1}: it writes and declares nothing. */
  void augmented(int node) {
    int left = walk.field(node, PythonSyntax.F_LEFT);
    int right = walk.field(node, PythonSyntax.F_RIGHT);
    if (left >= 0) {
      write(left);
    }
    if (right >= 0) {
      int _ = right(right);
    }
  }

  private void write(int node) {
    int written = expressions.read(node);
    int kind = walk.kind(node);
    if (written >= 0 && (kind == PythonSyntax.IDENTIFIER || kind == PythonSyntax.ATTRIBUTE)) {
      walk.facts.role(written, Role.WRITE);
    }
  }

  /** Reads the target and iterable of a loop, in a statement or a comprehension. */
  void loop(int node) {
    int left = walk.field(node, PythonSyntax.F_LEFT);
    int declaration = left < 0 ? -1 : target(left, left);
    for (int child = left < 0 ? node + 1 : walk.tree.after(left);
        child < walk.tree.after(node);
        child = walk.tree.after(child)) {
      if (walk.syntax.fields.of(walk.tree, child) == PythonSyntax.F_RIGHT && !walk.isNoise(child)) {
        int all = expressions.read(child);
        int element = all < 0 ? -1 : walk.node(Form.INDEX, null, -1, all, -1, child);
        settle(declaration, -1, element, 0);
      }
    }
  }

  /** Reads {@code value as target}; gives the node of the value or -1. */
  int as(int node) {
    int value = walk.firstPart(node);
    int target = walk.field(node, PythonSyntax.F_ALIAS);
    int read = value < 0 ? -1 : expressions.read(value);
    if (target >= 0 && target != value) {
      settle(target(target, target), -1, walk.same(read, target), walk.kind(value));
    }
    return read;
  }

  /** Reads the clause {@code except E as e}, up to its body. */
  void caught(int type, int target) {
    int caught = types.read(type);
    if (target >= 0) {
      settle(target(target, target), caught, -1, 0);
    }
  }

  /**
   * Reads a target of the assignment {@code whole}; gives the declaration that may get the value as
   * a whole, or -1.
   */
  int target(int node, int whole) {
    switch (walk.kind(node)) {
      case PythonSyntax.IDENTIFIER -> {
        return name(node, whole, walk.frame());
      }
      case PythonSyntax.ATTRIBUTE -> {
        return attribute(node, whole);
      }
      case PythonSyntax.AS_TARGET, PythonSyntax.PARENTHESIZED -> {
        int inner = walk.firstPart(node);
        if (inner < 0 || !walk.enter()) {
          return -1;
        }
        int declaration = target(inner, whole);
        walk.leave();
        return declaration;
      }
      case PythonSyntax.SEQUENCE_PATTERN,
          PythonSyntax.SPLAT_PATTERN,
          PythonSyntax.LIST,
          PythonSyntax.TUPLE,
          PythonSyntax.SPLAT,
          PythonSyntax.EXPRESSION_LIST ->
          targets(node);
      default -> expressions.visit(node);
    }
    return -1;
  }

  private void targets(int node) {
    if (!walk.enter()) {
      return;
    }
    for (int child = node + 1; child < walk.tree.after(node); child = walk.tree.after(child)) {
      int _ = target(child, child);
    }
    walk.leave();
  }

  /** Declares or writes the name at {@code node}; gives its declaration in this frame, or -1. */
  int name(int node, int whole, Frame frame) {
    int name = walk.string(node);
    if (frame.isForeign(name) && globals.remove(name) && walk.declared(0, name) < 0) {
      return walk.declare(0, SymbolKind.VARIABLE, node, Modifiers.NONE, whole, -1);
    }
    boolean elsewhere =
        frame.isForeign(name) || (frame.code() == Frame.Code.MODULE && imported.contains(name));
    int known = elsewhere ? -1 : walk.declared(frame.scope(), name);
    if (elsewhere || known >= 0) {
      int _ = walk.node(Form.NAME, Role.WRITE, name, -1, -1, node);
      return known;
    }
    SymbolKind kind =
        switch (frame.code()) {
          case MODULE -> SymbolKind.VARIABLE;
          case CLASS -> SymbolKind.FIELD;
          case FUNCTION, COMPREHENSION -> SymbolKind.LOCAL;
        };
    int declaration = walk.declare(frame.scope(), kind, node, Modifiers.NONE, whole, -1);
    untyped.add(declaration);
    return declaration;
  }

  /** An attribute of the receiver is declared in the class, once; others are written. */
  private int attribute(int node, int whole) {
    int object = walk.field(node, PythonSyntax.F_OBJECT);
    int name = walk.field(node, PythonSyntax.F_ATTRIBUTE);
    int members =
        object < 0 || name < 0 || walk.kind(object) != PythonSyntax.IDENTIFIER
            ? -1
            : walk.frame().membersOf(walk.string(object));
    if (members < 0) {
      write(node);
      return -1;
    }
    int known = walk.declared(members, walk.string(name));
    if (known >= 0) {
      write(node);
      return known;
    }
    int declaration = walk.declare(members, SymbolKind.FIELD, name, Modifiers.NONE, whole, -1);
    untyped.add(declaration);
    int _ = expressions.read(object);
    return declaration;
  }

  /**
   * Gives a declaration its type or, without one, the value of its first assignment that is not
   * None.
   */
  void settle(int declaration, int type, int value, int valueKind) {
    if (declaration < 0 || !untyped.contains(declaration)) {
      return;
    }
    if (type >= 0) {
      walk.facts.type(declaration, type);
      untyped.remove(declaration);
    } else if (value >= 0) {
      walk.facts.initializer(declaration, value);
      if (valueKind != PythonSyntax.NONE) {
        untyped.remove(declaration);
      }
    }
  }
}
