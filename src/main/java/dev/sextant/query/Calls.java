package dev.sextant.query;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.Evidence;

/**
 * The calls to or from a symbol, nearest first; every edge is there once, also those that close a
 * cycle.
 *
 * @param edges the edges, by distance, then in the order in which breadth-first search meets them
 * @param reached how many symbols other than the asked one are within the depth
 * @param belowFloor what the floor left out of the symbols that were looked at
 */
public record Calls(Slice<CallEdge> edges, int reached, BelowFloor belowFloor) {

  /** Which way calls are followed. */
  public enum Direction {
    /** From callee to caller. */
    CALLERS,
    /** From caller to callee. */
    CALLEES
  }

  /** Which methods a call of a method goes to. */
  public enum Dispatch {
    /** The one that the language picks from what is declared. */
    DECLARED,
    /** That one, and all that override or implement it: what may run. */
    POSSIBLE
  }

  /**
   * Asks for the calls around a symbol.
   *
   * @param symbol its ordinal in the graph that is asked
   * @param depth how many edges to follow, 1 to {@value #MAX_DEPTH}
   * @param floor the weakest evidence that counts
   * @param dispatch which targets a call of a method has
   */
  public record Request(
      int symbol,
      Direction direction,
      int depth,
      Evidence floor,
      Dispatch dispatch,
      Window window) {
    /** The greatest depth. */
    public static final int MAX_DEPTH = 10;

    /** Refuses a depth out of range. */
    public Request {
      if (depth < 1 || depth > MAX_DEPTH) {
        throw new IllegalArgumentException(
            "following calls to depth " + depth + ": it must be within 1.." + MAX_DEPTH);
      }
    }
  }

  /** The calls that {@code request} asks for; cancellable. */
  public static Calls in(CodeGraph graph, Request request, Cancellation cancellation) {
    return new CallTraversal(graph, request, new Poll(cancellation)).run();
  }
}
