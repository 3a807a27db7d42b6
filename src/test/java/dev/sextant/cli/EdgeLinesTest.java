package dev.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.graph.Evidence;
import dev.sextant.graph.Modifiers;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import dev.sextant.testing.GraphModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines that edges are exported as. */
class EdgeLinesTest {
  private final GraphModel model = new GraphModel();

  @Test
  void writesALineForEachEdge() throws IOException {
    // Lines of ten units, so that offset 23 is line 2, character 3.
    int file = model.file("a/Shop.java", "java", "a", lines(), 100);
    int shop = symbol(file, SymbolKind.CLASS, "Shop", 6, 99);
    int made = symbol(shop, SymbolKind.CONSTRUCTOR, "<init>", 21, 40);
    int open = symbol(shop, SymbolKind.METHOD, "open", 43, 60);
    occurrence(file, 1, shop, Role.IMPORT, Evidence.EXACT);
    occurrence(file, 3, made, Role.CONSTRUCT, Evidence.EXACT);
    occurrence(made, 30, open, Role.CALL, Evidence.TYPED);
    occurrence(open, 52, open, Role.METHOD_REFERENCE, Evidence.NAMED);
    occurrence(open, 55, shop, Role.TYPE, Evidence.IMPORTED);
    occurrence(open, 58, made, Role.CALL, Evidence.EXACT);

    assertThat(export())
        .isEqualTo(
            """
            {"kind":"new","from":{"file":"a/Shop.java","line":0,"name":"<file>"},"to":{"file":"a/Shop.java","line":2,"name":"Shop"},"at":{"line":0,"character":3},"evidence":"exact"}
            {"kind":"call","from":{"file":"a/Shop.java","line":2,"name":"Shop"},"to":{"file":"a/Shop.java","line":4,"name":"open"},"at":{"line":3,"character":0},"evidence":"typed"}
            {"kind":"call","from":{"file":"a/Shop.java","line":4,"name":"open"},"to":{"file":"a/Shop.java","line":4,"name":"open"},"at":{"line":5,"character":2},"evidence":"named"}
            {"kind":"ref","from":{"file":"a/Shop.java","line":4,"name":"open"},"to":{"file":"a/Shop.java","line":0,"name":"Shop"},"at":{"line":5,"character":5},"evidence":"imported"}
            {"kind":"call","from":{"file":"a/Shop.java","line":4,"name":"open"},"to":{"file":"a/Shop.java","line":2,"name":"Shop"},"at":{"line":5,"character":8},"evidence":"exact"}
            """);
  }

  @Test
  void takesReadsAndWritesForReferences() throws IOException {
    int file = model.file("a.py", "python", "", lines(), 100);
    int count = symbol(file, SymbolKind.VARIABLE, "count", 10, 20);
    occurrence(file, 30, count, Role.READ, Evidence.EXACT);
    occurrence(file, 40, count, Role.WRITE, Evidence.EXACT);

    assertThat(export().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"kind\":\"ref\""));
  }

  @Test
  void writesNothingForAGraphWithoutEdges() throws IOException {
    model.file("a.py", "python", "", lines(), 100);

    assertThat(export()).isEmpty();
  }

  private static List<Integer> lines() {
    return List.of(0, 10, 20, 30, 40, 50, 60, 70, 80, 90);
  }

  private int symbol(int container, SymbolKind kind, String name, int at, int end) {
    int length = kind == SymbolKind.CONSTRUCTOR ? 4 : name.length();
    model.symbols.add(
        new GraphModel.Symbol(
            model.files.size() - 1,
            kind,
            name,
            "",
            container,
            at,
            at + length,
            at,
            at + length,
            end,
            Modifiers.PUBLIC));
    return model.symbols.size() - 1;
  }

  private void occurrence(int from, int at, int to, Role role, Evidence evidence) {
    model.occurrences.add(new GraphModel.Occurrence(from, at, at + 1, to, role, evidence));
  }

  private String export() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    EdgeLines.write(model.link(), bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
