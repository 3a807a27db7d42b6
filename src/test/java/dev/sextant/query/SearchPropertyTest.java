package dev.sextant.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.Evidence;
import dev.sextant.graph.OccurrenceTable;
import dev.sextant.testing.RandomGraphs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compares search and calls on random graphs with the plainest way to compute them. */
class SearchPropertyTest {
  private static final long FIRST_SEED = Long.getLong("property.seed", 1);
  private static final int TRIES = Integer.getInteger("property.tries", 200);
  private static final Window ALL = new Window(0, 10_000);

  @Test
  void pagesOfASearchAreTheWholeAnswer() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + TRIES; seed++) {
      CodeGraph graph = RandomGraphs.graph(seed).link();
      var random = new Random(seed);
      String text = List.of("", "a", "ot", "grow", "ö", "+", "to").get(random.nextInt(7));
      SearchMode mode = random.nextBoolean() ? SearchMode.FUZZY : SearchMode.PREFIX;
      Slice<SymbolSummary> whole = search(graph, text, mode, ALL);

      var paged = new ArrayList<SymbolSummary>();
      for (int offset = 0; offset < whole.total(); offset += 3) {
        paged.addAll(search(graph, text, mode, new Window(offset, 3)).items());
      }

      assertThat(paged)
          .as("property.seed=%d", seed)
          .isEqualTo(whole.items())
          .hasSize(whole.total());
    }
  }

  @Test
  void followsTheSameEdgesAsAPlainSearch() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + TRIES; seed++) {
      CodeGraph graph = RandomGraphs.graph(seed).link();
      if (graph.symbols().count() == 0) {
        continue;
      }
      var random = new Random(seed);
      int symbol = random.nextInt(graph.symbols().count());
      int depth = 1 + random.nextInt(4);
      Evidence floor = List.of(Evidence.values()).get(random.nextInt(4));
      for (Calls.Direction direction : Calls.Direction.values()) {
        var request =
            new Calls.Request(symbol, direction, depth, floor, Calls.Dispatch.DECLARED, ALL);

        Calls answer = Calls.in(graph, request, new Cancellation());

        assertThat(answer.edges().items().stream().map(SearchPropertyTest::text))
            .as("property.seed=%d %s", seed, request)
            .containsExactlyInAnyOrderElementsOf(plainEdges(graph, request));
        assertThat(answer.edges().total()).isEqualTo(answer.edges().items().size());
      }
    }
  }

  private static Slice<SymbolSummary> search(
      CodeGraph graph, String text, SearchMode mode, Window window) {
    var request = new SymbolSearch.Request(text, mode, Set.of(), Set.of(), "", window);
    return ((SymbolSearch.Matches) SymbolSearch.in(graph, request, new Cancellation())).symbols();
  }

  private static String text(CallEdge edge) {
    return edge.from().id()
        + " -> "
        + edge.to().id()
        + " "
        + edge.distance()
        + " x"
        + edge.siteCount();
  }

  private static Set<String> plainEdges(CodeGraph graph, Calls.Request request) {
    var edges = new HashSet<String>();
    Set<Integer> met = new HashSet<>(Set.of(request.symbol()));
    Set<Integer> ring = Set.of(request.symbol());
    for (int distance = 1; distance <= request.depth(); distance++) {
      Set<Integer> next = new HashSet<>();
      for (int from : allSymbols(graph)) {
        for (int to : allSymbols(graph)) {
          boolean isCallers = request.direction() == Calls.Direction.CALLERS;
          long sites =
              ring.contains(isCallers ? to : from) ? sites(graph, from, to, request.floor()) : 0;
          if (sites > 0) {
            edges.add(
                graph.ids().render(from)
                    + " -> "
                    + graph.ids().render(to)
                    + " "
                    + distance
                    + " x"
                    + sites);
            next.add(isCallers ? from : to);
          }
        }
      }
      next.removeAll(met);
      met.addAll(next);
      ring = next;
    }
    return edges;
  }

  private static int[] allSymbols(CodeGraph graph) {
    return IntStream.range(0, graph.symbols().count()).toArray();
  }

  private static long sites(CodeGraph graph, int from, int to, Evidence floor) {
    OccurrenceTable occurrences = graph.occurrences();
    return IntStream.range(occurrences.firstOut(from), occurrences.endOut(from))
        .filter(i -> occurrences.target(i) == to)
        .filter(i -> occurrences.role(i).isCallLike() && occurrences.evidence(i).atLeast(floor))
        .count();
  }
}
