package dev.sextant.syntax;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayDeque;
import java.util.Deque;

/** What holds for every tree, whatever the text. */
final class TreeInvariants {
  private TreeInvariants() {}

  /** Fails unless the nodes nest, in order, inside the text, and the counts are right. */
  static void check(SyntaxTree tree, int length) {
    Deque<Integer> open = new ArrayDeque<>();
    int errors = 0;
    hold(tree.size() >= 1 && tree.after(0) == tree.size(), tree, 0, "root spans the tree");
    for (int node = 0; node < tree.size(); node++) {
      while (!open.isEmpty() && tree.after(open.peek()) <= node) {
        open.pop();
      }
      hold(tree.after(node) > node && tree.after(node) <= tree.size(), tree, node, "after");
      hold(tree.start(node) >= 0 && tree.start(node) <= tree.end(node), tree, node, "range");
      hold(tree.end(node) <= length && tree.row(node) >= 0, tree, node, "inside the text");
      if (!open.isEmpty()) {
        int parent = open.peek();
        hold(tree.after(node) <= tree.after(parent), tree, node, "subtree inside its parent's");
        hold(tree.start(node) >= tree.start(parent), tree, node, "starts inside its parent");
        hold(tree.end(node) <= tree.end(parent), tree, node, "ends inside its parent");
      } else {
        hold(node == 0, tree, node, "one root");
      }
      if (node > 0) {
        hold(tree.start(node) >= tree.start(node - 1), tree, node, "starts in order");
        hold(tree.row(node) >= tree.row(node - 1), tree, node, "rows in order");
      }
      errors += tree.symbol(node) == SyntaxTree.ERROR ? 1 : 0;
      open.push(node);
    }
    int bad = tree.errorCount() + tree.missingCount();
    hold(errors == tree.errorCount(), tree, 0, "error count");
    hold((bad == 0) == (tree.firstErrorOffset() == -1), tree, 0, "first error");
    hold(tree.firstErrorOffset() <= length, tree, 0, "first error inside the text");
  }

  private static void hold(boolean condition, SyntaxTree tree, int node, String what) {
    if (!condition) {
      fail(
          "%s does not hold for node %d of %d: %d..%d row %d after %d",
          what,
          node,
          tree.size(),
          tree.start(node),
          tree.end(node),
          tree.row(node),
          tree.after(node));
    }
  }
}
