package dev.sextant.workspace;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A graph that was superseded while it may be read.
 *
 * <p><b>Threads:</b> thread-safe.
 */
public final class RetainedGraph {
  private final String workspace;
  private final PublishedGraph graph;
  private final AtomicBoolean noted = new AtomicBoolean();
  private volatile boolean overdue;

  RetainedGraph(String workspace, PublishedGraph graph) {
    this.workspace = workspace;
    this.graph = graph;
  }

  /** The id of the workspace that served it. */
  public String workspace() {
    return workspace;
  }

  /** Its generation. */
  public long generation() {
    return graph.generation();
  }

  /** Bytes that are charged until nobody reads it. */
  public long sizeBytes() {
    return graph.sizeBytes();
  }

  /** Whether somebody reads it still. */
  public boolean isHeld() {
    return graph.isHeld();
  }

  /** True for the first who asks. */
  public boolean note() {
    return noted.compareAndSet(false, true);
  }

  /** Whether it is read for longer than it should be. */
  public boolean isOverdue() {
    return overdue;
  }

  /** It is read for longer than it should be. */
  public void overdue() {
    overdue = true;
  }
}
