package dev.sextant.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ends the packaged service, in order and not, and starts it again. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class RestartIT {
  private static final int KILLS = 4;
  private static final int MOST_MILLIS = 1_500;
  private static final int FILES = 300;

  @TempDir private Path folder;
  private Path root;
  private Path state;

  @BeforeEach
  void writeTree() throws IOException {
    root = Files.createDirectory(folder.toRealPath().resolve("tree"));
    state = folder.toRealPath().resolve("state");
    write(0);
  }

  @Test
  void answersAsBeforeAndThenWithWhatChanged() throws IOException {
    try (PackagedService service = PackagedService.start(state);
        RpcClient client = RpcClient.connect(service.address())) {
      JsonNode loaded = call(client, "workspace/load", workspace("root").put("pin", true));
      assertThat(loaded.path("generation").asLong()).isEqualTo(1);
      assertThat(marks(client)).containsExactly("Mark0", "Mirror0");
    }

    try (PackagedService service = PackagedService.start(state);
        RpcClient client = RpcClient.connect(service.address())) {
      // Nobody asks for a load: what was loaded is loaded again.
      JsonNode status = untilLoaded(client);
      assertThat(status.path("generation").asLong()).isEqualTo(1);
      assertThat(status.path("pinned").asBoolean()).isTrue();
      assertThat(status.path("files").asInt()).isEqualTo(FILES + 2);
      assertThat(marks(client)).containsExactly("Mark0", "Mirror0");
      assertThat(untilVerified(client).path("generation").asLong()).isEqualTo(1);
      JsonNode unchanged = call(client, "workspace/rebuild", workspace("workspace"));
      assertThat(unchanged.path("generation").asLong()).isEqualTo(1);
    }

    write(1);
    try (PackagedService service = PackagedService.start(state);
        RpcClient client = RpcClient.connect(service.address())) {
      JsonNode first = untilLoaded(client);
      JsonNode fresh = untilVerified(client);
      assertThat(first.path("generation").asLong()).isBetween(1L, 2L);
      assertThat(fresh.path("generation").asLong()).isEqualTo(2);
      assertThat(fresh.path("pendingFiles").asInt()).isZero();
      assertThat(marks(client)).containsExactly("Mark1", "Mirror1");
      assertThat(
              call(client, "workspace/unload", workspace("workspace").put("force", true))
                  .toString())
          .contains("\"wasLoaded\":true");
    }

    try (PackagedService service = PackagedService.start(state);
        RpcClient client = RpcClient.connect(service.address())) {
      assertThat(call(client, "workspace/list", object()).path("total").asInt()).isZero();
      JsonNode loaded = call(client, "workspace/load", workspace("root"));
      assertThat(loaded.path("generation").asLong()).isEqualTo(2);
      JsonNode rebuilt =
          call(client, "workspace/rebuild", workspace("workspace").put("mode", "full"));
      assertThat(rebuilt.path("generation").asLong()).isEqualTo(3);
    }
  }

  @Test
  void servesACompleteGenerationAfterBeingKilledAtAnyMoment() throws IOException {
    long seed = System.nanoTime();
    System.out.println("seed of the moments: " + seed);
    Random random = new Random(seed);
    long lastPersisted = 0;
    long lastPublished = 0;
    int content = 0;
    for (int kill = 0; kill <= KILLS; kill++) {
      PackagedService service = PackagedService.start(state);
      try (RpcClient client = RpcClient.connect(service.address())) {
        JsonNode loaded = call(client, "workspace/load", workspace("root"));
        long generation = loaded.path("generation").asLong();
        assertThat(generation).isGreaterThanOrEqualTo(lastPersisted);
        // Two files are always written alike: a mixture of two generations would have one of each.
        assertThat(digits(marks(client))).hasSize(1);
        untilVerified(client);
        assertThat(digits(marks(client))).containsExactly(String.valueOf(content));

        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(MOST_MILLIS));
        do {
          content++;
          write(content);
          JsonNode rebuilt = call(client, "workspace/rebuild", workspace("workspace"));
          assertThat(rebuilt.path("generation").asLong()).isGreaterThan(lastPublished);
          lastPublished = rebuilt.path("generation").asLong();
          JsonNode status = call(client, "workspace/status", workspace("workspace"));
          assertThat(status.has("lastPersistError")).isFalse();
          lastPersisted = status.path("persistedGeneration").asLong();
        } while (System.nanoTime() < end);
        // Within the write that follows the last publication, or shortly before or after it.
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(20_000)));
      } finally {
        service.kill();
      }
    }
    try (Stream<Path> left = Files.walk(state.resolve("workspaces"))) {
      // At most what the last kill left.
      assertThat(left.filter(Files::isRegularFile).count()).isBetween(1L, 2L);
    }
  }

  /** Writes the files whose names tell which content they have, and others that make it slow. */
  private void write(int content) throws IOException {
    if (content == 0) {
      for (int i = 0; i < FILES; i++) {
        Files.writeString(
            root.resolve("Filler" + i + ".java"),
            "class Filler%d { int a; int b() { return a; } }".formatted(i));
      }
    }
    Files.writeString(root.resolve("A.java"), "class Mark%d {}".formatted(content));
    Files.writeString(root.resolve("Z.java"), "class Mirror%d {}".formatted(content));
  }

  private List<String> marks(RpcClient client) {
    List<String> names = new ArrayList<>();
    for (String query : List.of("Mark", "Mirror")) {
      JsonNode found =
          call(
              client,
              "symbol/search",
              workspace("workspace").put("query", query).put("mode", "prefix"));
      found.path("items").forEach(item -> names.add(item.path("name").asText()));
    }
    return names;
  }

  private static List<String> digits(List<String> names) {
    return names.stream().map(name -> name.replaceAll("[A-Za-z]", "")).distinct().toList();
  }

  private JsonNode untilLoaded(RpcClient client) {
    JsonNode list = call(client, "workspace/list", object());
    while (!list.at("/items/0/state").asText().matches("Loaded|Rebuilding")) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      list = call(client, "workspace/list", object());
    }
    return list.at("/items/0");
  }

  private JsonNode untilVerified(RpcClient client) {
    JsonNode status = call(client, "workspace/status", workspace("workspace"));
    while (status.path("unverified").asBoolean() || status.path("pendingFiles").asInt() > 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      status = call(client, "workspace/status", workspace("workspace"));
    }
    return status;
  }

  private ObjectNode workspace(String parameter) {
    return object().put(parameter, root.toString());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static JsonNode call(RpcClient client, String method, ObjectNode params) {
    client.send(
        object()
            .put("jsonrpc", "2.0")
            .put("id", 1)
            .put("method", method)
            .set("params", params)
            .toString());
    JsonNode answer = client.nextJson();
    assertThat(answer.path("error").isMissingNode()).as(answer.toString()).isTrue();
    return answer.path("result");
  }
}
