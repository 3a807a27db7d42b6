package dev.sextant.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.testing.EditedGraph;
import dev.sextant.testing.GraphModel;
import dev.sextant.testing.RandomGraphs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares graphs that keep files of the graph before with such as were linked whole. */
class GraphPatchPropertyTest {
  private static final long FIRST_SEED = Long.getLong("property.seed", 1);
  private static final int TRIES = Integer.getInteger("property.tries", 80);
  private static final int EDITS = 6;

  @TempDir Path folder;

  @Test
  void givesTheBytesThatLinkingAllFilesGives() throws Exception {
    int mixed = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + TRIES; seed++) {
      var random = new Random(seed);
      var names = new StringInterner();
      GraphModel model = EditedGraph.unnumbered(RandomGraphs.graph(random.nextLong()));
      CodeGraph graph = model.link(names);
      for (int edit = 0; edit < EDITS; edit++) {
        String run = "edit " + edit + " of -Dproperty.seed=" + seed + " -Dproperty.tries=1";
        var edited = new EditedGraph(model, random.nextLong());
        model = edited.model;
        try {
          graph = CodeGraph.link(edited.input(graph, names), names, new Cancellation());
          assertThat(bytes(graph)).as(run).isEqualTo(bytes(model.link()));
        } catch (RuntimeException e) {
          fail(run, e);
        }
        mixed += 0 < edited.keptCount() && edited.keptCount() < model.files.size() ? 1 : 0;
      }
    }
    assertThat(mixed).isGreaterThan(TRIES);
  }

  @Test
  void sharesWhatDidNotChange() {
    GraphModel model = EditedGraph.unnumbered(RandomGraphs.graph(FIRST_SEED));
    var names = new StringInterner();
    CodeGraph graph = model.link(names);
    var input = new LinkInput.Builder(graph);
    List<FileBlock> blocks = model.blocks(names);
    input.linked(blocks.getFirst());
    for (int file = 1; file < blocks.size(); file++) {
      input.kept(file);
    }

    CodeGraph patched = CodeGraph.link(input.build(), names, new Cancellation());

    assertThat(patched.names()).isSameAs(graph.names());
    assertThat(patched.homonyms()).isSameAs(graph.homonyms());
    assertThat(patched.supertypes()).isSameAs(graph.supertypes());
    assertThat(patched.symbols().columns().start).isSameAs(graph.symbols().columns().start);
  }

  @Test
  void refusesToKeepWhatRefersToAFileThatIsGone() {
    CodeGraph graph = twoFiles("f", true).link();
    var input = new LinkInput.Builder(graph).kept(0).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> CodeGraph.link(input, new StringInterner(), new Cancellation()))
        .withMessage(
            "linking a.py as it was: it refers to sextant python . . `b.py`/f()., which is gone;"
                + " link it anew");
  }

  @Test
  void refusesToKeepWhatRefersToASymbolThatIsAnotherNow() {
    CodeGraph graph = twoFiles("f", true).link();
    var names = new StringInterner();
    FileBlock other = twoFiles("g", false).blocks(names).getLast();
    var input = new LinkInput.Builder(graph).kept(0).linked(other).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> CodeGraph.link(input, names, new Cancellation()))
        .withMessageContaining("linking a.py as it was: it refers to");
  }

  @Test
  void refusesFilesThatAreNotInTheOrderOfTheirPaths() {
    CodeGraph graph = twoFiles("f", false).link();
    var input = new LinkInput.Builder(graph).kept(1).kept(0).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> CodeGraph.link(input, new StringInterner(), new Cancellation()))
        .withMessageContaining("linking a.py behind b.py");
  }

  /** The function of the second file, which the first one may call. */
  private static GraphModel twoFiles(String function, boolean called) {
    var model = new GraphModel();
    int caller = model.file("a.py", "python", "a.py", List.of(0), 9);
    int file = model.file("b.py", "python", "b.py", List.of(0), 9);
    model.symbols.add(
        new GraphModel.Symbol(
            1, SymbolKind.FUNCTION, function, "", file, 0, 1, 0, 2, 9, Modifiers.NONE));
    if (called) {
      model.occurrences.add(
          new GraphModel.Occurrence(caller, 0, 1, file + 1, Role.CALL, Evidence.EXACT));
    }
    return model;
  }

  private byte[] bytes(CodeGraph graph) throws Exception {
    Path file = folder.resolve("graph");
    GraphSnapshot.write(graph, Snapshots.metadata(1), file);
    return Files.readAllBytes(file);
  }
}
