package dev.sextant.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.cancellation.CancelledException;
import dev.sextant.source.LineTable;
import dev.sextant.testing.GraphDump;
import dev.sextant.testing.GraphModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeGraphTest {
  private final StringInterner names = new StringInterner();
  private final int empty = names.intern("");

  @Test
  void linksNothingToAnEmptyGraph() {
    CodeGraph graph = link(List.of());

    assertThat(graph.files().count()).isZero();
    assertThat(graph.symbols().count()).isZero();
    assertThat(graph.occurrences().count()).isZero();
    assertThat(graph.names().find("a")).isEqualTo(-1);
    assertThat(GraphDump.of(graph)).isEqualTo("# files\n# symbols\n# supertypes\n# edges\n");
  }

  @Test
  void refusesBlocksOutOfOrder() {
    assertThatThrownBy(() -> link(List.of(block("b").build(), block("a").build())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("linking a behind b");
    assertThatThrownBy(() -> link(List.of(block("a").build(), block("a").build())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesTargetsThatDoNotExist() {
    for (int[] target : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
      FileBlock.Builder call = block("a");
      call.occurrence(0, 0, 1, target[0], target[1], Role.CALL, Evidence.EXACT);
      FileBlock.Builder supertype = block("a");
      supertype.supertype(0, target[0], target[1]);

      assertThatThrownBy(() -> link(List.of(call.build()))).hasMessageContaining("does not exist");
      assertThatThrownBy(() -> link(List.of(supertype.build())))
          .hasMessageContaining("does not exist");
    }
  }

  @Test
  void refusesSymbolsThatDoNotFitTheirBlock() {
    FileBlock.Builder block = block("a");

    assertThatThrownBy(() -> add(block, SymbolKind.CLASS, -1, 0))
        .hasMessageContaining("the file comes first");
    assertThatThrownBy(() -> add(block, SymbolKind.CLASS, 1, 0))
        .hasMessageContaining("after its container");
    assertThatThrownBy(() -> add(block, SymbolKind.FILE, 0, 0))
        .hasMessageContaining("the file comes first");
    assertThatThrownBy(() -> add(block, SymbolKind.LOCAL, 0, 0))
        .hasMessageContaining("kinds that a graph holds");
    assertThatThrownBy(() -> add(block, SymbolKind.CLASS, 0, 11))
        .hasMessageContaining("not within its 10 units");
    assertThatThrownBy(() -> block.occurrence(1, 0, 1, 0, 0, Role.CALL, Evidence.EXACT))
        .hasMessageContaining("symbol 1 of a, which has 1");
  }

  @Test
  void refusesABlockWithoutItsFile() {
    var builder = new FileBlock.Builder("a", "python", empty, LineTable.of(new int[] {0}, 0), 0, 0);

    assertThatThrownBy(builder::build).hasMessageContaining("it has no symbol");
  }

  @Test
  void clampsThePlaceOfAHugeName() {
    var model = new GraphModel();
    int file = model.file("a.py", "python", "a.py", List.of(0), 200_000);
    String huge = "n".repeat(100_000);
    model.symbols.add(
        new GraphModel.Symbol(
            0, SymbolKind.FUNCTION, huge, "", file, 1, 100_001, 0, 150_000, 200_000, 0));
    model.occurrences.add(
        new GraphModel.Occurrence(1, 160_000, 195_000, 1, Role.CALL, Evidence.EXACT));
    model.occurrences.add(
        new GraphModel.Occurrence(1, 110_000, 190_000, 1, Role.CALL, Evidence.EXACT));

    CodeGraph graph = model.link();

    assertThat(graph.symbols().name(1)).isEqualTo(huge);
    assertThat(graph.symbols().nameEnd(1)).isEqualTo(1 + 65_535);
    assertThat(graph.occurrences().end(0)).isEqualTo(110_000 + 65_535);
    assertThat(graph.occurrences().end(1)).isEqualTo(195_000);
    assertThat(graph.ids().resolve(graph.ids().render(1))).isEqualTo(1);
  }

  @Test
  void stopsWhenCancelled() {
    var cancellation = new Cancellation();
    cancellation.cancel("evicted");
    List<FileBlock> blocks = List.of(block("a").build());

    assertThatThrownBy(() -> CodeGraph.link(blocks, names, cancellation))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void tellsFilesOfOnePackageApart() {
    var model = new GraphModel();
    for (String path : List.of("main/p/package-info.java", "test/p/package-info.java")) {
      model.file(path, "java", "p", List.of(0), 0);
    }

    CodeGraph graph = model.link();

    assertThat(graph.ids().render(0)).isEqualTo("sextant java . . p/`package-info.java`/");
    assertThat(graph.ids().render(1)).isEqualTo("sextant java . . p/`package-info.java+1`/");
    assertThat(graph.ids().resolve("sextant java . . p/`package-info.java+1`/")).isEqualTo(1);
  }

  private CodeGraph link(List<FileBlock> blocks) {
    return CodeGraph.link(blocks, names, new Cancellation());
  }

  private FileBlock.Builder block(String path) {
    var builder =
        new FileBlock.Builder(path, "python", empty, LineTable.of(new int[] {0}, 10), 0, 10);
    add(builder, SymbolKind.FILE, -1, 10);
    return builder;
  }

  private int add(FileBlock.Builder builder, SymbolKind kind, int container, int end) {
    return builder.symbol(
        kind, names.intern("a"), container, 0, 0, 0, 0, end, Modifiers.NONE, empty);
  }
}
