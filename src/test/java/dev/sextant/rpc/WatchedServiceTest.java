package dev.sextant.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service that watches files, asked by a client that writes them. */
@QuarkusTest
@TestProfile(WatchedServiceTest.Watched.class)
class WatchedServiceTest {
  private static final int ROUNDS = Integer.getInteger("watched.rounds", 100);

  /** Watching is on, as it is for users. */
  public static final class Watched implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("sextant.watch.enabled", "true");
    }
  }

  @TestHTTPResource("/rpc")
  URI http;

  @TempDir Path folder;

  private int requests;
  private Path root;
  private RpcClient client;

  @BeforeEach
  void connect() throws Exception {
    root = folder.toRealPath();
    client = RpcClient.connect(URI.create(http.toString().replaceFirst("^http", "ws")));
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void answersFromEverythingThatWasDoneBeforeASync() throws Exception {
    Files.createDirectories(root.resolve("a"));
    Files.writeString(root.resolve("a/A.java"), "package a; class A {}");
    ask("workspace/load", params("root", root).put("rootMode", "workspaceFolder"));
    for (int round = 0; round < ROUNDS; round++) {
      doAndAsk(round);
    }
    JsonNode status = ask("workspace/status", params("workspace", root));
    assertThat(status.path("watch").asText()).isIn("events", "polling");
    ask("workspace/unload", params("workspace", root));
  }

  /** One of the things that can happen to files, by turns, and the question for it. */
  private void doAndAsk(int round) throws Exception {
    String name = "Round" + round;
    String text = "class %s {}".formatted(name);
    String before = "Round" + (round - 1);
    switch (round % 6) {
      case 0 -> {
        Files.writeString(root.resolve("a/A.java"), text);
        assertFound(name, "a/A.java");
      }
      case 1 -> {
        Files.writeString(root.resolve("New%d.java".formatted(round)), text);
        assertFound(name, "New%d.java".formatted(round));
      }
      case 2 -> {
        // That of the round before, under another name.
        Files.move(
            root.resolve("New%d.java".formatted(round - 1)),
            root.resolve("a/Moved%d.java".formatted(round)));
        assertFound(before, "a/Moved%d.java".formatted(round));
      }
      case 3 -> {
        Files.delete(root.resolve("a/Moved%d.java".formatted(round - 1)));
        assertFound("Round" + (round - 2), "");
      }
      case 4 -> {
        Path deep = Files.createDirectories(root.resolve("b%d/c/d".formatted(round)));
        Files.writeString(deep.resolve("Deep.java"), text);
        assertFound(name, "b%d/c/d/Deep.java".formatted(round));
      }
      default -> {
        Files.move(
            root.resolve("b%d".formatted(round - 1)), root.resolve("a/b%d".formatted(round)));
        assertFound(before, "a/b%d/c/d/Deep.java".formatted(round));
      }
    }
  }

  /** A class is where it is said to be, and nowhere when that is nothing. */
  private void assertFound(String name, String file) {
    ObjectNode params = params("workspace", root).put("query", name).put("mode", "exact");
    params.putObject("freshness").put("sync", true).put("waitMs", 60_000);
    JsonNode result = ask("symbol/search", params);

    assertThat(result.path("meta").path("freshness").asText())
        .as("%s: %s", name, result)
        .isEqualTo("met");
    assertThat(result.findValuesAsText("file").stream().distinct().toList())
        .as("%s: %s", name, result)
        .isEqualTo(file.isEmpty() ? List.of() : List.of(file));
  }

  private static ObjectNode params(String name, Path value) {
    return JsonNodeFactory.instance.objectNode().put(name, value.toString());
  }

  private JsonNode ask(String method, ObjectNode params) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("jsonrpc", "2.0").put("id", ++requests).put("method", method);
    request.set("params", params);
    client.send(request.toString());
    JsonNode answer = client.nextJson();
    assertThat(answer.has("result")).as("%s", answer).isTrue();
    return answer.path("result");
  }
}
