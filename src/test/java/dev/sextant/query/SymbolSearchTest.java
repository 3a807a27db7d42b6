package dev.sextant.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.testing.GraphModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SymbolSearchTest {
  private static final Window ALL = new Window(0, 100);
  private final Shop shop = new Shop();

  @Test
  void findsLettersInTheirOrder() {
    assertThat(ids(search("ttl", SearchMode.FUZZY)))
        .containsExactly(
            shop.id(shop.total),
            shop.id(shop.webCartTotal),
            shop.id(shop.webTotal),
            shop.id(shop.webTotalAgain));
    assertThat(ids(search("lt", SearchMode.FUZZY))).isEmpty();
  }

  @Test
  void ranksWordStartsRunsAndShortNamesFirst() {
    CodeGraph graph =
        functions(
            "abstractBase",
            "arrayBuffer",
            "ab",
            "cab",
            "xAxB",
            "Ab",
            "abandon",
            "crab",
            "a_b",
            "tab");

    assertThat(names(graph, "ab"))
        .containsExactly(
            "ab",
            "Ab",
            "abandon",
            "abstractBase",
            "a_b",
            "arrayBuffer",
            "xAxB",
            "cab",
            "tab",
            "crab");
  }

  @Test
  void prefersTheTypedCase() {
    assertThat(names(functions("tomap", "toMap"), "toMap")).containsExactly("toMap", "tomap");
    assertThat(names(functions("tomap", "toMap"), "tomap")).containsExactly("tomap", "toMap");
  }

  @Test
  void findsLettersBeyondAscii() {
    assertThat(ids(search("GRÖ", SearchMode.FUZZY)))
        .containsExactly(shop.id(shop.size), shop.id(shop.growFile));
  }

  @Test
  void findsAPrefixInItsCaseOnly() {
    assertThat(ids(search("Ca", SearchMode.PREFIX)))
        .containsExactly(
            shop.id(shop.cart),
            shop.id(shop.webCart),
            shop.id(shop.newCart),
            shop.id(shop.cartFile));
    assertThat(ids(search("cA", SearchMode.PREFIX))).isEmpty();
  }

  @Test
  void findsAnExactName() {
    assertThat(ids(search("price", SearchMode.EXACT))).containsExactly(shop.id(shop.price));
    assertThat(ids(search("pric", SearchMode.EXACT))).isEmpty();
    assertThat(ids(search("shop", SearchMode.EXACT))).isEmpty();
  }

  @Test
  void findsMembersOfADottedContainer() {
    assertThat(ids(search("shop.Cart.total", SearchMode.EXACT)))
        .containsExactly(shop.id(shop.total));
    assertThat(ids(search("cart.tot", SearchMode.FUZZY)))
        .containsExactlyInAnyOrder(
            shop.id(shop.total),
            shop.id(shop.webCartTotal),
            shop.id(shop.webTotal),
            shop.id(shop.webTotalAgain));
    assertThat(ids(search("item.", SearchMode.PREFIX))).containsExactly(shop.id(shop.price));
    assertThat(ids(search("cart.ts", SearchMode.EXACT))).containsExactly(shop.id(shop.webFile));
  }

  @Test
  void findsARegularExpression() {
    assertThat(ids(search("^(price|max.*)$", SearchMode.REGEX)))
        .containsExactly(shop.id(shop.price), shop.id(shop.maxSize));
  }

  @Test
  void narrowsByKindLanguageAndPath() {
    assertThat(ids(search("total", SearchMode.EXACT, Set.of(SymbolKind.FUNCTION), Set.of(), "")))
        .containsExactly(shop.id(shop.webTotal), shop.id(shop.webTotalAgain));
    assertThat(ids(search("total", SearchMode.EXACT, Set.of(), Set.of("java"), "")))
        .containsExactly(shop.id(shop.total));
    assertThat(ids(search("Cart", SearchMode.EXACT, Set.of(), Set.of(), "web/**")))
        .containsExactly(shop.id(shop.webCart));
  }

  @Test
  void pagesWithAnExactTotal() {
    var request =
        new SymbolSearch.Request("", SearchMode.FUZZY, Set.of(), Set.of(), "", new Window(3, 4));
    var everything = ids(search("", SearchMode.FUZZY));

    var matches = (SymbolSearch.Matches) SymbolSearch.in(shop.graph, request, new Cancellation());

    assertThat(matches.symbols().total()).isEqualTo(shop.graph.symbols().count());
    assertThat(ids(matches)).isEqualTo(everything.subList(3, 7));
  }

  @Test
  void refusesWhatItCannotSearchFor() {
    assertThat(search("(", SearchMode.REGEX)).isInstanceOf(SymbolSearch.Refused.class);
    assertThat(search("", SearchMode.EXACT)).isInstanceOf(SymbolSearch.Refused.class);
    assertThat(search("", SearchMode.REGEX)).isInstanceOf(SymbolSearch.Refused.class);
    assertThat(search("x".repeat(257), SearchMode.FUZZY)).isInstanceOf(SymbolSearch.Refused.class);
    assertThat(search("x", SearchMode.FUZZY, Set.of(), Set.of(), "{a"))
        .isInstanceOf(SymbolSearch.Refused.class);
  }

  @Test
  void survivesHugeNamesAndEmptyGraphs() {
    var huge = "x".repeat(70_000) + "y";

    assertThat(names(functions(huge), "x".repeat(256))).containsExactly(huge);
    assertThat(names(functions(huge), "xy")).isEmpty();
    assertThat(names(functions(), "x")).isEmpty();
  }

  private SymbolSearch.Outcome search(String text, SearchMode mode) {
    return search(text, mode, Set.of(), Set.of(), "");
  }

  private SymbolSearch.Outcome search(
      String text, SearchMode mode, Set<SymbolKind> kinds, Set<String> languages, String glob) {
    return SymbolSearch.in(
        shop.graph,
        new SymbolSearch.Request(text, mode, kinds, languages, glob, ALL),
        new Cancellation());
  }

  private static List<String> ids(SymbolSearch.Outcome outcome) {
    return ((SymbolSearch.Matches) outcome)
        .symbols().items().stream().map(SymbolSummary::id).toList();
  }

  private static List<String> names(CodeGraph graph, String text) {
    var request =
        new SymbolSearch.Request(
            text, SearchMode.FUZZY, Set.of(SymbolKind.FUNCTION), Set.of(), "", ALL);
    var matches = (SymbolSearch.Matches) SymbolSearch.in(graph, request, new Cancellation());
    return new ArrayList<>(matches.symbols().items().stream().map(SymbolSummary::name).toList());
  }

  private static CodeGraph functions(String... names) {
    var model = new GraphModel();
    int file = model.file("f.py", "python", "f.py", List.of(0), 1);
    for (String name : names) {
      model.symbols.add(
          new GraphModel.Symbol(
              0, SymbolKind.FUNCTION, name, "", file, 0, 1, 0, 1, 1, Modifiers.NONE));
    }
    return model.link();
  }
}
