package dev.sextant.rpc.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.graph.Evidence;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import dev.sextant.workspace.LoadedWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions about symbols and calls as clients ask them. */
class SymbolMethodsTest {
  private static final String CART =
      """
      package shop;

      /**
       * A cart, see src/**.
       */
      public class Cart {
        /** The sum. */
        public int total(
            int tax) { return price() + price() + odd(); }

        int price() { return 1; }

        // Not much,
        // really.
        int odd() { return price(); }

        int add(int a) { return a; }
        int add(long a) { return odd(); }
      }
      """;

  @TempDir Path root;
  private ServedSources sources;
  private LoadedWorkspace workspace;
  private int cart;
  private int total;
  private int price;
  private int odd;
  private int add;
  private int grow;

  @BeforeEach
  void serve() throws IOException {
    sources = new ServedSources(root);
    int file = sources.file("shop/Cart.java", "java", "shop", CART);
    String body = CART.substring(CART.indexOf("{\n  /**"), CART.length() - 1);
    cart = sources.symbol(SymbolKind.CLASS, "Cart", file, "public class Cart ", body);
    total =
        sources.symbol(
            SymbolKind.METHOD,
            "total",
            cart,
            "public int total(\n      int tax) ",
            "{ return price() + price() + odd(); }");
    price = sources.symbol(SymbolKind.METHOD, "price", cart, "int price() ", "{ return 1; }");
    odd = sources.symbol(SymbolKind.METHOD, "odd", cart, "int odd() ", "{ return price(); }");
    add = sources.symbol(SymbolKind.METHOD, "add", "int", cart, "int add(int a) ", "{ return a; }");
    int addLong =
        sources.symbol(
            SymbolKind.METHOD, "add", "long", cart, "int add(long a) ", "{ return odd(); }");
    int module =
        sources.file(
            "tools/grow.py", "python", "tools/grow.py", "def grow(n):\n  '''Grows.'''\n  odd()\n");
    grow =
        sources.symbol(
            SymbolKind.FUNCTION, "grow", module, "def grow(n)", ":\n  '''Grows.'''\n  odd()");
    sources.use(total, "{ return ", "price", price, Role.CALL, Evidence.EXACT);
    sources.use(total, "price() + ", "price", price, Role.CALL, Evidence.TYPED);
    sources.use(total, "price() + price() + ", "odd", odd, Role.CALL, Evidence.IMPORTED);
    sources.use(odd, "int odd() { return ", "price", price, Role.CALL, Evidence.EXACT);
    sources.use(addLong, "add(long a) { return ", "odd", odd, Role.CALL, Evidence.EXACT);
    sources.use(grow, "'''\n", "odd", odd, Role.CALL, Evidence.NAMED);
    workspace = sources.load();
  }

  @AfterEach
  void stop() {
    sources.close();
  }

  @Test
  void searchesByNameKindLanguageAndPath() throws Exception {
    assertThat(names(sources.result("symbol/search", "query", "od", "mode", "prefix")))
        .containsExactly("odd");
    assertThat(names(sources.result("symbol/search", "query", "cart", "kinds", List.of("class"))))
        .containsExactly("Cart");
    assertThat(
            names(sources.result("symbol/search", "query", "grow", "languages", List.of("java"))))
        .isEmpty();
    assertThat(
            names(
                sources.result(
                    "symbol/search",
                    "query",
                    "grow",
                    "path",
                    "tools/**",
                    "kinds",
                    List.of("function"))))
        .containsExactly("grow");
    JsonNode item =
        sources.result("symbol/search", "query", "total", "mode", "exact").path("items").path(0);
    assertThat(item.path("symbol").asText()).isEqualTo(sources.id(total));
    assertThat(item.path("kind").asText()).isEqualTo("method");
    assertThat(item.path("container").asText()).isEqualTo("shop.Cart");
    assertThat(item.path("location").toString())
        .isEqualTo(
            """
            {"file":"shop/Cart.java","range":{"start":{"line":7,"character":13},\
            "end":{"line":7,"character":18}}}""");
  }

  @Test
  void refusesASearchThatCannotBeMade() throws Exception {
    assertThat(code(sources.error("symbol/search", "query", "(", "mode", "regex")))
        .isEqualTo(-32602);
    assertThat(code(sources.error("symbol/search", "query", "", "mode", "exact")))
        .isEqualTo(-32602);
    assertThat(code(sources.error("symbol/search", "query", "a", "kinds", List.of("local"))))
        .isEqualTo(-32602);
  }

