package dev.sextant.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.index.Pass;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trees that cannot be read, or not whole: what is answered, and that the service goes on. */
@QuarkusTest
class BadTreeTest {
  @TestHTTPResource("/rpc")
  URI http;

  @Inject HeldMethods gates;
  @Inject HeldBuilds builds;

  @TempDir Path folder;
  private Path root;
  private RpcClient client;

  @BeforeEach
  void connect() throws IOException {
    root = Files.createDirectory(folder.toRealPath().resolve("root"));
    client = RpcClient.connect(URI.create(http.toString().replaceFirst("^http", "ws")));
  }

  @AfterEach
  void answersTheNextRequest() {
    assertThat(ask("session/hello", params()).has("result")).isTrue();
    assertThat(ask("workspace/unload", params().put("workspace", root.toString())).has("result"))
        .isTrue();
    client.close();
  }

  @Test
  void rootThatNoProcessCanOpenIsRefused() throws IOException {
    Path endless = folder.resolve("endless");
    Files.createSymbolicLink(endless, endless);

    assertUnreadable(load(endless));
  }

  @Test
  void rootWithoutTheRightToReadItIsRefused() throws IOException {
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(root), "this user may read everything");

      assertUnreadable(load(root));
    } finally {
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void rootThatIsGoneWhenItIsListedFailsTheLoad() throws Exception {
    JsonNode error = loadedWhile(Pass.WALK, "root-gone", () -> Files.delete(root)).path("error");

    assertThat(error.path("code").asInt()).isEqualTo(-32006);
    assertThat(error.path("message").asText()).contains("does not exist; check the path");
    assertThat(error.path("data").path("reason").asText()).isEqualTo("rootMissing");
  }

  @Test
  void rootThatIsAFileWhenItIsListedFailsTheLoad() throws Exception {
    JsonNode error =
        loadedWhile(
                Pass.WALK,
                "root-file",
                () -> {
                  Files.delete(root);
                  Files.writeString(root, "");
                })
            .path("error");

    assertThat(error.path("code").asInt()).isEqualTo(-32602);
    assertThat(error.path("message").asText()).contains("is not a folder; give the folder");
  }

  @Test
  void fileDeletedBetweenTheListingAndTheReadingIsReportedAndTheRestIsServed() throws Exception {
    Files.writeString(root.resolve("Gone.java"), "class Gone {}\n");
    Files.writeString(root.resolve("Kept.java"), "class Kept {\n  Gone gone;\n}\n");

    JsonNode status =
        loadedWhile(Pass.EXTRACT, "file-gone", () -> Files.delete(root.resolve("Gone.java")))
            .path("result");

    assertThat(status.path("state").asText()).isEqualTo("Loaded");
    assertThat(status.path("files").asInt()).isEqualTo(1);
    assertThat(status.path("skipped").toString()).isEqualTo("{\"vanished\":1}");
    assertThat(status.path("problems").toString())
        .isEqualTo(
            "[{\"path\":\"Gone.java\",\"reason\":\"vanished\",\"detail\":\"no such file\"}]");
    assertThat(definition("Kept").path("result").path("total").asInt()).isEqualTo(1);
    JsonNode gone = definition("Gone").path("error");
    assertThat(gone.path("code").asInt()).isEqualTo(-32006);
    assertThat(gone.path("data").path("advice").asText()).contains("symbol/search");
  }

  @Test
  void sourcesWithSyntaxErrorsAreReportedAndServedAsFarAsTheyCanBeRead() throws IOException {
    Files.writeString(
        root.resolve("Broken.java"),
        "class Broken {\n  int fine() { return 1; }\n  void half( {\n  int after() { return 2; }\n");
    Files.writeString(root.resolve("Noise.java"), ")]}{[(@@ not java at all \"\n");
    Files.writeString(root.resolve("Whole.java"), "class Whole {}\n");
    Files.write(root.resolve("Binary.java"), new byte[] {'c', 0, 'd'});
    Files.write(root.resolve("Latin.java"), new byte[] {'/', '/', (byte) 0xe9, '\n'});

    JsonNode status = load(root).path("result");

    assertThat(status.path("files").asInt()).isEqualTo(3);
    assertThat(status.path("filesWithSyntaxErrors").asInt()).isEqualTo(2);
    assertThat(status.path("skipped").toString()).isEqualTo("{\"binary\":1,\"notUtf8\":1}");
    assertThat(status.path("problems"))
        .extracting(
            problem -> problem.path("path").asText() + " " + problem.path("reason").asText())
        .containsExactly(
            "Binary.java binary",
            "Broken.java syntaxErrors",
            "Latin.java notUtf8",
            "Noise.java syntaxErrors");
    assertThat(definition("Broken.fine").path("result").path("total").asInt()).isEqualTo(1);
    assertThat(definition("Whole").path("result").path("total").asInt()).isEqualTo(1);
    JsonNode text = ask("file/read", of("path", "Noise.java")).path("result");
    assertThat(text.path("text").asText()).startsWith(")]}{[(");
  }

  private static void assertUnreadable(JsonNode answer) {
    JsonNode error = answer.path("error");
    assertThat(error.path("code").asInt()).as("%s", answer).isEqualTo(-32007);
    assertThat(error.path("message").asText())
        .contains("cannot be read; give this process the right to read the folder");
    assertThat(error.path("data").path("reason").asText()).isEqualTo("rootUnreadable");
    assertThat(error.path("data").path("advice").asText()).isNotEmpty();
  }

  /** Loads the root, and does {@code meanwhile} when {@code pass} begins. */
  private JsonNode loadedWhile(Pass pass, String gate, Meanwhile meanwhile) throws Exception {
    builds.hold(root.toString(), pass, gate);
    client.send(request("workspace/load", loading(root)));
    assertThat(builds.arrival(gate).get(20, TimeUnit.SECONDS)).isEqualTo(gate);
    meanwhile.happens();
    gates.open(gate);
    return client.nextJson();
  }

  private JsonNode load(Path path) {
    return ask("workspace/load", loading(path));
  }

  private static ObjectNode loading(Path path) {
    return params().put("root", path.toString()).put("rootMode", "workspaceFolder");
  }

  private JsonNode definition(String name) {
    return ask("symbol/definition", of("name", name));
  }

  private ObjectNode of(String parameter, String value) {
    return params().put("workspace", root.toString()).put(parameter, value);
  }

  private JsonNode ask(String method, ObjectNode params) {
    client.send(request(method, params));
    return client.nextJson();
  }

  private static String request(String method, ObjectNode params) {
    return EngineFixture.request(1, method, params.toString());
  }

  private static ObjectNode params() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** What happens to the tree while it is built. */
  private interface Meanwhile {
    void happens() throws IOException;
  }
}
