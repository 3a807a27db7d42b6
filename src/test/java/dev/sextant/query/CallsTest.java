package dev.sextant.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.Evidence;
import dev.sextant.query.Calls.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallsTest {
  private static final Window ALL = new Window(0, 100);
  private final Shop shop = new Shop();

  @Test
  void findsDirectCallersWithTheirSites() {
    Calls answer = ask(shop.addMany, Direction.CALLERS, 1, Evidence.NAMED, ALL);

    assertThat(edges(answer)).containsExactly(edge(shop.add, shop.addMany, 1));
    CallEdge only = answer.edges().items().getFirst();
    assertThat(only.siteCount()).isEqualTo(2);
    assertThat(only.sites())
        .extracting(site -> site.location().range().start().toString())
        .containsExactly("4:20", "4:40");
  }

  @Test
  void followsCallersThroughACycleOnce() {
    Calls answer = ask(shop.total, Direction.CALLERS, 10, Evidence.IMPORTED, ALL);

    assertThat(edges(answer))
        .containsExactly(
            edge(shop.addMany, shop.total, 1),
            edge(shop.add, shop.addMany, 2),
            edge(shop.addMany, shop.add, 3));
    assertThat(answer.reached()).isEqualTo(2);
    assertThat(answer.belowFloor()).isEqualTo(new BelowFloor(0, 0, 1));
  }

  @Test
  void stopsAtTheDepth() {
    assertThat(edges(ask(shop.total, Direction.CALLERS, 2, Evidence.IMPORTED, ALL)))
        .containsExactly(edge(shop.addMany, shop.total, 1), edge(shop.add, shop.addMany, 2));
  }

  @Test
  void findsCalleesButNotWhatIsOnlyRead() {
    assertThat(edges(ask(shop.addMany, Direction.CALLEES, 2, Evidence.NAMED, ALL)))
        .containsExactly(
            edge(shop.addMany, shop.total, 1),
            edge(shop.addMany, shop.add, 1),
            edge(shop.total, shop.price, 2),
            edge(shop.add, shop.addMany, 2));
  }

  @Test
  void pagesWithAnExactTotal() {
    Calls answer = ask(shop.addMany, Direction.CALLEES, 2, Evidence.NAMED, new Window(1, 2));

    assertThat(edges(answer))
        .containsExactly(edge(shop.addMany, shop.add, 1), edge(shop.total, shop.price, 2));
    assertThat(answer.edges().total()).isEqualTo(4);
    assertThat(answer.edges().nextOffset()).isEqualTo(3);
  }

  @Test
  void refusesADepthOutOfRange() {
    for (int depth : new int[] {0, 11}) {
      assertThatThrownBy(
              () ->
                  new Calls.Request(
                      0, Direction.CALLERS, depth, Evidence.EXACT, Calls.Dispatch.DECLARED, ALL))
          .hasMessageContaining("within 1..10");
    }
  }

  private Calls ask(int symbol, Direction direction, int depth, Evidence floor, Window window) {
    return Calls.in(
        shop.graph,
        new Calls.Request(symbol, direction, depth, floor, Calls.Dispatch.DECLARED, window),
        new Cancellation());
  }

  private static List<String> edges(Calls answer) {
    return answer.edges().items().stream()
        .map(edge -> edge.from().id() + " -> " + edge.to().id() + " " + edge.distance())
        .toList();
  }

  private String edge(int from, int to, int distance) {
    return shop.id(from) + " -> " + shop.id(to) + " " + distance;
  }
}
