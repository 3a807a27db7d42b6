package dev.sextant.lang.python;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FactsBuilder;
import dev.sextant.lang.Form;
import dev.sextant.syntax.SyntaxTree;
import org.jspecify.annotations.Nullable;

/** One walk over the tree of one file: where it is, and the facts it has. Confined to its file. */
final class Walk {
  /** Levels below which a subtree is left out. */
  static final int DEEPEST = 1_500;

  final PythonSyntax syntax;
  final SyntaxTree tree;
  final FactsBuilder facts;
  final NodeStack stack = new NodeStack();
  private final byte[] text;
  private final DeclaredNames names;
  private Frame frame = new Frame(Frame.Code.MODULE, null, 0);
  private int depth;

  Walk(PythonSyntax syntax, SyntaxTree tree, byte[] text, FactsBuilder facts, DeclaredNames names) {
    this.syntax = syntax;
    this.tree = tree;
    this.text = text;
    this.facts = facts;
    this.names = names;
  }

  /** Goes one level down; false when that is too deep. Each call that gave true is left. */
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
    return syntax.kinds.of(tree, node);
  }

  int field(int node, int field) {
    return syntax.fields.child(tree, node, field);
  }

  /** Whether a node is a token or a comment, which say nothing. */
  boolean isNoise(int node) {
    return tree.isLeaf(node) && kind(node) == 0;
  }

  /** The first child that says something, or -1. */
  int firstPart(int node) {
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      if (!isNoise(child)) {
        return child;
      }
    }
    return -1;
  }

  int string(int node) {
    return facts.string(tree.start(node), tree.end(node));
  }

  /** Whether the text of a node is {@code ascii}. */
  boolean reads(int node, String ascii) {
    int start = tree.start(node);
    if (tree.end(node) - start != ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (text[start + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  byte byteAt(int offset) {
    return text[offset];
  }

  Frame frame() {
    return frame;
  }

  /** Makes the names assigned from now on those of {@code scope}; gives the frame to go back to. */
  Frame push(Frame.Code code, int scope) {
    Frame outer = frame;
    frame = new Frame(code, outer, scope);
    return outer;
  }

  void pop(Frame outer) {
    frame = outer;
  }

  /** Adds a node whose edge would point at the tree node {@code at}. */
  int node(int form, @Nullable Role role, int name, int first, int list, int at) {
    return facts.node(form, role, name, first, list, tree.start(at), tree.end(at));
  }

  /** A node of the same type as {@code first}; -1 when that is nothing. */
  int same(int first, int at) {
    return first < 0 ? -1 : node(Form.SAME, null, -1, first, -1, at);
  }

  int literal(String type, int at) {
    return node(Form.LITERAL, null, facts.string(type), -1, -1, at);
  }

  /** {@code fact}, or a node that says nothing where it is -1. */
  int orUnknown(int fact, int at) {
    return fact >= 0 ? fact : node(Form.UNKNOWN, null, -1, -1, -1, at);
  }

  /** The first declaration of {@code name} in {@code scope}, or -1. */
  int declared(int scope, int name) {
    return names.find(scope, name);
  }

  /** Declares the name at {@code nameNode} in {@code scope} by the code in {@code whole}. */
  int declare(int scope, SymbolKind kind, int nameNode, int modifiers, int whole, int body) {
    int name = string(nameNode);
    int nameStart = tree.start(nameNode);
    int start = Math.min(tree.start(whole), nameStart);
    int end = Math.max(tree.end(whole), tree.end(nameNode));
    int id =
        facts.declareIn(
            scope,
            kind,
            name,
            modifiers | visibility(kind, nameNode),
            nameStart,
            tree.end(nameNode),
            start,
            body < 0 ? end : tree.start(body),
            end);
    names.add(scope, name, id);
    return id;
  }

  /** A leading underscore says private, unless the language itself calls the name. */
  private int visibility(SymbolKind kind, int nameNode) {
    int start = tree.start(nameNode);
    int end = tree.end(nameNode);
    if (!kind.isGraphSymbol() || start == end || text[start] != '_') {
      return Modifiers.NONE;
    }
    boolean special =
        end - start > 4 && text[start + 1] == '_' && text[end - 1] == '_' && text[end - 2] == '_';
    return special ? Modifiers.NONE : Modifiers.PRIVATE;
  }
}
