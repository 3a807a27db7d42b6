package dev.sextant.resolve;

import dev.sextant.graph.Evidence;
import dev.sextant.graph.Role;

/** Takes what the references of a file turn out to refer to. */
public interface Findings {
  /** Node {@code node} refers to {@code declaration}. */
  void found(int node, int declaration, Role role, Evidence evidence);

  /** Node {@code node} refers to nothing in reach. */
  void unresolved(int node);

  /** {@code count} possible targets of a node were left out. */
  void leftOut(int count);
}
