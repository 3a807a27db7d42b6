package dev.sextant.lang.typescript;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FactsBuilder;
import dev.sextant.lang.Form;
import dev.sextant.syntax.FieldKinds;
import dev.sextant.syntax.NodeKinds;
import dev.sextant.syntax.SyntaxTree;
import java.nio.charset.StandardCharsets;

/**
 * The walk over one tree: what its parts share, and where in the program it stands.
 *
 * <p>Recursion is bounded: a subtree nested deeper than {@link #DEEPEST} levels is skipped.
 */
final class Walk {
  private static final int DEEPEST = 800;

  final SyntaxTree tree;
  final byte[] text;
  final FactsBuilder facts;
  final NodeLists lists;
  final Statements statements = new Statements(this);
  final Variables variables = new Variables(this);
  final Functions functions = new Functions(this);
  final Parameters parameters = new Parameters(this);
  final Generics generics = new Generics(this);
  final Objects objects = new Objects(this);
  final Narrowing narrowing = new Narrowing(this);
  final TypeDeclarations typeDeclarations = new TypeDeclarations(this);
  final Members members = new Members(this);
  final Expressions expressions = new Expressions(this);
  final Assignments assignments = new Assignments(this);
  final Calls calls = new Calls(this);
  final WrittenTypes types = new WrittenTypes(this);
  final TypeForms typeForms = new TypeForms(this);
  final Imports imports = new Imports(this);
  final Requires requires = new Requires(this);
  final ModuleExports exports = new ModuleExports(this);

  /** The scope of the file or of the innermost namespace. */
  int moduleScope;

  /** Where {@code var} declares. */
  int varScope;

  /** The scope of the innermost class, -1 outside. */
  int classScope = -1;

  /** Whether the innermost class has no name, so that its members are no declarations. */
  boolean anonymousClass;

  /** Whether the result of the innermost function is written. */
  boolean returnsTyped;

  /** Whether {@code this.x = ...} makes a field, as in a constructor of JavaScript. */
  boolean assignmentDeclares;

  /** Whether this is JavaScript, where constructors make fields by assigning them. */
  final boolean script;

  private final NodeKinds kinds;
  private final FieldKinds fields;
  private int depth;

  Walk(
      SyntaxTree tree,
      byte[] text,
      NodeKinds kinds,
      FieldKinds fields,
      FactsBuilder facts,
      NodeLists lists,
      boolean script) {
    this.tree = tree;
    this.text = text;
    this.kinds = kinds;
    this.fields = fields;
    this.facts = facts;
    this.lists = lists;
    this.script = script;
  }

  void file() {
    moduleScope = facts.scope();
    varScope = moduleScope;
    statements.children(0);
    facts.closeScope();
  }

  /** Goes one level down; false when the subtree is too deep. {@link #leave} follows true. */
  boolean enter() {
    if (depth == DEEPEST) {
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }

  int kind(int node) {
    return kinds.of(tree, node);
  }

  int child(int node, int field) {
    return fields.child(tree, node, field);
  }

  /** The first child of a kind, -1 for none. */
  int childOfKind(int node, int kind) {
    int end = tree.after(node);
    for (int child = node + 1; child < end; child = tree.after(child)) {
      if (kind(child) == kind) {
        return child;
      }
    }
    return -1;
  }

  int string(int node) {
    int start = tree.start(node);
    int end = tree.end(node);
    return kind(node) == Kind.STRING && end - start >= 2
        ? facts.string(start + 1, end - 1)
        : facts.string(start, end);
  }

  /** The text of a node, without quotes around it. */
  String text(int node) {
    boolean quoted = kind(node) == Kind.STRING && tree.end(node) - tree.start(node) >= 2;
    int start = tree.start(node) + (quoted ? 1 : 0);
    int end = tree.end(node) - (quoted ? 1 : 0);
    return new String(text, start, end - start, StandardCharsets.UTF_8);
  }

  boolean is(int node, String token) {
    int start = tree.start(node);
    if (tree.end(node) - start != token.length()) {
      return false;
    }
    for (int i = 0; i < token.length(); i++) {
      if (text[start + i] != token.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Declares what {@code name} names in the innermost scope. */
  int declare(SymbolKind kind, int name, int modifiers, int node, int body) {
    return declareIn(facts.scope(), kind, name, modifiers, node, body);
  }

  int declareIn(int scope, SymbolKind kind, int name, int modifiers, int node, int body) {
    int end = tree.end(node);
    return facts.declareIn(
        scope,
        kind,
        string(name),
        modifiers,
        tree.start(name),
        tree.end(name),
        tree.start(node),
        body < 0 ? end : tree.start(body),
        end);
  }

  /** A reference whose name is a node of the tree. */
  int reference(int form, Role role, int name, int first, int list) {
    return facts.node(form, role, string(name), first, list, tree.start(name), tree.end(name));
  }

  /** A node that is no reference. */
  int plain(int form, int name, int first, int node) {
    return facts.node(form, null, name, first, -1, tree.start(node), tree.end(node));
  }

  /** The node itself, or one that says nothing in place of -1. */
  int known(int id, int node) {
    return id >= 0 ? id : plain(Form.UNKNOWN, -1, -1, node);
  }

  /** The modifiers written as direct children of a declaration. */
  int modifiers(int node) {
    int modifiers = Modifiers.NONE;
    int end = tree.after(node);
    for (int child = node + 1; child < end; child = tree.after(child)) {
      modifiers |=
          switch (kind(child)) {
            case Kind.TOKEN_STATIC -> Modifiers.STATIC;
            case Kind.TOKEN_ASYNC -> Modifiers.ASYNC;
            case Kind.TOKEN_STAR -> Modifiers.GENERATOR;
            case Kind.TOKEN_GET, Kind.TOKEN_SET -> Modifiers.ACCESSOR;
            case Kind.TOKEN_READONLY, Kind.TOKEN_CONST -> Modifiers.FINAL;
            case Kind.TOKEN_ABSTRACT -> Modifiers.ABSTRACT;
            case Kind.OVERRIDE -> Modifiers.OVERRIDE;
            case Kind.ACCESSIBILITY -> accessibility(child);
            default -> Modifiers.NONE;
          };
    }
    return modifiers;
  }

  private int accessibility(int node) {
    if (is(node, "private")) {
      return Modifiers.PRIVATE;
    }
    return is(node, "protected") ? Modifiers.PROTECTED : Modifiers.PUBLIC;
  }
}
