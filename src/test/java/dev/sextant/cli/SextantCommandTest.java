package dev.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.cancellation.Cancellation;
import dev.sextant.scip.ScipIndex;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line takes and refuses, and how it ends. */
class SextantCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "index",
        "index a b",
        "index . --nonsense",
        "export .",
        "export . --format graphml",
        "export . --format dot",
        "call",
        "call daemon/status [1]",
        "call daemon/status {",
        "call daemon/status {}{}",
        "call daemon/status --url http://127.0.0.1:1/rpc",
        "call daemon/status --url nowhere",
        "status --url nowhere",
        "status here",
        "serve --port x",
        "serve --port 65536",
        "serve /nowhere/at/all",
        "serve --allow /nowhere/at/all"
      })
  void refusesWhatItCannotUse(String line) {
    CommandRun run = run(line.isEmpty() ? new String[0] : line.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).containsAnyOf("Usage: sextant", "Did you mean: sextant");
    assertThat(run.served()).isEmpty();
  }

  @Test
  void saysWhichFormatsThereAre() {
    assertThat(run("export", ".", "--format", "dot").err())
        .contains("--format is dot: the formats there are: edges, scip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "serve --help", "index -h", "call --help"})
  void explainsItselfOnStandardOutput(String line) {
    CommandRun run = run(line.split(" "));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Usage: sextant");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V"})
  void saysWhichVersionItIs(String option) {
    CommandRun run = run(option);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualToIgnoringNewLines("sextant 1.2.3");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void givesTheServiceItsSettings() throws IOException {
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));

    CommandRun run =
        run(
            "serve",
            first.toString(),
            second + "/../second",
            "--allow",
            folder.toString(),
            "--port",
            "0",
            "--host",
            "::1",
            "--open");

    assertThat(run.exitCode()).isZero();
    assertThat(run.served())
        .containsExactly(
            Map.of(
                "sextant.load[0]",
                first.toString(),
                "sextant.load[1]",
                second.toString(),
                "sextant.allowed-roots[0]",
                folder.toString(),
                "quarkus.http.port",
                "0",
                "quarkus.http.host",
                "::1",
                "sextant.open-browser",
                "true"));
  }

  @Test
  void leavesTheConfigurationAloneWhenNothingIsAskedFor() {
    assertThat(run("serve").served()).containsExactly(Map.of());
  }

  @Test
  void takesPathsFromTheCurrentFolder() {
    assertThat(run("serve", "src/main").served())
        .containsExactly(
            Map.of("sextant.load[0]", Path.of("src/main").toAbsolutePath().toString()));
  }

  @Test
  void failsToIndexWhatIsNoFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("A.java"), "class A {}");

    CommandRun missing = run("index", folder.resolve("missing").toString());
    CommandRun notAFolder = run("index", file.toString());

    assertThat(missing.exitCode()).isEqualTo(1);
    assertThat(missing.err()).startsWith("sextant: ").contains("missing").doesNotContain("\tat ");
    assertThat(notAFolder.exitCode()).isEqualTo(1);
    assertThat(notAFolder.err()).contains("is not a folder");
  }

  @Test
  void printsTheMeasuresOfAnIndexedFolder() throws IOException {
    Path tree = Files.createDirectory(folder.resolve("tree"));
    Files.writeString(tree.resolve("A.java"), "class A { void a() { a(); } }\n");

    CommandRun text = run("index", tree.toString());
    CommandRun json = run("index", tree.toString(), "--json");

    assertThat(text.exitCode()).isZero();
    assertThat(text.err()).isEmpty();
    assertThat(text.out())
        .contains("files", "lines", "symbols", "edges", "references", "unresolved")
        .contains("walk", "extract", "declare", "resolve", "finish", "total", "graph");
    JsonNode measures = new ObjectMapper().readTree(json.out());
    assertThat(measures.path("files").isInt()).isTrue();
    assertThat(measures.path("graphBytes").isIntegralNumber()).isTrue();
    assertThat(measures.path("seconds").path("walk").isDouble()).isTrue();
    assertThat(measures.path("skipped").isObject()).isTrue();
  }

  @Test
  void failsToExportWhereItCannotWrite() throws IOException {
    Path tree = Files.createDirectory(folder.resolve("tree"));

    CommandRun run =
        run("export", tree.toString(), "--format", "edges", "-o", "/nowhere/at/all/edges");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("/nowhere/at/all/edges");
  }

  @Test
  void exportsAnIndexWithItsRoot() throws IOException {
    Path tree = Files.createDirectory(folder.resolve("a tree"));
    Files.writeString(tree.resolve("A.java"), "class A {}\n");
    Path file = folder.resolve("index.scip");

    CommandRun run = run("export", tree.toString(), "--format", "scip", "-o", file.toString());

    assertThat(run.exitCode()).isZero();
    ScipIndex index = ScipIndex.read(file, new Cancellation());
    assertThat(index.projectRoot())
        .startsWith("file:///")
        .isEqualTo(tree.toRealPath().toUri().toString().replaceFirst("/$", ""))
        .endsWith("/a%20tree");
    assertThat(index.documents()).hasSize(1);
    assertThat(index.symbols())
        .containsExactly("sextant java . . `A.java`/", "sextant java . . A#");
  }

  @Test
  void exportsNothingOfAnEmptyFolder() throws IOException {
    Path tree = Files.createDirectory(folder.resolve("tree"));
    Path file = folder.resolve("edges.jsonl");

    CommandRun run = run("export", tree.toString(), "--format", "edges", "-o", file.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(file).isEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"call daemon/status", "status"})
  void saysThatNobodyAnswers(String line) throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }

    CommandRun run = run((line + " --url ws://127.0.0.1:" + port + "/rpc").split(" "));

    assertThat(run.exitCode()).isEqualTo(69);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("cannot connect to").contains("sextant serve");
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(folder.resolve("state"), arguments);
  }
}