  @Test
  void pagesThroughAListWithoutLossOrRepetition() throws Exception {
    List<String> all = ids(sources.result("symbol/search", "query", "", "limit", 5000));
    List<String> paged = new ArrayList<>();
    JsonNode page = sources.result("symbol/search", "query", "", "limit", 3);
    paged.addAll(ids(page));
    while (page.path("truncated").asBoolean()) {
      assertThat(page.path("total").asInt()).isEqualTo(all.size());
      page =
          sources.result(
              "symbol/search", "query", "", "limit", 3, "cursor", page.path("nextCursor").asText());
      paged.addAll(ids(page));
    }

    assertThat(all).hasSizeGreaterThan(3);
    assertThat(paged).isEqualTo(all);
    assertThat(page.has("nextCursor")).isFalse();
  }

  @Test
  void refusesACursorOfAnotherGenerationAndOneThatIsNone() throws Exception {
    String cursor =
        sources.result("symbol/search", "query", "", "limit", 1).path("nextCursor").asText();
    sources.rebuild(workspace);

    JsonNode error = sources.error("symbol/search", "query", "", "cursor", cursor);
    assertThat(code(error)).isEqualTo(-32801);
    assertThat(error.path("data").path("cursorGeneration").asLong()).isEqualTo(1);
    assertThat(error.path("data").path("generation").asLong()).isEqualTo(2);
    assertThat(code(sources.error("symbol/search", "query", "", "cursor", "x"))).isEqualTo(-32602);
    assertThat(names(sources.result("symbol/search", "query", "", "cursor", "2-999999999")))
        .isEmpty();
  }

  @Test
  void cutsAListAtAWholeItemAndRefusesWhenNotOneFits() throws Exception {
    sources.answeringUpTo(2000);
    JsonNode page = sources.result("symbol/search", "query", "");
    assertThat(page.path("items")).isNotEmpty();
    assertThat(page.path("truncated").asBoolean()).isTrue();
    assertThat(page.path("nextCursor").asText()).isEqualTo("1-" + page.path("items").size());

    sources.answeringUpTo(200);
    assertThat(code(sources.error("symbol/search", "query", ""))).isEqualTo(-32012);
  }

  @Test
  void getsAllThatIsKnownAboutASymbol() throws Exception {
    JsonNode card = sources.result("symbol/get", "name", "Cart.total");

    assertThat(card.path("signature").asText()).isEqualTo("public int total( int tax)");
    assertThat(card.path("documentation").asText()).isEqualTo("The sum.");
    assertThat(card.path("visibility").asText()).isEqualTo("public");
    assertThat(card.path("containerSymbol").asText()).isEqualTo(sources.id(cart));
    assertThat(card.path("range").path("start").path("line").asInt()).isEqualTo(7);
    assertThat(card.path("counts").path("callsOut").asInt()).isEqualTo(3);
    assertThat(card.path("changed").asBoolean()).isFalse();
    assertThat(sources.result("symbol/get", "name", "odd").path("documentation").asText())
        .isEqualTo("Not much,\nreally.");
    assertThat(sources.result("symbol/get", "name", "price").path("documentation").isNull())
        .isTrue();
    JsonNode python = sources.result("symbol/get", "symbol", sources.id(grow));
    assertThat(python.path("signature").asText()).isEqualTo("def grow(n)");
    assertThat(python.path("documentation").asText()).isEqualTo("Grows.");
    assertThat(
            sources.result("symbol/get", "symbol", sources.id(cart)).path("documentation").asText())
        .isEqualTo("A cart, see src/**.");
  }

  @Test
  void doesNotQuoteAFileThatIsNoLongerTheOneBuiltOn() throws Exception {
    Files.writeString(root.resolve("shop/Cart.java"), "// new\n" + CART);

    JsonNode card = sources.result("symbol/get", "name", "Cart.total");

    assertThat(card.path("signature").isNull()).isTrue();
    assertThat(card.path("documentation").isNull()).isTrue();
    assertThat(card.path("changed").asBoolean()).isTrue();
  }

