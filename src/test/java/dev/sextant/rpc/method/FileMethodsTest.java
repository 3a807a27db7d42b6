package dev.sextant.rpc.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.graph.Evidence;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions about files as clients ask them. */
class FileMethodsTest {
  private static final String TEXT = "class A {\n  int b() { return b(); } // größe\n}\n";
  private static final int NESTED = 70;

  @TempDir Path folder;
  private Path root;
  private ServedSources sources;
  private int method;

  @BeforeEach
  void serve() throws IOException {
    root = Files.createDirectory(folder.resolve("root"));
    Files.writeString(folder.resolve("secret.txt"), "secret");
    sources = new ServedSources(root);
    int first = sources.file("a/A.java", "java", "a", TEXT);
    int type =
        sources.symbol(
            SymbolKind.CLASS, "A", first, "class A ", TEXT.substring(8, TEXT.length() - 1));
    method = sources.symbol(SymbolKind.METHOD, "b", type, "int b() ", "{ return b(); }");
    sources.use(method, "return ", "b", method, Role.CALL, Evidence.EXACT);
    sources.use(method, "return ", "b()", type, Role.READ, Evidence.NAMED);
    int container =
        sources.file(
            "a/deep/D.ts", "typescript", "a/deep/D.ts", "x{".repeat(NESTED) + "}".repeat(NESTED));
    for (int level = 0; level < NESTED; level++) {
      int inner = NESTED - level;
      container =
          sources.symbol(
              SymbolKind.FUNCTION,
              "x",
              container,
              "x",
              ("{" + "x{".repeat(inner - 1) + "}".repeat(inner)));
    }
    sources.file("b.py", "python", "b.py", "");
    sources.load();
  }

  @AfterEach
  void stop() {
    sources.close();
  }

  @Test
  void listsOneLevelOrAllFiles() throws Exception {
    assertThat(paths(sources.result("file/list"))).containsExactly("a", "b.py");
    assertThat(paths(sources.result("file/list", "path", "a")))
        .containsExactly("a/deep", "a/A.java");
    JsonNode all = sources.result("file/list", "recursive", true);
    assertThat(paths(all)).containsExactly("a/A.java", "a/deep/D.ts", "b.py");
    JsonNode file = all.path("items").path(0);
    assertThat(file.path("type").asText()).isEqualTo("file");
    assertThat(file.path("language").asText()).isEqualTo("java");
    assertThat(file.path("symbols").asInt()).isEqualTo(3);
    JsonNode folder = sources.result("file/list").path("items").path(0);
    assertThat(folder.path("type").asText()).isEqualTo("folder");
    assertThat(folder.path("files").asInt()).isEqualTo(2);
  }

  @Test
  void pagesThroughFiles() throws Exception {
    JsonNode page = sources.result("file/list", "recursive", true, "limit", 2);
    assertThat(page.path("truncated").asBoolean()).isTrue();

    JsonNode rest =
        sources.result("file/list", "recursive", true, "cursor", page.path("nextCursor").asText());

    assertThat(paths(rest)).containsExactly("b.py");
    assertThat(rest.path("truncated").asBoolean()).isFalse();
  }

  @Test
  void refusesFilesThatTheGraphDoesNotHave() throws Exception {
    for (String path :
        List.of("none", "../secret.txt", folder.resolve("secret.txt").toString(), "a/../b.py")) {
      assertThat(code(sources.error("file/list", "path", path))).as(path).isEqualTo(-32006);
      assertThat(code(sources.error("file/outline", "path", path))).as(path).isEqualTo(-32006);
      assertThat(code(sources.error("file/read", "path", path))).as(path).isEqualTo(-32006);
    }
  }

  @Test
  void outlinesAFile() throws Exception {
    JsonNode outline = sources.result("file/outline", "path", "a/A.java");

    assertThat(outline.path("total").asInt()).isEqualTo(2);
    JsonNode type = outline.path("items").path(0);
    assertThat(type.path("name").asText()).isEqualTo("A");
    assertThat(type.path("modifiers").path(0).asText()).isEqualTo("public");
    assertThat(type.path("children")).hasSize(1);
    JsonNode inner = type.path("children").path(0);
    assertThat(inner.path("symbol").asText()).isEqualTo(sources.id(method));
    assertThat(inner.path("nameRange").path("start").path("line").asInt()).isEqualTo(1);
  }

  @Test
  void flattensWhatIsNestedTooDeep() throws Exception {
    JsonNode outline = sources.result("file/outline", "path", "a/deep/D.ts");

    JsonNode level = outline.path("items");
    int depth = 1;
    while (level.path(0).path("children").size() > 0) {
      level = level.path(0).path("children");
      depth++;
    }
    assertThat(depth).isEqualTo(OutlineTree.MAX_DEPTH);
    assertThat(level).hasSize(NESTED - OutlineTree.MAX_DEPTH + 1);
    assertThat(outline.path("truncated").asBoolean()).isFalse();
  }

