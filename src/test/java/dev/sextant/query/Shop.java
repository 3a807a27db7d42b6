package dev.sextant.query;

import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.Evidence;
import dev.sextant.graph.Modifiers;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import dev.sextant.testing.GraphModel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A small graph that the tests of queries share. Every line of its files has 100 units, and stands
 * for one declaration:
 *
 * <pre>
 * java/shop/Cart.java (shop)          web/src/cart.ts
 * 0                                   0
 * 1 class Cart                        1 class Cart
 * 2   constructor Cart()              2   total()
 * 3   total()                         3 function total
 * 4   add(Item)                       4 function total    (a homonym)
 * 5   add(Item,int)                   tools/größe.py
 * 6   field größe                     0
 * java/shop/Item.java (shop)          1 function grow
 * 0                                   2 variable max_size
 * 1 interface Item
 * 2   price()
 * </pre>
 *
 * <p>Calls: total -> price, typed; add(Item) -> add(Item,int), exact, twice; add(Item,int) ->
 * add(Item), exact; add(Item,int) -> total, imported; grow -> total of Java, named; grow -> both
 * totals of cart.ts, named. total reads größe; add(Item,int) writes it. Cart has Item as its
 * supertype and mentions it in its head.
 */
final class Shop {
  static final int LINE = 100;

  final GraphModel model = new GraphModel();
  final int cartFile = file("java/shop/Cart.java", "java", "shop");
  final int cart = symbol(SymbolKind.CLASS, "Cart", "", cartFile, 1, 6);
  final int newCart = symbol(SymbolKind.CONSTRUCTOR, "Cart", "", cart, 2, 2);
  final int total = symbol(SymbolKind.METHOD, "total", "", cart, 3, 3);
  final int add = symbol(SymbolKind.METHOD, "add", "Item", cart, 4, 4);
  final int addMany = symbol(SymbolKind.METHOD, "add", "Item,int", cart, 5, 5);
  final int size = symbol(SymbolKind.FIELD, "größe", "", cart, 6, 6);
  final int itemFile = file("java/shop/Item.java", "java", "shop");
  final int item = symbol(SymbolKind.INTERFACE, "Item", "", itemFile, 1, 2);
  final int price = symbol(SymbolKind.METHOD, "price", "", item, 2, 2);
  final int growFile = file("tools/größe.py", "python", "tools/größe.py");
  final int grow = symbol(SymbolKind.FUNCTION, "grow", "", growFile, 1, 1);
  final int maxSize = symbol(SymbolKind.VARIABLE, "max_size", "", growFile, 2, 2);
  final int webFile = file("web/src/cart.ts", "typescript", "web/src/cart.ts");
  final int webCart = symbol(SymbolKind.CLASS, "Cart", "", webFile, 1, 2);
  final int webCartTotal = symbol(SymbolKind.METHOD, "total", "", webCart, 2, 2);
  final int webTotal = symbol(SymbolKind.FUNCTION, "total", "", webFile, 3, 3);
  final int webTotalAgain = symbol(SymbolKind.FUNCTION, "total", "", webFile, 4, 4);
  final CodeGraph graph;

  Shop() {
    model.supertypes.add(new GraphModel.Supertype(cart, item));
    use(cart, 20, item, Role.TYPE, Evidence.EXACT);
    use(total, 20, price, Role.CALL, Evidence.TYPED);
    use(total, 40, size, Role.READ, Evidence.EXACT);
    use(add, 20, addMany, Role.CALL, Evidence.EXACT);
    use(add, 40, addMany, Role.CALL, Evidence.EXACT);
    use(addMany, 20, add, Role.CALL, Evidence.EXACT);
    use(addMany, 40, total, Role.CALL, Evidence.IMPORTED);
    use(addMany, 60, size, Role.WRITE, Evidence.EXACT);
    use(grow, 20, total, Role.CALL, Evidence.NAMED);
    use(grow, 40, webTotal, Role.CALL, Evidence.NAMED);
    use(grow, 40, webTotalAgain, Role.CALL, Evidence.NAMED);
    graph = model.link();
  }

  /** The public id of a symbol. */
  String id(int symbol) {
    return graph.ids().render(symbol);
  }

  private int file(String path, String language, String namespace) {
    List<Integer> starts = IntStream.range(0, 10).map(line -> line * LINE).boxed().toList();
    return model.file(path, language, namespace, starts, 10 * LINE);
  }

  private int symbol(
      SymbolKind kind, String name, String parameters, int container, int line, int lastLine) {
    int start = line * LINE;
    model.symbols.add(
        new GraphModel.Symbol(
            model.files.size() - 1,
            kind,
            name,
            parameters,
            container,
            start + 5,
            start + 5 + name.length(),
            start,
            start + 15,
            lastLine * LINE + 90,
            Modifiers.PUBLIC));
    return model.symbols.size() - 1;
  }

  private void use(int enclosing, int character, int target, Role role, Evidence evidence) {
    int start = model.symbols.get(enclosing).start() + character;
    int end = start + model.symbols.get(target).name().length();
    model.occurrences.add(new GraphModel.Occurrence(enclosing, start, end, target, role, evidence));
  }
}