  @Test
  void saysWhereASymbolIsDefinedHoweverItIsNamed() throws Exception {
    var place =
        JsonNodeFactory.instance
            .objectNode()
            .put("file", "shop/Cart.java")
            .put("line", 8)
            .put("character", 27);

    JsonNode item = sources.result("symbol/definition", "at", place).path("items").path(0);

    assertThat(item.path("symbol").asText()).isEqualTo(sources.id(price));
    assertThat(item.path("range").path("start").path("character").asInt()).isEqualTo(2);
  }

  @Test
  void answersAnAmbiguousNameWithItsCandidates() throws Exception {
    JsonNode error = sources.error("symbol/get", "name", "add");

    assertThat(code(error)).isEqualTo(-32005);
    JsonNode candidates = error.path("data").path("candidates");
    assertThat(candidates).hasSize(2);
    assertThat(candidates.path(0).path("symbol").asText()).isEqualTo(sources.id(add));
    assertThat(error.path("data").path("kind").asText()).isEqualTo("ambiguousSymbol");
  }

  @Test
  void refusesASymbolThatIsNotThere() throws Exception {
    for (String method :
        List.of(
            "symbol/get",
            "symbol/definition",
            "symbol/references",
            "symbol/callers",
            "symbol/callees")) {
      assertThat(code(sources.error(method, "name", "nothing"))).as(method).isEqualTo(-32006);
      assertThat(code(sources.error(method))).as(method).isEqualTo(-32602);
    }
  }

  @Test
  void listsReferencesAboveTheFloorAndCountsTheRest() throws Exception {
    JsonNode result = sources.result("symbol/references", "name", "odd");

    assertThat(result.path("total").asInt()).isEqualTo(2);
    assertThat(result.path("belowFloor").path("named").asInt()).isEqualTo(1);
    assertThat(result.has("declaration")).isFalse();
    JsonNode first = result.path("items").path(0);
    assertThat(first.path("role").asText()).isEqualTo("call");
    assertThat(first.path("evidence").asText()).isEqualTo("imported");
    assertThat(first.path("enclosing").path("symbol").asText()).isEqualTo(sources.id(total));
    JsonNode all =
        sources.result(
            "symbol/references", "name", "odd", "minEvidence", "named", "includeDeclaration", true);
    assertThat(all.path("total").asInt()).isEqualTo(3);
    assertThat(all.path("declaration").path("file").asText()).isEqualTo("shop/Cart.java");
    assertThat(
            sources
                .result("symbol/references", "name", "odd", "roles", List.of("write"))
                .path("total")
                .asInt())
        .isZero();
  }

  @Test
  void followsCallersAndCalleesToTheDepthAskedFor() throws Exception {
    JsonNode near = sources.result("symbol/callers", "name", "price");
    assertThat(near.path("total").asInt()).isEqualTo(2);
    JsonNode edge = near.path("items").path(0);
    assertThat(edge.path("from").path("symbol").asText()).isEqualTo(sources.id(total));
    assertThat(edge.path("to").path("symbol").asText()).isEqualTo(sources.id(price));
    assertThat(edge.path("siteCount").asInt()).isEqualTo(2);
    assertThat(edge.path("sites")).hasSize(2);
    assertThat(edge.path("sites").path(1).path("range").path("start").path("line").asInt())
        .isEqualTo(8);
    assertThat(edge.path("evidence").asText()).isEqualTo("exact");

    JsonNode far = sources.result("symbol/callers", "name", "price", "depth", 10);
    assertThat(far.path("total").asInt()).isEqualTo(4);
    assertThat(far.path("reached").asInt()).isEqualTo(3);
    assertThat(far.path("items").path(3).path("distance").asInt()).isEqualTo(2);
    assertThat(far.path("belowFloor").path("total").asInt()).isEqualTo(1);

    JsonNode callees = sources.result("symbol/callees", "name", "total", "minEvidence", "exact");
    assertThat(callees.path("total").asInt()).isEqualTo(1);
    assertThat(callees.path("belowFloor").path("typed").asInt()).isEqualTo(1);
    assertThat(callees.path("belowFloor").path("imported").asInt()).isEqualTo(1);
    assertThat(code(sources.error("symbol/callees", "name", "total", "depth", 11)))
        .isEqualTo(-32602);
  }

  private static int code(JsonNode error) {
    return error.path("code").asInt();
  }

  private static List<String> names(JsonNode page) {
    return page.path("items").valueStream().map(item -> item.path("name").asText()).toList();
  }

  private static List<String> ids(JsonNode page) {
    return page.path("items").valueStream().map(item -> item.path("symbol").asText()).toList();
  }
}
