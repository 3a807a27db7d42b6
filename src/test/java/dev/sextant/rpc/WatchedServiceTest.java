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
import java.util.Map;
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

  @Test
  void answersFromEveryFileThatWasWrittenBeforeASync() throws Exception {
    Path root = folder.toRealPath();
    Path file = root.resolve("a/A.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "package a; class A {}");
    try (RpcClient client =
        RpcClient.connect(URI.create(http.toString().replaceFirst("^http", "ws")))) {
      ask(client, "workspace/load", params("root", root).put("rootMode", "workspaceFolder"));
      for (int round = 0; round < ROUNDS; round++) {
        String method = "round" + round;
        Files.writeString(file, "package a; class A { void " + method + "() {} }");

        ObjectNode params = params("workspace", root).put("query", method);
        params.putObject("freshness").put("sync", true).put("waitMs", 60_000);
        JsonNode result = ask(client, "symbol/search", params);

        assertThat(result.path("meta").path("freshness").asText())
            .as("round %d: %s", round, result)
            .isEqualTo("met");
        assertThat(result.path("items").path(0).path("name").asText())
            .as("round %d: %s", round, result)
            .isEqualTo(method);
      }
      JsonNode status = ask(client, "workspace/status", params("workspace", root));
      assertThat(status.path("watch").asText()).isIn("events", "polling");
      ask(client, "workspace/unload", params("workspace", root));
    }
  }

  private static ObjectNode params(String name, Path value) {
    return JsonNodeFactory.instance.objectNode().put(name, value.toString());
  }

  private JsonNode ask(RpcClient client, String method, ObjectNode params) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("jsonrpc", "2.0").put("id", ++requests).put("method", method);
    request.set("params", params);
    client.send(request.toString());
    JsonNode answer = client.nextJson();
    assertThat(answer.has("result")).as("%s", answer).isTrue();
    return answer.path("result");
  }
}
