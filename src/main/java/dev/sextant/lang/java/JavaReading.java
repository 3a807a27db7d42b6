package dev.sextant.lang.java;

import dev.sextant.graph.Role;
import dev.sextant.lang.FactsBuilder;
import dev.sextant.lang.Form;
import dev.sextant.syntax.FieldKinds;
import dev.sextant.syntax.NodeKinds;
import dev.sextant.syntax.SyntaxTree;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One Java file being read: its tree, its facts so far, and the readers of its parts.
 *
 * <p>Reading follows the nesting of the tree only so far: what is nested deeper is left out, so
 * that no file can exhaust the stack.
 *
 * <p><b>Threads:</b> confined to its extractor.
 */
final class JavaReading {
  static final int INT = 0;
  static final int LONG = 1;
  static final int FLOAT = 2;
  static final int DOUBLE = 3;
  static final int CHAR = 4;
  static final int BOOLEAN = 5;
  static final int STRING = 6;
  static final int NULL = 7;
  static final int CLASS = 8;

  private static final String[] LITERALS = {
    "int", "long", "float", "double", "char", "boolean", "String", "null", "Class"
  };

  private static final int DEEPEST = 1_500;

  final FactsBuilder facts;
  final SyntaxTree tree;
  final TypeReader types;
  final ExpressionReader expressions;
  final OperatorReader operators;
  final ArrayReader arrays;
  final CallReader calls;
  final LambdaReader lambdas;
  final SwitchReader switches;
  final PatternReader patterns;
  final GivenValues given;
  final StatementReader statements;
  final VariableReader variables;
  final ComponentReader components;
  final DeclarationReader declarations;
  final MemberReader members;

  private final byte[] text;
  private final NodeKinds kinds;
  private final FieldKinds fields;
  private final int[] literals = new int[LITERALS.length];
  private int[] stack = new int[64];
  private int[] items = new int[16];
  private int top;
  private int depth;
  private int unknown = -1;
  private int emptyList = -1;

  JavaReading(
      FactsBuilder facts, SyntaxTree tree, byte[] text, NodeKinds kinds, FieldKinds fields) {
    this.facts = facts;
    this.tree = tree;
    this.text = text;
    this.kinds = kinds;
    this.fields = fields;
    Arrays.fill(literals, -1);
    types = new TypeReader(this);
    expressions = new ExpressionReader(this);
    operators = new OperatorReader(this);
    arrays = new ArrayReader(this);
    calls = new CallReader(this);
    lambdas = new LambdaReader(this);
    switches = new SwitchReader(this);
    patterns = new PatternReader(this);
    given = new GivenValues(this);
    statements = new StatementReader(this);
    variables = new VariableReader(this);
    components = new ComponentReader(this);
    declarations = new DeclarationReader(this);
    members = new MemberReader(this);
  }

  /** Reads whatever stands at a node; the node of its value, -1 when it has none. */
  int visit(int node) {
    int kind = kind(node);
    if (kind == 0) {
      return -1;
    }
    if (!enter()) {
      return -1;
    }
    int value = -1;
    if (kind <= JavaKinds.LAST_EXPRESSION) {
      value = expressions.read(node, kind);
    } else if (kind <= JavaKinds.LAST_STATEMENT) {
      value = statements.read(node, kind);
    } else if (kind <= JavaKinds.LAST_DECLARATION) {
      declarations.read(node, kind, DeclarationReader.LOCAL);
    } else if (kind <= JavaKinds.LAST_TYPE) {
      types.read(node, Role.TYPE);
    } else if (kind == JavaKinds.ANNOTATION) {
      types.annotation(node);
    } else if (kind == JavaKinds.ERROR) {
      broken(node);
    }
    leave();
    return value;
  }

