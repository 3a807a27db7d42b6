package dev.sextant.workspace;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The graphs that were superseded and are still read.
 *
 * <p><b>Threads:</b> thread-safe; takes no lock.
 */
public final class RetainedGraphs {
  private final Set<RetainedGraph> all = ConcurrentHashMap.newKeySet();

  RetainedGraphs() {}

  void add(RetainedGraph graph) {
    all.add(graph);
  }

  void remove(RetainedGraph graph) {
    all.remove(graph);
  }

  /** All of them. */
  public List<RetainedGraph> list() {
    return List.copyOf(all);
  }

  /** How many are read for longer than they should be. */
  public long overdue() {
    return all.stream().filter(RetainedGraph::isOverdue).count();
  }
}
