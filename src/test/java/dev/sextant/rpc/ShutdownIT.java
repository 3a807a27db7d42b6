package dev.sextant.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ends the packaged service in order while it has much to do. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ShutdownIT {
  private static final Duration LONGEST_END = Duration.ofSeconds(5);
  private static final int WORKSPACES = 5;
  private static final int FILES = 400;
  private static final int METHODS = 60;

  @TempDir private Path folder;
  private Path state;

  @BeforeEach
  void writeTrees() throws IOException {
    state = folder.toRealPath().resolve("state");
    String body =
        IntStream.range(0, METHODS)
            .mapToObj("  int m%d(String s) { return s.length() + this.hashCode(); }\n"::formatted)
            .reduce("", String::concat);
    for (int tree = 0; tree < WORKSPACES; tree++) {
      Path root = Files.createDirectory(root(tree));
      for (int file = 0; file < FILES; file++) {
        Files.writeString(
            root.resolve("C%d.java".formatted(file)),
            "class C%d_%d {\n%s}\n".formatted(file, tree, body));
      }
    }
  }

  @Test
  void endsSoonWhileItLoadsAndTellsEverybody() throws IOException {
    try (PackagedService service = PackagedService.start(state);
        RpcClient loading = RpcClient.connect(service.address());
        RpcClient idle = RpcClient.connect(service.address())) {
      for (int tree = 0; tree < WORKSPACES; tree++) {
        loading.send(load(tree));
      }
      Set<String> answered = new HashSet<>();
      int known = 0;
      for (int asked = 0; known < WORKSPACES; asked++) {
        String id = "list" + asked;
        loading.send(request(id, "workspace/list", JsonNodeFactory.instance.objectNode()));
        JsonNode answer = loading.nextJson();
        while (!answer.path("id").asText().equals(id)) {
          answered.add(answer.path("id").asText());
          answer = loading.nextJson();
        }
        known = answer.at("/result/total").asInt();
      }

      service.askToEnd();
      service.askToEnd();

      assertThat(service.endsWithin(LONGEST_END)).isTrue();
      for (String frame = loading.next(); !isClose(frame); frame = loading.next()) {
        JsonNode answer = RpcClient.json(frame);
        assertThat(answered.add(answer.path("id").asText())).as(frame).isTrue();
        if (answer.has("error")) {
          assertThat(answer.at("/error/code").asInt()).as(frame).isIn(-32800, -32011);
        }
      }
      assertThat(answered).hasSize(WORKSPACES);
      assertThat(idle.next()).isEqualTo("close 1001");
    }
    String remembered = Files.readString(state.resolve("workspaces.json"));
    for (int tree = 0; tree < WORKSPACES; tree++) {
      assertThat(remembered).contains('"' + root(tree).toString() + '"');
    }
  }

  private String load(int tree) throws IOException {
    return request(
        "load" + tree,
        "workspace/load",
        JsonNodeFactory.instance
            .objectNode()
            .put("root", root(tree).toString())
            .put("rootMode", "workspaceFolder"));
  }

  private Path root(int tree) throws IOException {
    return folder.toRealPath().resolve("tree" + tree);
  }

  private static String request(String id, String method, ObjectNode params) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("jsonrpc", "2.0")
        .put("id", id)
        .put("method", method)
        .set("params", params)
        .toString();
  }

  private static boolean isClose(String frame) {
    assertThat(frame).doesNotStartWith("error");
    if (frame.startsWith("close")) {
      assertThat(frame).isEqualTo("close 1001");
      return true;
    }
    return false;
  }
}
