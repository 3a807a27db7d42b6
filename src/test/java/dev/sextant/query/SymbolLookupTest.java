package dev.sextant.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.source.Position;
import dev.sextant.testing.GraphModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class SymbolLookupTest {
  private final Shop shop = new Shop();

  @Test
  void findsEverySymbolByItsId() {
    for (int symbol = 0; symbol < shop.graph.symbols().count(); symbol++) {
      assertFound(new SymbolSelector.ById(shop.id(symbol)), symbol);
    }
  }

  @Test
  void writesIdsAsScipDoes() {
    assertThat(shop.id(shop.addMany)).isEqualTo("sextant java . . shop/Cart#add(`Item,int`).");
    assertThat(shop.id(shop.size)).isEqualTo("sextant java . . shop/Cart#`größe`.");
    assertThat(shop.id(shop.cartFile)).isEqualTo("sextant java . . shop/`Cart.java`/");
    assertThat(shop.id(shop.webCartTotal))
        .isEqualTo("sextant typescript . . web/src/`cart.ts`/Cart#total().");
    assertThat(shop.id(shop.webTotal))
        .isEqualTo("sextant typescript . . web/src/`cart.ts`/total().");
    assertThat(shop.id(shop.webTotalAgain))
        .isEqualTo("sextant typescript . . web/src/`cart.ts`/total(+1).");
    assertThat(shop.id(shop.maxSize)).isEqualTo("sextant python . . tools/`größe.py`/max_size.");
    assertThat(shop.id(shop.growFile)).isEqualTo("sextant python . . tools/`größe.py`/");
  }

  @Test
  void saysThatAnIdIsUnknownOrNone() {
    for (String id :
        new String[] {
          "",
          "sextant",
          "sextant java . . ",
          "sextant java . . shop/Cart",
          "sextant java . . shop/`Cart#",
          "sextant java . . shop/Cart#nothing().",
          "sextant python . . shop/Cart#",
          "scip java . . shop/Cart#",
          "sextant java . . shop/Cart#(",
          "sextant java . . shop/Cart#add(Item",
          "sextant java . . shop/Cart+1#"
        }) {
      assertThat(find(new SymbolSelector.ById(id)))
          .as(id)
          .isInstanceOf(SymbolResolution.NotFound.class);
    }
  }

  @Test
  void findsWhatIsUsedAtAPlace() {
    assertFound(at("java/shop/Cart.java", 3, 20), shop.price);
    assertFound(at("java/shop/Cart.java", 3, 25), shop.price);
    assertFound(at("java/shop/Cart.java", 1, 22), shop.item);
  }

  @Test
  void findsWhatIsDeclaredAtAPlace() {
    assertFound(at("java/shop/Cart.java", 5, 5), shop.addMany);
    assertFound(at("java/shop/Cart.java", 5, 8), shop.addMany);
  }

  @Test
  void listsTheTargetsOfAnAmbiguousUse() {
    assertThat(candidates(at("tools/größe.py", 1, 42)))
        .containsExactly(shop.id(shop.webTotal), shop.id(shop.webTotalAgain));
  }

  @Test
  void saysWhatIsMissingAtAPlace() {
    assertThat(reason(at("java/shop/Nothing.java", 0, 0))).contains("java/shop/Nothing.java");
    assertThat(reason(at("java/shop/Cart.java", 10, 0))).contains("no line 10");
    assertThat(reason(at("java/shop/Cart.java", 0, 50))).contains("0:50");
  }

  @Test
  void findsAnUnambiguousName() {
    assertFound(name("price"), shop.price);
    assertFound(name("größe"), shop.size);
    assertFound(name("Item"), shop.item);
    assertFound(name("cart.ts"), shop.webFile);
  }

  @Test
  void findsADottedNameByAnyPartOfItsChain() {
    assertFound(name("shop.Cart.total"), shop.total);
    assertFound(name("shop.Cart"), shop.cart);
    assertFound(name("Item.price"), shop.price);
    assertFound(name("cart.Cart.total"), shop.webCartTotal);
    assertFound(name("web.src.cart.Cart"), shop.webCart);
    assertFound(name("Item#price"), shop.price);
    assertFound(name("Item::price()"), shop.price);
  }

  @Test
  void picksAnOverloadByItsParameters() {
    assertFound(name("Cart.add(Item)"), shop.add);
    assertFound(name("add(shop.Item, int)"), shop.addMany);
    assertFound(name("add(Item<? extends X<Y>>,int)"), shop.addMany);
    assertThat(reason(name("Cart.add()"))).contains("Cart.add()");
  }

  @Test
  void listsTheCandidatesOfAnAmbiguousName() {
    assertThat(candidates(name("Cart.add")))
        .containsExactly(shop.id(shop.add), shop.id(shop.addMany));
    assertThat(candidates(name("Cart"))).containsExactly(shop.id(shop.cart), shop.id(shop.webCart));
    assertThat(candidates(name("Cart.total")))
        .containsExactly(shop.id(shop.total), shop.id(shop.webCartTotal));
  }

  @Test
  void meansTheConstructorWhereTheTypeCannotBeMeant() {
    assertFound(name("Cart.Cart"), shop.newCart);
    assertFound(name("Cart()"), shop.newCart);
  }

  @Test
  void saysThatANameIsUnknown() {
    for (String name :
        new String[] {
          "", ".", "..", "(", "()", "Cart.", ".Cart", "x".repeat(100_000), "Nothing.total"
        }) {
      assertThat(reason(name(name))).contains("no symbol is named");
    }
  }

  @Test
  void boundsTheCandidates() {
    var model = new GraphModel();
    for (int file = 0; file < 50; file++) {
      model.file("%02d/same.py".formatted(file), "python", "", List.of(0), 0);
    }

    var resolution = SymbolLookup.find(model.link(), name("same.py"), new Cancellation());

    assertThat(resolution)
        .isInstanceOfSatisfying(
            SymbolResolution.Ambiguous.class,
            ambiguous -> {
              assertThat(ambiguous.candidates()).hasSize(20);
              assertThat(ambiguous.total()).isEqualTo(50);
            });
  }

  @Test
  void findsNothingInAnEmptyGraph() {
    var empty = new GraphModel().link();

    for (SymbolSelector selector :
        new SymbolSelector[] {
          name("a"), at("a", 0, 0), new SymbolSelector.ById("sextant java . . a#")
        }) {
      assertThat(SymbolLookup.find(empty, selector, new Cancellation()))
          .isInstanceOf(SymbolResolution.NotFound.class);
    }
  }

  private static SymbolSelector at(String path, int line, int character) {
    return new SymbolSelector.At(path, new Position(line, character));
  }

  private static SymbolSelector name(String name) {
    return new SymbolSelector.ByName(name);
  }

  private SymbolResolution find(SymbolSelector selector) {
    return SymbolLookup.find(shop.graph, selector, new Cancellation());
  }

  private void assertFound(SymbolSelector selector, int symbol) {
    assertThat(find(selector)).isEqualTo(new SymbolResolution.Found(symbol));
  }

  private Iterable<String> candidates(SymbolSelector selector) {
    return ((SymbolResolution.Ambiguous) find(selector))
        .candidates().stream().map(SymbolSummary::id).toList();
  }

  private String reason(SymbolSelector selector) {
    return ((SymbolResolution.NotFound) find(selector)).reason();
  }
}
