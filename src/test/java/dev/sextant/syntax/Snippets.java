package dev.sextant.syntax;

import java.nio.charset.StandardCharsets;

/** A short correct text in each grammar. */
final class Snippets {
  private Snippets() {}

  static byte[] of(Grammar grammar) {
    return text(grammar).getBytes(StandardCharsets.UTF_8);
  }

  static String text(Grammar grammar) {
    return switch (grammar) {
      case JAVA ->
          """
          package shop;

          import java.util.List;

          /** Ünïcödé. */
          public final class Shop<T extends Item> implements Runnable {
            private static final int LIMIT = 3;

            @Override
            public void run() {
              for (T item : items()) {
                switch (item) {
                  case Book(var title) when title.isEmpty() -> sell(title, () -> LIMIT);
                  default -> throw new IllegalStateException("naïve");
                }
              }
            }
          }
          """;
      case TYPESCRIPT ->
          """
          import { Item } from "./item";
          export interface Shop<T extends Item> { readonly items: T[]; sell?(item: T): void }
          enum Colour { Red = "r" }
          export class Corner implements Shop<Item> {
            constructor(public items: Item[]) {}
            async first(): Promise<Item | undefined> { return this.items?.[0] as Item; }
          }
          """;
      case TSX ->
          """
          import React from "react";
          const Title = ({ text }: { text: string }) => <h1 className="t">{text}</h1>;
          export default Title;
          """;
      case JAVASCRIPT ->
          """
          const { a, b = 2, ...rest } = require("./thing");
          export async function* all(x) { for await (const y of x) yield `${y}!`; }
          class Box extends Map { #secret = /re(g)ex/u; get size() { return this.#secret ?? 0; } }
          const view = <div key="1">hello</div>;
          """;
      case PYTHON ->
          """
          from __future__ import annotations
          import os.path as p

          @decorator(1)
          class Shop(Base, metaclass=Meta):
              items: list[int] = []

              async def sell(self, *args: int, key=None, **rest) -> str:
                  match args:
                      case [1, *others] if others:
                          return f"{key!r:>{10}}"
                  with open(p.join("a", "b")) as handle:
                      return [line for line in handle if line]
          """;
      case GO ->
          """
          package shop

          import (
          	"fmt"
          	alias "strings"
          )

          type Stack[T any] struct {
          	items []T
          }

          func (s *Stack[T]) Push(item T) (n int, err error) {
          	defer func() { fmt.Println(alias.ToUpper("x")) }()
          	s.items = append(s.items, item)
          	return len(s.items), nil
          }
          """;
      case C ->
          """
          #include <stdio.h>
          #define SQUARE(x) ((x) * (x))
          typedef struct point { int x, y; } point;
          static int (*handler)(const char *, ...) = printf;
          int main(int argc, char **argv) {
            point p = {.x = SQUARE(argc), .y = 2};
            return handler("%d %s\\n", p.x, argv[0]) > 0 ? 0 : 1;
          }
          """;
      case CPP ->
          """
          #include <vector>
          namespace shop::inner {
          template <typename T, int N = 3>
          class Box final : public Base<T> {
           public:
            explicit Box(T &&value) noexcept : value_{std::move(value)} {}
            auto operator()(int x) const -> decltype(x) { return [=](auto y) { return x + y; }(N); }
            ~Box() override = default;
           private:
            T value_;
            const char *raw = R"x(a "quoted" text)x";
          };
          }
          """;
      case RUST ->
          """
          use std::{collections::HashMap, fmt};
          #[derive(Debug, Clone)]
          pub struct Shop<'a, T: Clone> { items: HashMap<&'a str, Vec<T>> }
          impl<'a, T: Clone> Shop<'a, T> {
              pub async fn first(&self, name: &str) -> Option<T> {
                  match self.items.get(name)?.as_slice() {
                      [head, ..] if true => Some(head.clone()),
                      _ => { println!("none {}", r#"raw "text""#); None }
                  }
              }
          }
          """;
    };
  }
}
