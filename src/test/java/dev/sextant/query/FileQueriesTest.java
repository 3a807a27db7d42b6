package dev.sextant.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.Evidence;
import dev.sextant.graph.SymbolKind;
import dev.sextant.testing.GraphModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileQueriesTest {
  private static final Window ALL = new Window(0, 100);
  private final Shop shop = new Shop();

  @Test
  void listsAllFilesBelowAFolder() {
    assertThat(list("java", FileList.Form.FLAT))
        .containsExactly("java/shop/Cart.java", "java/shop/Item.java");
    assertThat(list("", FileList.Form.FLAT)).hasSize(4);
    assertThat(list("jav", FileList.Form.FLAT)).isEmpty();
  }

  @Test
  void listsOneLevelWithFoldersFirst() {
    assertThat(list("", FileList.Form.LEVEL)).containsExactly("java/ 2", "tools/ 1", "web/ 1");
    assertThat(list("java/shop/", FileList.Form.LEVEL))
        .containsExactly("java/shop/Cart.java", "java/shop/Item.java");
  }

  @Test
  void listsASingleFile() {
    assertThat(list("web/src/cart.ts", FileList.Form.LEVEL)).containsExactly("web/src/cart.ts");
  }

  @Test
  void pagesFilesWithAnExactTotal() {
    var request = new FileList.Request("", FileList.Form.LEVEL, new Window(1, 1));

    Slice<FileList.Entry> slice = FileList.in(shop.graph, request, new Cancellation());

    assertThat(slice.items()).containsExactly(new FileList.Folder("tools", 1));
    assertThat(slice.total()).isEqualTo(3);
  }

  @Test
  void nestsTheOutlineAsDeclared() {
    FileOutline outline =
        FileOutline.of(shop.graph, "java/shop/Cart.java", new Cancellation()).orElseThrow();

    assertThat(outline.total()).isEqualTo(7);
    assertThat(outline.file().kind()).isEqualTo(SymbolKind.FILE);
    assertThat(outline.file().children())
        .extracting(FileOutline.Node::name)
        .containsExactly("Cart");
    assertThat(outline.file().children().getFirst().children())
        .extracting(FileOutline.Node::name)
        .containsExactly("Cart", "total", "add", "add", "größe");
    assertThat(FileOutline.of(shop.graph, "none", new Cancellation())).isEmpty();
  }

  @Test
  void listsTheNamesOfAFileInTheOrderOfTheSource() {
    FileOccurrences answer = names("tools/größe.py", Evidence.NAMED, ALL);

    assertThat(answer.items().items())
        .extracting(item -> item.range().start() + " " + item.symbol())
        .containsExactly(
            "1:5 " + shop.id(shop.grow),
            "1:20 " + shop.id(shop.total),
            "1:40 " + shop.id(shop.webTotal),
            "1:40 " + shop.id(shop.webTotalAgain),
            "2:5 " + shop.id(shop.maxSize));
  }

  @Test
  void leavesNamesBelowTheFloorOutAndPages() {
    FileOccurrences answer = names("tools/größe.py", Evidence.IMPORTED, new Window(1, 5));

    assertThat(answer.items().items())
        .extracting(FileOccurrences.Item::symbol)
        .containsExactly(shop.id(shop.maxSize));
    assertThat(answer.items().total()).isEqualTo(2);
    assertThat(answer.belowFloor()).isEqualTo(new BelowFloor(0, 0, 3));
  }

  @Test
  void tellsDetailsOfASymbol() {
    SymbolDetails details = SymbolDetails.of(shop.graph, shop.cart, new Cancellation());

    assertThat(details.symbol().container()).isEqualTo("shop");
    assertThat(details.container()).map(SymbolSummary::id).contains(shop.id(shop.cartFile));
    assertThat(details.modifiers()).containsExactly("public");
    assertThat(details.members()).isEqualTo(5);
    assertThat(details.supertypes())
        .extracting(SymbolSummary::id)
        .containsExactly(shop.id(shop.item));
    assertThat(details.signature()).hasToString("1:0-1:15");
    assertThat(details.range()).hasToString("1:0-6:90");
    assertThat(SymbolDetails.of(shop.graph, shop.addMany, new Cancellation()))
        .extracting(SymbolDetails::references, SymbolDetails::callsIn, SymbolDetails::callsOut)
        .containsExactly(2, 2, 2);
    assertThat(SymbolDetails.of(shop.graph, shop.item, new Cancellation()).subtypeCount())
        .isEqualTo(1);
  }

  @Test
  void tellsWhereASymbolIsDefined() {
    Definition definition = Definition.of(shop.graph, shop.webCart);

    assertThat(definition.symbol().location().path()).isEqualTo("web/src/cart.ts");
    assertThat(definition.symbol().location().range()).hasToString("1:5-1:9");
    assertThat(definition.symbol().container()).isEqualTo("web.src.cart");
    assertThat(definition.range()).hasToString("1:0-2:90");
  }

  @Test
  void listsNothingInAnEmptyGraph() {
    var empty = new GraphModel().link();

    assertThat(
            FileList.in(
                    empty, new FileList.Request("", FileList.Form.LEVEL, ALL), new Cancellation())
                .items())
        .isEmpty();
    assertThat(
            FileOccurrences.in(
                empty, new FileOccurrences.Request("a", Evidence.NAMED, ALL), new Cancellation()))
        .isEmpty();
  }

  @Test
  void outlinesAFileWithoutDeclarations() {
    var model = new GraphModel();
    model.file("empty.py", "python", "empty.py", List.of(0), 0);

    FileOutline outline =
        FileOutline.of(model.link(), "empty.py", new Cancellation()).orElseThrow();

    assertThat(outline.file().children()).isEmpty();
    assertThat(outline.file().range()).hasToString("0:0-0:0");
  }

  private List<String> list(String folder, FileList.Form form) {
    return FileList.in(shop.graph, new FileList.Request(folder, form, ALL), new Cancellation())
        .items()
        .stream()
        .map(
            entry ->
                switch (entry) {
                  case FileList.Folder(String path, int files) -> path + "/ " + files;
                  case FileList.File file -> file.path();
                })
        .toList();
  }

  private FileOccurrences names(String path, Evidence floor, Window window) {
    return FileOccurrences.in(
            shop.graph, new FileOccurrences.Request(path, floor, window), new Cancellation())
        .orElseThrow();
  }
}
