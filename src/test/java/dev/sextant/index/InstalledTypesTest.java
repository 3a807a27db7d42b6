package dev.sextant.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.graph.SymbolKind;
import dev.sextant.index.cache.FactsCache;
import dev.sextant.index.modules.TypesLimits;
import dev.sextant.testing.GraphDump;
import dev.sextant.testing.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the declaration files of installed packages say of the sources that import them. */
class InstalledTypesTest {
  private static final String SHOP =
      """
      //- package.json
      { "name": "shop" }
      //- src/cart.ts
      export class Cart { total() { return 1; } item() { return new Item(); } }
      export class Item { price() { return 1; } }
      export class Stack { push() { } find() { } }
      """;

  @TempDir private Path folder;

  @Test
  void typesLeadBackToTheWorkspace() throws Exception {
    Path root =
        tree(
            """
            //- src/main.ts
            import { wrap, Box, each } from 'boxes';
            import { Cart } from './cart';
            const carts: Cart[] = [];
            wrap(new Cart()).value.total();
            each(carts, cart => cart.item()).first().price();
            class Mine extends Box<Cart> { use() { return this.value.total(); } }
            //- node_modules/boxes/package.json
            { "name": "boxes", "exports": { ".": { "types": "./types/main.d.mts", "default": "./main.mjs" } } }
            //- node_modules/boxes/types/main.d.mts
            export * from "./box.mjs";
            import { List } from "lists/deep";
            export declare function each<A, B>(all: A[], to: (one: A) => B): List<B>;
            //- node_modules/boxes/types/box.d.mts
            export declare class Box<T> { value: T; }
            export declare function wrap<T>(value: T): Box<T>;
            //- node_modules/lists/deep/package.json
            { "types": "../types/deep.d.ts" }
            //- node_modules/lists/types/deep.d.ts
            export interface List<T> { first(): T; }
            """);

    IndexResult result = build(root, TypesLimits.USUAL);

    assertThat(calls(result))
        .contains(
            "src/`main.ts`/ -> src/`cart.ts`/Cart#total(). call typed @src/main.ts:3:23",
            "src/`main.ts`/ -> src/`cart.ts`/Cart#item(). call typed @src/main.ts:4:25",
            "src/`main.ts`/ -> src/`cart.ts`/Item#price(). call typed @src/main.ts:4:41",
            "src/`main.ts`/Mine#use(). -> src/`cart.ts`/Cart#total(). call typed"
                + " @src/main.ts:5:57");
    assertThat(result.report().problems()).isEmpty();
  }

  @Test
  void packagesAreNoNodes() throws Exception {
    Path root =
        tree(
            """
            //- src/main.ts
            import { open } from 'db';
            open().find();
            //- node_modules/db/index.d.ts
            export interface Table { find(): Table; }
            export declare function open(): Table;
            """);

    IndexResult result = build(root, TypesLimits.USUAL);

    assertThat(GraphDump.of(result.graph())).doesNotContain("node_modules");
    assertThat(calls(result)).noneMatch(edge -> edge.contains("find"));
    assertThat(result.report().files()).isEqualTo(2);
    assertThat(kinds(result)).doesNotContain(SymbolKind.INTERFACE);
  }

  @Test
  void typesComeFromPackagesOfTypesToo() throws Exception {
    Path root =
        tree(
            """
            //- src/main.tsx
            import React, { make } from 'ui';
            import { tap } from '@scope/tap';
            import * as fs from 'files';
            import { Cart } from './cart';
            React.make(() => new Cart()).total();
            make(() => new Cart()).item().price();
            tap(new Cart()).total();
            fs.given(new Cart()).total();
            const C: React.Holder<Cart> = { held: new Cart() };
            C.held.total();
            //- node_modules/ui/index.js
            module.exports = {};
            //- node_modules/@types/ui/index.d.ts
            export = UI;
            export as namespace UI;
            declare namespace UI {
              function make<T>(maker: () => T): T;
              interface Holder<T> { held: T }
            }
            //- node_modules/@types/scope__tap/package.json
            { "types": "tap" }
            //- node_modules/@types/scope__tap/tap.d.ts
            export function tap<T>(value: T): T;
            //- node_modules/@types/runtime/index.d.ts
            /// <reference path="files.d.ts" />
            //- node_modules/@types/runtime/files.d.ts
            declare module "files" {
              import { Same } from "runtime:same";
              export function given<T>(value: T): Same<T>;
            }
            declare module "runtime:same" {
              export type Same<T> = T;
            }
            """);

    List<String> calls = calls(build(root, TypesLimits.USUAL));

    for (String place : List.of("4:29", "6:16", "7:21", "9:7")) {
      assertThat(calls)
          .contains(
              "src/`main.tsx`/ -> src/`cart.ts`/Cart#total(). call typed @src/main.tsx:" + place);
    }
    assertThat(calls)
        .contains("src/`main.tsx`/ -> src/`cart.ts`/Item#price(). call typed @src/main.tsx:5:30");
  }

