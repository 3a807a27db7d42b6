package dev.sextant.lang.python;

import dev.sextant.lang.FactsBuilder;
import java.util.Arrays;

/** Nodes of the lists being collected, an inner list above its outer one. Confined to its walk. */
final class NodeStack {
  private int[] nodes = new int[64];
  private int[] list = new int[16];
  private int size;

  /** Where a list that starts now begins. */
  int mark() {
    return size;
  }

  void push(int node) {
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * size);
    }
    nodes[size++] = node;
  }

  /** Adds what was pushed since {@code mark} as a list, and forgets it. */
  int list(int mark, FactsBuilder facts) {
    int count = size - mark;
    if (count > list.length) {
      list = new int[2 * count];
    }
    System.arraycopy(nodes, mark, list, 0, count);
    size = mark;
    return facts.list(list, count);
  }
}
