package dev.sextant.testing;

import dev.sextant.graph.Evidence;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Makes small random graphs, full of homonyms, odd names and empty files; the same seed makes the
 * same graph.
 */
public final class RandomGraphs {
  private static final List<SymbolKind> KINDS =
      Arrays.stream(SymbolKind.values())
          .filter(
              kind ->
                  kind.isGraphSymbol() && kind != SymbolKind.FILE && kind != SymbolKind.NAMESPACE)
          .toList();
  private static final List<String> NAMES =
      List.of(
          "a",
          "b",
          "total",
          "Total",
          "grow",
          "a+1",
          "a+1+0",
          "+1",
          "+",
          "x`y",
          "``",
          "größe",
          "数",
          "😀",
          "a b",
          "a/b",
          "a.b",
          "get",
          "(",
          "()",
          "#",
          "\n",
          "Cart",
          "<init>",
          "a+01",
          "a+2",
          "a+99999999999");
  private static final List<String> DISAMBIGUATORS =
      List.of("", "", "", "int", "int,String", "+1", "int+1", "int[]");
  private static final List<String> PATHS =
      List.of(
          "a/A.java",
          "a/B.java",
          "b/A.java",
          "A.java",
          "src/cart.ts",
          "src/a b.ts",
          "m.py",
          "p/q/m.py",
          "p/A.java");
  private static final List<String> PACKAGES = List.of("", "p", "p.q", "a.ü");

  private final Random random;
  private final GraphModel model = new GraphModel();
  private final List<int[]> tokens = new ArrayList<>();
  private int cursor;

  private RandomGraphs(long seed) {
    random = new Random(seed);
  }

  /** A random graph. */
  public static GraphModel graph(long seed) {
    return new RandomGraphs(seed).run();
  }

  private GraphModel run() {
    var paths = new TreeSet<String>();
    for (String path : PATHS) {
      if (random.nextInt(3) > 0) {
        paths.add(path);
      }
    }
    paths.forEach(this::file);
    for (int[] token : tokens) {
      occurrences(token);
    }
    for (int i = random.nextInt(1 + model.symbols.size()); i > 0; i--) {
      model.supertypes.add(new GraphModel.Supertype(anySymbol(), anySymbol()));
    }
    return model;
  }

  private void file(String path) {
    boolean java = path.endsWith(".java");
    String language = java ? "java" : path.endsWith(".ts") ? "typescript" : "python";
    cursor = 0;
    int symbol = model.file(path, language, java ? pick(PACKAGES) : path, List.of(0), 0);
    children(symbol, 3);
    int length = cursor + random.nextInt(3);
    var starts = new TreeSet<Integer>(List.of(0));
    for (int i = random.nextInt(10); i > 0 && length > 0; i--) {
      starts.add(random.nextInt(length));
    }
    int number = model.files.size() - 1;
    GraphModel.File made = model.files.get(number);
    model.files.set(
        number,
        new GraphModel.File(
            made.path(), made.language(), made.namespace(), List.copyOf(starts), length));
    close(symbol, length);
  }

  private void children(int container, int depth) {
    int count = depth == 0 ? 0 : random.nextInt(5);
    for (int i = 0; i < count; i++) {
      tokens(container);
      symbol(container, depth);
    }
    tokens(container);
  }

  private void symbol(int container, int depth) {
    int start = cursor;
    cursor += random.nextInt(2);
    int nameStart = cursor;
    cursor += random.nextInt(4);
    int nameEnd = cursor;
    cursor += random.nextInt(2);
    int bodyStart = cursor;
    SymbolKind kind = pick(KINDS);
    model.symbols.add(
        new GraphModel.Symbol(
            model.files.size() - 1,
            kind,
            pick(NAMES),
            pick(DISAMBIGUATORS),
            container,
            nameStart,
            nameEnd,
            start,
            bodyStart,
            bodyStart,
            random.nextInt(1 << 18)));
    int symbol = model.symbols.size() - 1;
    children(symbol, depth - 1);
    cursor++;
    close(symbol, cursor);
  }

  private void close(int symbol, int end) {
    GraphModel.Symbol made = model.symbols.get(symbol);
    model.symbols.set(
        symbol,
        new GraphModel.Symbol(
            made.file(),
            made.kind(),
            made.name(),
            made.disambiguator(),
            made.container(),
            made.nameStart(),
            made.nameEnd(),
            made.start(),
            made.bodyStart(),
            end,
            made.modifiers()));
  }

  private void tokens(int enclosing) {
    for (int i = random.nextInt(3); i > 0; i--) {
      cursor += random.nextInt(2);
      int start = cursor;
      cursor += 1 + random.nextInt(4);
      tokens.add(new int[] {enclosing, start, cursor});
    }
  }

  private void occurrences(int[] token) {
    for (int i = random.nextInt(5) == 0 ? 3 : 1; i > 0; i--) {
      model.occurrences.add(
          new GraphModel.Occurrence(
              token[0],
              token[1],
              token[2],
              anySymbol(),
              pick(List.of(Role.values())),
              pick(List.of(Evidence.values()))));
    }
  }

  private int anySymbol() {
    return random.nextInt(model.symbols.size());
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
