package dev.sextant.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.graph.CodeGraph;
import dev.sextant.scip.IndexBytes;
import dev.sextant.scip.ScipExport;
import dev.sextant.testing.GraphDump;
import dev.sextant.testing.Trees;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs that are built with what a compiler has said in a SCIP index. */
class CompilerEdgesTest {
  private static final Path PLANTS = Path.of("src/test/resources/workspaces/plants");
  private static final String CACTUS = "py . . . plants/Cactus#water().";
  private static final String FERN = "py . . . plants/Fern#water().";
  private static final String RESOLVED =
      "`grow.py`/prickle(Cactus). -> `plants.py`/Cactus#water(). call typed @grow.py:8:17";
  private static final FileTime BEFORE = FileTime.fromMillis(1_000_000);
  private static final FileTime AFTER = FileTime.fromMillis(3_000_000);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"scip", "graph/java", "graph/typescript", "graph/python", "graph/java-inference"})
  void ownExportGivesTheSameEdgesAllExactButGuesses(String golden) throws Exception {
    Path tree = Path.of("src/test/resources/golden", golden, "tree.txt");
    Path root = Trees.write(folder, Files.readString(tree));
    CodeGraph before = Trees.build(root, folder.resolve("state")).graph();
    Path index = folder.resolve("index.scip");
    try (OutputStream to = Files.newOutputStream(index)) {
      new ScipExport("1", root.toUri().toString()).write(before, to);
    }
    touchAll(root, BEFORE);

    List<String> after = edges(build(root, index));

    assertThat(after)
        .isEqualTo(
            edges(Trees.build(root, folder.resolve("state"))).stream()
                .map(edge -> edge.replaceFirst(" (typed|imported) @", " exact @"))
                .toList());
  }

  @Test
  void compilerDecidesWhereTheResolverCannotOrDoesOtherwise() throws Exception {
    Path root = plants(BEFORE);

    assertThat(calls(Trees.build(root, folder.resolve("state")))).containsExactly(RESOLVED);
    assertThat(calls(build(root, index(index(root)))))
        .containsExactly(
            "`grow.py`/grow(). -> `plants.py`/Fern#water(). call exact @grow.py:4:17",
            "`grow.py`/prickle(Cactus). -> `plants.py`/Fern#water(). call exact @grow.py:8:17");
  }

  @Test
  void whatLiesOutsideIsNoEdge() throws Exception {
    Path root = plants(BEFORE);
    byte[] outside =
        definitions(new IndexBytes(""))
            .document("grow.py", 2)
            .uses(8, 17, 22, "py . other 1 hose/water().")
            .bytes();

    assertThat(calls(build(root, index(outside)))).isEmpty();
  }

  @Test
  void whatTheIndexForgotToDefineIsLeftToTheResolver() throws Exception {
    Path root = plants(BEFORE);
    byte[] forgotten =
        definitions(new IndexBytes(""))
            .document("grow.py", 2)
            .uses(8, 17, 22, "py . . . plants/Moss#water().")
            .bytes();

    assertThat(calls(build(root, index(forgotten)))).containsExactly(RESOLVED);
  }

  @Test
  void localVariableIsNoEdge() throws Exception {
    Path root = plants(BEFORE);
    byte[] local =
        definitions(new IndexBytes("")).document("grow.py", 2).uses(8, 17, 22, "local 1").bytes();

    assertThat(calls(build(root, index(local)))).isEmpty();
  }

  @Test
  void whatIsDefinedInAFileThatChangedIsLeftToTheResolver() throws Exception {
    Path root = plants(BEFORE);
    Files.setLastModifiedTime(root.resolve("plants.py"), AFTER);

    assertThat(calls(build(root, index(index(root))))).containsExactly(RESOLVED);
  }

  @Test
  void fileThatChangedIsLeftToTheResolver() throws Exception {
    Path root = plants(BEFORE);
    Files.setLastModifiedTime(root.resolve("grow.py"), AFTER);

    IndexResult result = build(root, index(index(root)));

    assertThat(calls(result)).containsExactly(RESOLVED);
    assertThat(result.report().problems())
        .containsExactly(
            new FileProblem(
                folder.resolve("index.scip").toString(),
                "scipOutdated",
                "1 of its documents are of files that changed since"));
  }

  @Test
  void buildThatGoesOnTakesANewIndexForFilesThatDidNotChange() throws Exception {
    Path root = plants(BEFORE);
    IndexResult before = build(root, index(definitions(new IndexBytes("")).bytes()));
    assertThat(calls(before)).containsExactly(RESOLVED);
    Path index = index(index(root));
    Files.setLastModifiedTime(index, FileTime.fromMillis(2_500_000));

    IndexResult after =
        Trees.build(root, Optional.of(index), folder.resolve("state"), before.state());

    assertThat(edges(after)).isEqualTo(edges(build(root, index)));
    assertThat(calls(after)).hasSize(2);
  }

  @Test
  void textOfTheIndexCountsMoreThanTheTime() throws Exception {
    Path root = plants(AFTER);
    byte[] withTexts = Files.readAllBytes(PLANTS.resolve("plants.scip"));

    assertThat(calls(build(root, index(withTexts)))).hasSize(2);

    Files.writeString(root.resolve("grow.py"), "\n" + Files.readString(root.resolve("grow.py")));
    Files.setLastModifiedTime(root.resolve("grow.py"), BEFORE);
    assertThat(calls(build(root, index(withTexts))))
        .containsExactly(RESOLVED.replace("8:17", "9:17"));
  }

  @Test
  void definitionCountsOnlyOnTheNameItClaims() throws Exception {
    Path root = plants(BEFORE);
    byte[] misplaced =
        new IndexBytes("")
            .document("plants.py", 2)
            .defines(1, 8, 13, "py . . . plants/Cactus#prick().")
            .defines(6, 8, 12, FERN)
            .document("grow.py", 2)
            .uses(8, 17, 22, "py . . . plants/Cactus#prick().")
            .uses(8, 17, 22, FERN)
            .uses(8, 17, 20, FERN)
            .uses(99, 0, 1, FERN)
            .bytes();

    assertThat(calls(build(root, index(misplaced)))).containsExactly(RESOLVED);
  }

  @Test
  void documentsOutsideOfTheRootAreIgnored() throws Exception {
    Path root = plants(BEFORE);
    byte[] elsewhere =
        new IndexBytes("")
            .document("../tree/grow.py", 2)
            .uses(4, 17, 22, FERN)
            .document("/etc/passwd", 2)
            .uses(0, 0, 1, FERN)
            .bytes();

    assertThat(calls(build(root, index(elsewhere)))).containsExactly(RESOLVED);
  }

  @Test
  void indexOfAFolderInsideTheRootCountsThere() throws Exception {
    Path root = plants(BEFORE);

    IndexResult result = build(folder, index(index(root)));

    assertThat(calls(result))
        .hasSize(2)
        .allMatch(call -> call.contains("Fern#water(). call exact"));
  }

  @Test
  void indexOfTheRecordedConversationIsTheOneWrittenHere() throws Exception {
    IndexBytes index = new IndexBytes("file:///elsewhere/plants");
    byte[] bytes =
        index
            .document("plants.py", 2)
            .text(Files.readString(PLANTS.resolve("plants.py")))
            .defines(1, 8, 13, CACTUS)
            .defines(6, 8, 13, FERN)
            .document("grow.py", 2)
            .text(Files.readString(PLANTS.resolve("grow.py")))
            .uses(4, 17, 22, FERN)
            .uses(8, 17, 22, FERN)
            .bytes();

    Path file = PLANTS.resolve("plants.scip");
    if (Boolean.getBoolean("golden.update")) {
      Files.write(file, bytes);
    }
    assertThat(file).hasBinaryContent(bytes);
  }

  private static byte[] index(Path root) {
    return definitions(new IndexBytes(root.toUri().toString()))
        .document("grow.py", 2)
        .uses(4, 17, 22, FERN)
        .uses(8, 17, 22, FERN)
        .bytes();
  }

  private static IndexBytes definitions(IndexBytes index) {
    return index.document("plants.py", 2).defines(1, 8, 13, CACTUS).defines(6, 8, 13, FERN);
  }

  private Path plants(FileTime modified) throws IOException {
    Path root = Files.createDirectory(folder.resolve("tree"));
    for (String name : List.of("grow.py", "plants.py")) {
      Files.copy(PLANTS.resolve(name), root.resolve(name));
    }
    touchAll(root, modified);
    return root;
  }

  private Path index(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("index.scip"), bytes);
  }

  private IndexResult build(Path root, Path index) throws Exception {
    Files.setLastModifiedTime(index, FileTime.fromMillis(2_000_000));
    return Trees.build(root, Optional.of(index), folder.resolve("state"));
  }

  private static void touchAll(Path root, FileTime modified) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, modified);
      }
    }
  }

  private static List<String> edges(IndexResult result) {
    return GraphDump.of(result.graph()).lines().dropWhile(line -> !line.equals("# edges")).toList();
  }

  private static List<String> calls(IndexResult result) {
    return edges(result).stream().filter(edge -> edge.contains("water")).toList();
  }
}