  /** Reads all children of a node. */
  void visitChildren(int node) {
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      visit(child);
    }
  }

  /** A bare identifier in broken text may be anything, so only what has a form is read. */
  private void broken(int node) {
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int kind = kind(child);
      if (kind != JavaKinds.IDENTIFIER && kind != JavaKinds.TYPE_IDENTIFIER) {
        visit(child);
      }
    }
  }

  /** Goes one level down, unless that is too deep; {@link #leave} comes back. */
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
    return kinds.of(tree.symbol(node));
  }

  /** The first child in a field, or -1. */
  int child(int node, int field) {
    return fields.child(tree, node, field);
  }

  int field(int node) {
    return fields.of(tree, node);
  }

  /** The first child of a kind, or -1. */
  int childOfKind(int node, int kind) {
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      if (kind(child) == kind) {
        return child;
      }
    }
    return -1;
  }

  int string(int node) {
    return facts.string(tree.start(node), tree.end(node));
  }

  byte byteAt(int offset) {
    return text[offset];
  }

  /** Whether a written type is {@code var}. */
  boolean isVar(int type) {
    int start = tree.start(type);
    return kind(type) == JavaKinds.TYPE_IDENTIFIER
        && tree.end(type) - start == 3
        && text[start] == 'v'
        && text[start + 1] == 'a'
        && text[start + 2] == 'r';
  }

  /** Whether a name is the one that names nothing. */
  boolean isUnderscore(int name) {
    int start = tree.start(name);
    return tree.end(name) - start == 1 && text[start] == '_';
  }

  /** A node of a form, spanning a node of the tree, with that node's text as its name. */
  int named(int form, @Nullable Role role, int node) {
    return facts.node(form, role, string(node), -1, -1, tree.start(node), tree.end(node));
  }

  /** A node without a name. */
  int unnamed(int form, int first, int node) {
    return facts.node(form, null, -1, first, -1, tree.start(node), tree.end(node));
  }

  /** A node without a name that is made of others: {@code first} and a list, either may be -1. */
  int composed(int form, int first, int list, int node) {
    return facts.node(form, null, -1, first, list, tree.start(node), tree.end(node));
  }

  int literal(int which, int node) {
    return literal(which, -1, node);
  }

  int literal(int which, int first, int node) {
    if (literals[which] < 0) {
      literals[which] = facts.string(LITERALS[which]);
    }
    return facts.node(
        Form.LITERAL, null, literals[which], first, -1, tree.start(node), tree.end(node));
  }

  /** The value itself, or the node for what is not known when there is none. */
  int known(int value) {
    if (value >= 0) {
      return value;
    }
    if (unknown < 0) {
      unknown = facts.node(Form.UNKNOWN, null, -1, -1, -1, 0, 0);
    }
    return unknown;
  }

  /** Where a list that is started now begins; see {@link #list}. */
  int mark() {
    return top;
  }

  void push(int value) {
    hold(known(value));
  }

  /** Pushes a number as it is; {@link #held} reads it and {@link #drop} ends it. */
  void hold(int number) {
    if (top == stack.length) {
      stack = Arrays.copyOf(stack, 2 * top);
    }
    stack[top++] = number;
  }

  /** The number that was pushed when {@link #mark} was {@code at}. */
  int held(int at) {
    return stack[at];
  }

  /** Pops what was pushed since {@link #mark}. */
  void drop(int mark) {
    top = mark;
  }

  /** The list of one value. */
  int listOf(int value) {
    int mark = mark();
    push(value);
    return list(mark);
  }

  /** The list of two values. */
  int listOf(int left, int right) {
    int mark = mark();
    push(left);
    push(right);
    return list(mark);
  }

  /** The list of what was pushed since {@link #mark}; that is popped. */
  int list(int mark) {
    int count = top - mark;
    top = mark;
    if (count == 0) {
      if (emptyList < 0) {
        emptyList = facts.list(items, 0);
      }
      return emptyList;
    }
    if (count > items.length) {
      items = new int[2 * count];
    }
    System.arraycopy(stack, mark, items, 0, count);
    return facts.list(items, count);
  }
}
