package dev.sextant.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testing.GraphDump;
import dev.sextant.testing.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What calls in TypeScript go to where no type is written beside them. */
class ScriptTypesTest {
  private static final String SHOP =
      """
      export class Item { price(): number { return 1; } }
      export class Cart<T extends Item = Item> {
        items: T[] = [];
        add(item: T): this { this.items.push(item); return this; }
        first() { return this.items[0]; }
      }
      export class Basket { empty() {} }
      export function newCart() { return new Cart<Item>(); }
      export const load = async () => newCart();
      export function isItem(value: unknown): value is Item { return true; }
      export type Store = Cart | Basket;
      export type Maker = (cart: Cart) => void;
      export interface Handlers { opened(cart: Cart): void; closed?: (basket: Basket) => void; }
      export function each<A, B>(all: A[], to: (one: A) => B): B[] { return all.map(to); }
      """;

  @TempDir private Path folder;

  @Test
  void resultsAreInferredAcrossFiles() throws Exception {
    assertThat(calls("const c = newCart(); c.add(new Item());"))
        .contains("Cart#add(T). call typed");
    assertThat(calls("const c = await load(); c.first().price();"))
        .contains("Cart#first(). call typed", "Item#price(). call typed");
    assertThat(calls("load().then(c => c.first());")).contains("Cart#first(). call typed");
  }

  @Test
  void methodsThatGiveThemselvesKeepTheType() throws Exception {
    assertThat(calls("newCart().add(new Item()).first().price();"))
        .contains("Item#price(). call typed");
  }

  @Test
  void functionsWrittenInPlaceKnowWhatTheyAreGiven() throws Exception {
    assertThat(calls("newCart().items.filter(i => i.price()).forEach(i => i.price());"))
        .filteredOn(edge -> edge.contains("price()"))
        .hasSize(2);
    assertThat(calls("each(newCart().items, i => ({ it: i }))[0].it.price();"))
        .contains("Item#price(). call typed");
    assertThat(calls("const f: Maker = cart => cart.first();"))
        .contains("Cart#first(). call typed");
    assertThat(calls("const h: Handlers = { opened(c) { c.first(); }, closed: b => b.empty() };"))
        .contains("Cart#first(). call typed", "Basket#empty(). call typed");
  }

  @Test
  void patternsTakeTheirPartsOut() throws Exception {
    assertThat(calls("const { items: [one] } = newCart(); one.price();"))
        .contains("Item#price(). call typed");
    assertThat(calls("const f = ({ cart, n }: { cart: Cart; n: number }) => cart.first();"))
        .contains("Cart#first(). call typed");
    assertThat(calls("for (const [k, c] of new Map<string, Cart>()) { c.first(); }"))
        .contains("Cart#first(). call typed");
  }

  @Test
  void conditionsTellTypes() throws Exception {
    assertThat(calls("let v: unknown; if (isItem(v)) { v.price(); }"))
        .contains("Item#price(). call typed");
    assertThat(calls("let v: unknown; if (!(v instanceof Basket)) { throw v; } v.empty();"))
        .contains("Basket#empty(). call typed");
    assertThat(calls("let v: any; const n = v instanceof Item && v.price();"))
        .contains("Item#price(). call typed");
  }

  @Test
  void memberOfSeveralPartsOfAUnionIsNotCertain() throws Exception {
    assertThat(calls("class Other { empty() {} } let v: Basket | Other; v.empty();"))
        .contains("Basket#empty(). call imported", "Other#empty(). call imported");
    assertThat(calls("let v: Store; v.empty();")).contains("Basket#empty(). call typed");
  }

  @Test
  void whatIsDeclaredToBeAnythingLeadsNowhere() throws Exception {
    assertThat(calls("let v: any; v.empty();")).noneMatch(edge -> edge.contains("empty"));
    assertThat(calls("document.empty();")).noneMatch(edge -> edge.contains("empty"));
  }

  @Test
  void signaturesChooseTheResultAndTheBodyIsTheTarget() throws Exception {
    String overloaded =
        """
        function pick(by: string): Item;
        function pick(by: number): Basket;
        function pick(by: any): any { return by; }
        pick(1).empty();
        pick('a').price();
        """;

    assertThat(calls(overloaded))
        .contains("pick(any). call exact", "Basket#empty(). call typed", "Item#price(). call typed")
        .noneMatch(edge -> edge.startsWith("pick(string)"));
  }

  @Test
  void functionsOfAModulesObjectAreItsOwn() throws Exception {
    assertThat(
            calls(
                "const api = { run() { return newCart(); }, go: () => new Item() };\n"
                    + "function use() { api.run().first(); api.go().price(); }"))
        .contains("run(). call typed", "go(). call typed", "Cart#first(). call typed");
  }

  @Test
  void namespacesAndModulesHaveMembers() throws Exception {
    assertThat(
            calls(
                "namespace N { export function f() { return g(); } function g() { return new Item(); } }"
                    + " N.f().price();"))
        .contains("g(). call exact", "Item#price(). call typed");
    assertThat(calls("import * as shop from './shop'; shop.newCart().first();"))
        .contains("newCart(). call imported", "Cart#first(). call typed");
  }

  /** {@code TARGET ROLE EVIDENCE} of every call in a file that imports the shop. */
  private List<String> calls(String text) throws Exception {
    Path root = Files.createTempDirectory(folder, "tree");
    Files.writeString(root.resolve("shop.ts"), SHOP);
    String names = "Item, Cart, Basket, newCart, load, isItem, Store, Maker, Handlers, each";
    Files.writeString(
        root.resolve("main.ts"), "import { " + names + " } from './shop';\n" + text + "\n");
    return GraphDump.of(Trees.build(root, root.resolve(".state")).graph())
        .lines()
        .filter(line -> line.contains(" call ") && line.contains("@main.ts"))
        .map(line -> line.replaceFirst(".* -> .*?`/", "").replaceFirst(" @.*", ""))
        .map(edge -> edge.replaceFirst("^(?:api|N)[.#/]", ""))
        .toList();
  }
}
