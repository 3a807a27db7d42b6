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
    for (int from = 0; from < linkCount; ) {
      int neighbour = (int) (links[from] >>> 32);
      int to = from + 1;
      while (to < linkCount && (int) (links[to] >>> 32) == neighbour) {
        to++;
      }
      if (request.window().holds(edgeCount)) {
        edges.add(edge(symbol, neighbour, distance, from, to));
      }
      edgeCount++;
      meet(neighbour);
      from = to;
    }
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

  private CallEdge edge(int symbol, int neighbour, int distance, int from, int to) {
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
        to - from);
  }
}
