package dev.sextant.syntax;

/**
 * A syntax tree as rows of ints in pre-order: node 0 is the root, a node's subtree is the run from
 * it to {@link #after}, and a child of {@code n} is found at {@code n + 1} or at {@code after} of
 * the child before it.
 *
 * <p>To visit the children of a node:
 *
 * <pre>{@code
 * for (int child = node + 1; child < tree.after(node); child = tree.after(child)) { ... }
 * }</pre>
 *
 * <p>Both named nodes and literal tokens are here. Offsets are bytes of the UTF-8 text, rows count
 * line feeds from 0. Node ordinals are not checked: they come from this tree.
 *
 * <p><b>Threads:</b> belongs to its {@link SyntaxParser}; the parser's next parse overwrites it.
 */
public final class SyntaxTree {
  /** The symbol of a node that holds text the grammar has no place for. */
  public static final int ERROR = 65_535;

  /** Ints of one node; the native library writes this layout. */
  static final int STRIDE = 6;

  /** The most nodes an array can hold. */
  static final int MOST_NODES = (Integer.MAX_VALUE - 8) / STRIDE;

  static final int SUMMARY_INTS = 4;

  private static final int FIELD = 1;
  private static final int START = 2;
  private static final int END = 3;
  private static final int ROW = 4;
  private static final int AFTER = 5;

  private final int[] summary = new int[SUMMARY_INTS];
  private int[] nodes;

  SyntaxTree(int capacity) {
    nodes = new int[capacity * STRIDE];
  }

  /** How many nodes there are; at least 1. */
  public int size() {
    return summary[0];
  }

  /** The grammar's symbol of a node, or {@link #ERROR}. */
  public int symbol(int node) {
    return nodes[node * STRIDE];
  }

  /** The grammar's field that a node fills in its parent; 0 for none. */
  public int field(int node) {
    return nodes[node * STRIDE + FIELD];
  }

  /** Offset of the first byte of a node. */
  public int start(int node) {
    return nodes[node * STRIDE + START];
  }

  /** Offset past the last byte of a node. */
  public int end(int node) {
    return nodes[node * STRIDE + END];
  }

  /** Line of the first byte of a node, from 0. */
  public int row(int node) {
    return nodes[node * STRIDE + ROW];
  }

  /** The node that follows the subtree of a node; {@link #size} when there is none. */
  public int after(int node) {
    return nodes[node * STRIDE + AFTER];
  }

  /** Whether a node has no children. */
  public boolean isLeaf(int node) {
    return after(node) == node + 1;
  }

  /** The first child, -1 for none. */
  public int firstChild(int node) {
    return isLeaf(node) ? -1 : node + 1;
  }

  /** The first child that fills a field of the grammar, -1 for none. Cost: the children passed. */
  public int childByField(int node, int field) {
    int end = after(node);
    for (int child = node + 1; child < end; child = after(child)) {
      if (field(child) == field) {
        return child;
      }
    }
    return -1;
  }

  /** The first child of a symbol of the grammar, -1 for none. Cost: the children passed. */
  public int childBySymbol(int node, int symbol) {
    int end = after(node);
    for (int child = node + 1; child < end; child = after(child)) {
      if (symbol(child) == symbol) {
        return child;
      }
    }
    return -1;
  }

  /** How many nodes are ERROR nodes. */
  public int errorCount() {
    return summary[1];
  }

  /** How many nodes the parser made up, empty, to be able to go on. */
  public int missingCount() {
    return summary[2];
  }

  /** Where the first ERROR or made-up node starts, -1 when the text parsed as it is. */
  public int firstErrorOffset() {
    return summary[3];
  }

  int[] nodes() {
    return nodes;
  }

  int[] summary() {
    return summary;
  }

  int capacity() {
    return nodes.length / STRIDE;
  }

  /** Gives the tree an array for so many nodes; what it held is gone. */
  void resize(int capacity) {
    nodes = new int[capacity * STRIDE];
  }
}
