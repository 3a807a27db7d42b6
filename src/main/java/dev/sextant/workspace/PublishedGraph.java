package dev.sextant.workspace;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.StringInterner;
import dev.sextant.index.BuildReport;
import dev.sextant.index.BuildWork;
import dev.sextant.index.IndexResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A graph a workspace serves or has served, with the generation that names it.
 *
 * <p>Counted by reference: its workspace holds one reference while the graph is current, every
 * lease one more. The bytes are charged until the count is zero.
 *
 * <p><b>Threads:</b> thread-safe; everything but the counts is immutable.
 */
public final class PublishedGraph {
  private final long generation;
  private final CodeGraph graph;
  private final BuildReport report;
  private final Instant publishedAt;
  private final long graphBytes;
  // Of what the next build goes on from; 0 once that is dropped.
  private final AtomicLong stateBytes;
  private final MemoryBudget budget;
  private final Reservation reservation;
  private final AtomicInteger references = new AtomicInteger(1);
  // Written once, before the reference of the workspace is given back.
  private volatile Optional<RetainedGraph> retained = Optional.empty();

  private PublishedGraph(
      long generation,
      CodeGraph graph,
      BuildReport report,
      Instant publishedAt,
      long graphBytes,
      long stateBytes,
      MemoryBudget budget,
      Reservation reservation) {
    this.generation = generation;
    this.graph = graph;
    this.report = report;
    this.publishedAt = publishedAt;
    this.graphBytes = graphBytes;
    this.stateBytes = new AtomicLong(stateBytes);
    this.budget = budget;
    this.reservation = reservation;
  }

  static PublishedGraph of(
      long generation,
      IndexResult result,
      Instant publishedAt,
      MemoryBudget budget,
      Reservation reservation) {
    return new PublishedGraph(
        generation,
        result.graph(),
        result.report(),
        publishedAt,
        result.graph().sizeBytes(),
        reservation.bytes() - result.graph().sizeBytes(),
        budget,
        reservation);
  }

  /** What a workspace serves that has no graph: no files, no symbols, no bytes, generation 0. */
  static PublishedGraph empty(MemoryBudget budget) {
    CodeGraph graph = CodeGraph.link(List.of(), new StringInterner(), new Cancellation());
    BuildReport report =
        new BuildReport(
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), List.of(), Map.of(), BuildWork.NONE);
    return new PublishedGraph(
        0, graph, report, Instant.EPOCH, 0, 0, budget, new Reservation(budget, 0));
  }

  /**
   * The number of this graph among those of its workspace, from 1; 0 when nothing was published.
   * Numbers of different workspaces cannot be compared.
   */
  public long generation() {
    return generation;
  }

  /** The graph. */
  public CodeGraph graph() {
    return graph;
  }

  /** What the build that made the graph has counted. */
  public BuildReport report() {
    return report;
  }

  /** When the graph became current; the epoch for the empty one. */
  public Instant publishedAt() {
    return publishedAt;
  }

  /**
   * Bytes charged while it is current: of the graph, and of what its build left for the next one; 0
   * for the empty one.
   */
  public long sizeBytes() {
    return graphBytes + stateBytes.get();
  }

  /** Whether nothing was published yet, so that the graph stands for "none". */
  public boolean isEmpty() {
    return generation == 0;
  }

  /** Whether some lease is open on it. */
  public boolean isRead() {
    return references.get() > 1;
  }

  /** Whether its workspace or some lease holds it. */
  boolean isHeld() {
    return references.get() > 0;
  }

  /** Takes a lease on this very graph; empty when nobody holds it any more. */
  @SuppressWarnings("MustBeClosedChecker") // Closed by the caller, perhaps on another thread.
  public Optional<GraphLease> lease() {
    return retain() ? Optional.of(new GraphLease(this, budget)) : Optional.empty();
  }

  /** Takes a reference, unless the last one is gone already. */
  boolean retain() {
    int seen = references.get();
    while (seen > 0) {
      if (references.compareAndSet(seen, seen + 1)) {
        return true;
      }
      seen = references.get();
    }
    return false;
  }

  /** Gives a reference back; the last one frees the bytes. */
  void release() {
    int left = references.decrementAndGet();
    if (left == 0) {
      budget.free(graphBytes);
      retained.ifPresent(budget.retained()::remove);
    } else if (left < 0) {
      throw new IllegalStateException("graph " + generation + " was released once too often");
    }
  }

  /** Charges the bytes as loaded. Called when the graph has become current. */
  void becameCurrent() {
    reservation.load();
  }

  /**
   * Charges the bytes of the graph as retained, those of the state no more, and drops the
   * workspace's reference. Called once.
   */
  void superseded(String workspace) {
    if (!isEmpty()) {
      // Whether it is read or not: a lease can be taken until the reference is given back.
      RetainedGraph kept = new RetainedGraph(workspace, this);
      retained = Optional.of(kept);
      budget.retained().add(kept);
    }
    // Whoever made it current may not have come to say so yet.
    reservation.load();
    budget.dropState(stateBytes.getAndSet(0));
    budget.supersede(graphBytes);
    release();
  }

  /** Charges no more what was kept to go on from it; a second time changes nothing. */
  void stateDropped() {
    // As above.
    reservation.load();
    budget.dropState(stateBytes.getAndSet(0));
  }
}
