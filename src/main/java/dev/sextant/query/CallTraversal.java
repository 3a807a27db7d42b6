package dev.sextant.query;

import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.OccurrenceTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * One breadth-first walk along call-like occurrences; every symbol is expanded at most once.
 *
 * <p><b>Threads:</b> confined to its call.
 *
 * <p><b>Cost:</b> linear in the occurrences of the symbols within the depth; only edges inside the
 * window make objects.
 */
final class CallTraversal {
  private final CodeGraph graph;
  private final OccurrenceTable occurrences;
  private final Calls.Request request;
  private final Poll poll;
  private final BelowFloor.Counter floor;
  private final BitSet met = new BitSet();
  private final List<CallEdge> edges = new ArrayList<>();
  private int[] queue = new int[64];
  private int queued;
  private int edgeCount;
  private long[] links = new long[64]; // neighbour << 32 | occurrence, of the symbol being expanded
  private int linkCount;

  CallTraversal(CodeGraph graph, Calls.Request request, Poll poll) {
    this.graph = graph;
    this.occurrences = graph.occurrences();
    this.request = request;
    this.poll = poll;
    this.floor = new BelowFloor.Counter(request.floor());
  }

  Calls run() {
    meet(request.symbol());
    int from = 0;
    for (int distance = 1; distance <= request.depth() && from < queued; distance++) {
      int end = queued;
      for (; from < end; from++) {
        poll.item();
        expand(queue[from], distance);
      }
    }
    return new Calls(
        new Slice<>(edges, request.window().offset(), edgeCount), queued - 1, floor.counted());
  }

  private void expand(int symbol, int distance) {
    link(symbol);
    follow(symbol, distance, symbol);
    boolean possible = request.dispatch() == Calls.Dispatch.POSSIBLE;
    if (possible && request.direction() == Calls.Direction.CALLERS) {
      Relatives above = Relatives.above(graph.supertypes(), symbol, poll);
      for (int i = 0; i < above.count(); i++) {
        if (isMethod(symbol)) {
          link(above.symbol(i));
          follow(above.symbol(i), distance, symbol);
        }
      }
    }
  }

  private boolean isMethod(int symbol) {
    return graph.symbols().kind(symbol).isCallable();
  }

  /** Gathers the wanted occurrences of, or in, a symbol. */
  private void link(int symbol) {
    linkCount = 0;
    switch (request.direction()) {
      case CALLERS -> {
        for (int i = 0; i < occurrences.countIn(symbol); i++) {
          int occurrence = occurrences.in(symbol, i);
          if (isWanted(occurrence)) {
            link(occurrences.enclosing(occurrence), occurrence);
          }
        }
      }
      case CALLEES -> {
        for (int i = occurrences.firstOut(symbol); i < occurrences.endOut(symbol); i++) {
          if (isWanted(i)) {
            link(occurrences.target(i), i);
          }
        }
      }
    }
    Arrays.sort(links, 0, linkCount);
  }

  /** Follows what was gathered; {@code asked} is the symbol that is being expanded. */
  private void follow(int symbol, int distance, int asked) {
    for (int from = 0; from < linkCount; ) {
      int neighbour = (int) (links[from] >>> 32);
      int to = from + 1;
      while (to < linkCount && (int) (links[to] >>> 32) == neighbour) {
        to++;
      }
      edge(symbol, neighbour, distance, from, to, symbol != asked);
      if (request.dispatch() == Calls.Dispatch.POSSIBLE
          && request.direction() == Calls.Direction.CALLEES
          && isMethod(neighbour)) {
        Relatives below = Relatives.below(graph.supertypes(), neighbour, poll);
        for (int i = 0; i < below.count(); i++) {
          edge(symbol, below.symbol(i), distance, from, to, true);
        }
      }
      from = to;
    }
  }

  private void edge(int symbol, int neighbour, int distance, int from, int to, boolean isDispatch) {
    if (request.window().holds(edgeCount)) {
      edges.add(described(symbol, neighbour, distance, from, to, isDispatch));
    }
    edgeCount++;
    meet(neighbour);
  }

  private boolean isWanted(int occurrence) {
    poll.item();
    return occurrences.role(occurrence).isCallLike()
        && floor.admits(occurrences.evidence(occurrence));
  }

  private void link(int neighbour, int occurrence) {
    if (linkCount == links.length) {
      links = Arrays.copyOf(links, 2 * linkCount);
    }
    links[linkCount++] = (long) neighbour << 32 | occurrence;
  }

  private void meet(int symbol) {
    if (met.get(symbol)) {
      return;
    }
    met.set(symbol);
    if (queued == queue.length) {
      queue = Arrays.copyOf(queue, 2 * queued);
    }
    queue[queued++] = symbol;
  }

  private CallEdge described(
      int symbol, int neighbour, int distance, int from, int to, boolean isDispatch) {
    boolean isCaller = request.direction() == Calls.Direction.CALLERS;
    int caller = isCaller ? neighbour : symbol;
    int callee = isCaller ? symbol : neighbour;
    int file = graph.symbols().file(caller);
    String path = graph.files().path(file);
    var sites = new ArrayList<CallEdge.Site>();
    for (int i = from; i < Math.min(to, from + CallEdge.MAX_SITES); i++) {
      int occurrence = (int) links[i];
      var range =
          graph
              .files()
              .lines(file)
              .range(occurrences.start(occurrence), occurrences.end(occurrence));
      sites.add(
          new CallEdge.Site(
              new Location(path, range),
              occurrences.role(occurrence),
              occurrences.evidence(occurrence)));
    }
    return new CallEdge(
        SymbolSummary.of(graph, caller),
        SymbolSummary.of(graph, callee),
        distance,
        sites,
        to - from,
        isDispatch);
  }
}