  @Test
  void cutsAnOutlineThatDoesNotFit() throws Exception {
    sources.answeringUpTo(4000);

    JsonNode outline = sources.result("file/outline", "path", "a/deep/D.ts");

    assertThat(outline.path("truncated").asBoolean()).isTrue();
    assertThat(outline.path("items")).hasSize(1);
    assertThat(outline.path("total").asInt()).isEqualTo(NESTED);
  }

  @Test
  void readsAFileWithItsNames() throws Exception {
    JsonNode file = sources.result("file/read", "path", "a/A.java");

    assertThat(file.path("text").asText()).isEqualTo(TEXT);
    assertThat(file.path("changed").asBoolean()).isFalse();
    assertThat(file.path("definitions")).hasSize(2);
    assertThat(file.path("occurrences")).hasSize(1);
    JsonNode use = file.path("occurrences").path(0);
    assertThat(use.path("symbol").asText()).isEqualTo(sources.id(method));
    assertThat(use.path("role").asText()).isEqualTo("call");
    assertThat(use.path("evidence").asText()).isEqualTo("exact");
    assertThat(use.path("range").path("start").toString())
        .isEqualTo("{\"line\":1,\"character\":19}");
    assertThat(file.path("belowFloor").path("named").asInt()).isEqualTo(1);
    assertThat(file.path("truncated").asBoolean()).isFalse();
    assertThat(
            sources
                .result("file/read", "path", "a/A.java", "minEvidence", "named")
                .path("occurrences"))
        .hasSize(2);
  }

  @Test
  void readsAChangedFileWithoutNames() throws Exception {
    Files.writeString(root.resolve("a/A.java"), "changed");

    JsonNode file = sources.result("file/read", "path", "a/A.java");

    assertThat(file.path("text").asText()).isEqualTo("changed");
    assertThat(file.path("changed").asBoolean()).isTrue();
    assertThat(file.path("definitions")).isEmpty();
    assertThat(file.path("occurrences")).isEmpty();
  }

  @Test
  void neverReadsThroughALinkOrAFileThatIsGone() throws Exception {
    Files.delete(root.resolve("a/A.java"));
    JsonNode gone = sources.error("file/read", "path", "a/A.java");
    assertThat(code(gone)).isEqualTo(-32006);
    assertThat(gone.path("data").path("reason").asText()).isEqualTo("vanished");

    Files.createSymbolicLink(root.resolve("a/A.java"), folder.resolve("secret.txt"));
    JsonNode link = sources.error("file/read", "path", "a/A.java");
    assertThat(code(link)).isEqualTo(-32006);
    assertThat(link.path("data").path("reason").asText()).isEqualTo("link");
  }

  @Test
  void goesOnWithTheNamesThatDidNotFitAndDoesNotRepeatTheText() throws Exception {
    sources.answeringUpTo(8000);
    List<String> ranges = new ArrayList<>();
    JsonNode page = sources.result("file/read", "path", "a/deep/D.ts");
    assertThat(page.path("text").asText()).hasSize(3 * NESTED);
    assertThat(page.path("textTruncated").asBoolean()).isFalse();
    assertThat(page.path("truncated").asBoolean()).isTrue();
    page.path("definitions").forEach(item -> ranges.add(item.path("range").toString()));
    while (page.has("nextCursor")) {
      String cursor = page.path("nextCursor").asText();
      sources.answeringUpTo(100_000);
      page = sources.result("file/read", "path", "a/deep/D.ts", "cursor", cursor);
      assertThat(page.has("text")).isFalse();
      page.path("definitions").forEach(item -> ranges.add(item.path("range").toString()));
    }
    assertThat(ranges).hasSize(NESTED).doesNotHaveDuplicates();
  }

  @Test
  void cutsATextThatDoesNotFitAndSaysSo() throws Exception {
    String lines = ("x".repeat(99) + "\n").repeat(3000);
    Files.writeString(root.resolve("a/A.java"), lines);
    sources.answeringUpTo(200_000);

    JsonNode file = sources.result("file/read", "path", "a/A.java");

    assertThat(file.path("text").asText()).isNotEmpty().endsWith("\n").hasSizeLessThan(200_000);
    assertThat(file.path("textTruncated").asBoolean()).isTrue();
    assertThat(file.path("truncated").asBoolean()).isTrue();
  }

  private static int code(JsonNode error) {
    return error.path("code").asInt();
  }

  private static List<String> paths(JsonNode page) {
    return page.path("items").valueStream().map(item -> item.path("path").asText()).toList();
  }
}
