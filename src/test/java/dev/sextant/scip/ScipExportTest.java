package dev.sextant.scip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.Evidence;
import dev.sextant.graph.Modifiers;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import dev.sextant.testing.GraphModel;
import dev.sextant.testing.Trees;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Graphs as indexes of the SCIP protocol; {@code -Dgolden.update=true} rewrites the golden index.
 */
class ScipExportTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/scip");

  @TempDir private Path folder;

  @Test
  void indexIsTheGoldenOne() throws Exception {
    Path root = Trees.write(folder, Files.readString(GOLDEN.resolve("tree.txt")));

    String text = ScipText.of(export(Trees.build(root, folder.resolve("state")).graph()));

    Path expected = GOLDEN.resolve("index.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, text);
    }
    assertThat(text).isEqualTo(Files.readString(expected));
  }

  @Test
  void readingAndWritingInOneIsOneOccurrence() throws IOException {
    var model = new GraphModel();
    int file = model.file("a.py", "python", "", List.of(0, 10, 20), 30);
    model.symbols.add(
        new GraphModel.Symbol(
            0, SymbolKind.VARIABLE, "count", "", file, 0, 5, 0, 9, 9, Modifiers.NONE));
    model.occurrences.add(new GraphModel.Occurrence(file, 10, 15, 1, Role.READ, Evidence.EXACT));
    model.occurrences.add(new GraphModel.Occurrence(file, 10, 15, 1, Role.WRITE, Evidence.EXACT));
    model.occurrences.add(new GraphModel.Occurrence(file, 20, 25, 1, Role.READ, Evidence.EXACT));

    assertThat(references(export(model.link())))
        .containsExactly("range 1 0 5, roles 12", "range 2 0 5, roles 8");
  }

  @Test
  void guessesAreLeftOut() throws IOException {
    var model = new GraphModel();
    int file = model.file("a.py", "python", "", List.of(0, 10, 20), 30);
    model.symbols.add(
        new GraphModel.Symbol(
            0, SymbolKind.FUNCTION, "grow", "", file, 0, 4, 0, 9, 9, Modifiers.NONE));
    model.occurrences.add(new GraphModel.Occurrence(file, 10, 14, 1, Role.CALL, Evidence.NAMED));
    model.occurrences.add(new GraphModel.Occurrence(file, 20, 24, 1, Role.CALL, Evidence.IMPORTED));

    assertThat(references(export(model.link()))).containsExactly("range 2 0 4, roles 0");
  }

  /** Place and roles of every occurrence that is no definition. */
  private static List<String> references(byte[] index) throws IOException {
    String[] occurrences = ScipText.of(index).split("\n  occurrence\n", -1);
    return List.of(occurrences).subList(1, occurrences.length).stream()
        .filter(occurrence -> !occurrence.contains("symbol_roles 1\n"))
        .map(
            occurrence ->
                occurrence.lines().findFirst().orElseThrow().strip()
                    + ", roles "
                    + occurrence
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("symbol_roles "))
                        .map(line -> line.substring("symbol_roles ".length()))
                        .findFirst()
                        .orElse("0"))
        .toList();
  }

  private static byte[] export(CodeGraph graph) throws IOException {
    var bytes = new ByteArrayOutputStream();
    new ScipExport("1.2.3", "file:///src/shop").write(graph, bytes);
    return bytes.toByteArray();
  }
}
