package dev.sextant.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.cancellation.CancelledException;
import dev.sextant.graph.Evidence;
import dev.sextant.graph.Role;
import dev.sextant.source.Position;
import dev.sextant.source.Range;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferencesTest {
  private static final Window ALL = new Window(0, 100);
  private final Shop shop = new Shop();

  @Test
  void saysWhereHowAndInWhatASymbolIsUsed() {
    References answer = ask(shop.size, Set.of(), Evidence.NAMED, ALL);

    assertThat(answer.references().items())
        .containsExactly(
            new Reference(
                location(3, 40, 45),
                Role.READ,
                Evidence.EXACT,
                SymbolSummary.of(shop.graph, shop.total)),
            new Reference(
                location(5, 60, 65),
                Role.WRITE,
                Evidence.EXACT,
                SymbolSummary.of(shop.graph, shop.addMany)));
    assertThat(answer.declaration()).contains(location(6, 5, 10));
  }

  @Test
  void keepsToTheAskedRoles() {
    assertThat(ask(shop.size, Set.of(Role.WRITE), Evidence.NAMED, ALL).references().total())
        .isEqualTo(1);
    assertThat(ask(shop.size, Set.of(Role.CALL), Evidence.NAMED, ALL).references().total())
        .isZero();
  }

  @Test
  void countsWhatTheFloorLeavesOut() {
    References answer = ask(shop.total, Set.of(), Evidence.EXACT, ALL);

    assertThat(answer.references().total()).isZero();
    assertThat(answer.belowFloor()).isEqualTo(new BelowFloor(0, 1, 1));
    assertThat(answer.belowFloor().total()).isEqualTo(2);
  }

  @Test
  void pagesWithAnExactTotal() {
    References first = ask(shop.addMany, Set.of(), Evidence.NAMED, new Window(0, 1));
    References second =
        ask(shop.addMany, Set.of(), Evidence.NAMED, new Window(first.references().nextOffset(), 1));
    References past = ask(shop.addMany, Set.of(), Evidence.NAMED, new Window(7, 1));

    assertThat(first.references().hasMore()).isTrue();
    assertThat(first.references().total()).isEqualTo(2);
    assertThat(second.references().hasMore()).isFalse();
    assertThat(second.references().items())
        .doesNotContainAnyElementsOf(first.references().items())
        .hasSize(1);
    assertThat(past.references().items()).isEmpty();
    assertThat(past.references().hasMore()).isFalse();
  }

  @Test
  void leavesTheDeclarationOutWhenNotAsked() {
    var request =
        new References.Request(
            shop.size, Set.of(), Evidence.NAMED, References.Declaration.EXCLUDED, ALL);

    assertThat(References.in(shop.graph, request, new Cancellation()).declaration()).isEmpty();
  }

  @Test
  void stopsWhenCancelled() {
    var cancellation = new Cancellation();
    cancellation.cancel("client gone");
    var request =
        new References.Request(
            shop.size, Set.of(), Evidence.NAMED, References.Declaration.EXCLUDED, ALL);

    assertThatThrownBy(() -> References.in(shop.graph, request, cancellation))
        .isInstanceOf(CancelledException.class);
  }

  private References ask(int symbol, Set<Role> roles, Evidence floor, Window window) {
    var request =
        new References.Request(symbol, roles, floor, References.Declaration.INCLUDED, window);
    return References.in(shop.graph, request, new Cancellation());
  }

  private static Location location(int line, int from, int to) {
    return new Location(
        "java/shop/Cart.java", new Range(new Position(line, from), new Position(line, to)));
  }
}