  @Test
  void linksInsideAreFollowedAndThoseThatLeadOutAreRefused() throws Exception {
    Path root =
        tree(
            """
            //- src/main.ts
            import { tap } from 'linked';
            import { out } from 'outside';
            import { Cart } from './cart';
            tap(new Cart()).total();
            out(new Cart()).total();
            //- node_modules/.store/linked@1/node_modules/linked/index.d.ts
            export { tap } from "beside";
            //- node_modules/.store/linked@1/node_modules/beside/index.d.ts
            export function tap<T>(value: T): T;
            """);
    Files.createSymbolicLink(
        root.resolve("node_modules/linked"), Path.of(".store/linked@1/node_modules/linked"));
    Path outside = Files.createDirectories(folder.resolve("elsewhere/node_modules/outside"));
    Files.writeString(outside.resolve("index.d.ts"), "export function out<T>(value: T): T;");
    Files.createSymbolicLink(root.resolve("node_modules/outside"), outside);

    IndexResult result = build(root, TypesLimits.USUAL);

    assertThat(calls(result))
        .contains("src/`main.ts`/ -> src/`cart.ts`/Cart#total(). call typed @src/main.ts:3:16")
        .doesNotContain(
            "src/`main.ts`/ -> src/`cart.ts`/Cart#total(). call typed @src/main.ts:4:16");
    assertThat(result.report().problems())
        .extracting(FileProblem::detail)
        .containsExactly("node_modules/outside leads out of the workspace and is not read");
  }

  @Test
  void limitsHoldAndAreReported() throws Exception {
    String tree =
        """
        //- src/main.ts
        import { tap } from 'one';
        import { Cart } from './cart';
        tap(new Cart()).total();
        //- node_modules/one/index.d.ts
        export { tap } from './two';
        //- node_modules/one/two.d.ts
        export function tap<T>(value: T): T;
        """;
    Path root = tree(tree);

    IndexResult limited = build(root, new TypesLimits(1, 1 << 20));
    IndexResult none = build(root, TypesLimits.NONE);

    assertThat(limited.report().problems())
        .extracting(FileProblem::reason)
        .containsExactly("types");
    assertThat(calls(limited)).noneMatch(edge -> edge.contains("total"));
    assertThat(calls(none)).noneMatch(edge -> edge.contains("total(). call typed"));
    assertThat(none.report().problems()).isEmpty();
  }

  @Test
  void hostilePackagesHarmNobody() throws Exception {
    Path root =
        tree(
            """
            //- src/main.ts
            import a from 'a';
            import b from 'b/../../../x';
            import c from 'c';
            import d from 'd';
            import '..';
            a(); c(); d();
            //- node_modules/a/package.json
            { "types": "../../../../etc/passwd", "exports": { ".": "../../src/cart.ts" } }
            //- node_modules/c/package.json
            { not json
            //- node_modules/d/index.d.ts
            export * from './index';
            export * from 'd';
            export = d; declare module 'd' { export * from 'd'; } ((((
            """);

    IndexResult result = build(root, TypesLimits.USUAL);

    assertThat(result.report().problems())
        .extracting(FileProblem::detail)
        .containsExactly(
            "cannot read node_modules/c/package.json: expected a name in quotes in line 1");
  }

  private Path tree(String tree) throws Exception {
    return Trees.write(folder, SHOP + tree);
  }

  private IndexResult build(Path root, TypesLimits limits) throws Exception {
    Path state = folder.resolve("state");
    var settings =
        new IndexSettings(
            1 << 20,
            Duration.ofSeconds(5),
            state,
            new Libraries(Optional.empty(), limits, state.resolve(IndexSettings.LIBRARIES)),
            FactsCache.in(state.resolve(IndexSettings.FACTS), 1 << 20));
    return Trees.build(root, settings);
  }

  private static List<String> calls(IndexResult result) {
    return GraphDump.of(result.graph()).lines().filter(line -> line.contains(" call ")).toList();
  }

  private static List<SymbolKind> kinds(IndexResult result) {
    return java.util.stream.IntStream.range(0, result.graph().symbols().count())
        .mapToObj(result.graph().symbols()::kind)
        .toList();
  }
}
