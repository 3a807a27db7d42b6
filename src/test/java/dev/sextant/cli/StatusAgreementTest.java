package dev.sextant.cli;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.rebuild.LoadRequest;
import dev.sextant.rebuild.Rebuilds;
import dev.sextant.rebuild.UnloadForce;
import dev.sextant.workspace.BuildAttempt;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.RootMode;
import dev.sextant.workspace.WorkspaceState;
import dev.sextant.workspace.Workspaces;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that tells how the service stands tells the same. */
@QuarkusTest
class StatusAgreementTest {
  private static final String BROKEN = "broken on purpose";

  @Inject Rebuilds rebuilds;
  @Inject Workspaces workspaces;
  @TempDir Path folder;

  @TestHTTPResource("/rpc")
  URI http;

  private final List<LoadedWorkspace> loaded = new ArrayList<>();

  @BeforeEach
  void loadFailAndEvict() throws IOException {
    LoadedWorkspace good = load("good", "class A { int a() { return a(); } }");
    assertThat(good.notes().pin()).isTrue();
    LoadedWorkspace failed = load("failed", "class B { A other; }");
    var attempt = new BuildAttempt(RebuildMode.FULL, Instant.EPOCH, System::nanoTime);
    assertThat(failed.beginRebuild(attempt)).isTrue();
    assertThat(failed.fail(attempt, BROKEN)).isTrue();
    assertThat(load("evicted", "class C {}").evict()).isTrue();
    // Behind a load its graph is written, and for that time leased.
    for (int tries = 0; tries < 1_000 && workspaces.budget().openLeases() > 0; tries++) {
      get("/q/health/live").then().statusCode(200);
    }
  }

  @AfterEach
  void unload() {
    loaded.forEach(one -> rebuilds.unload(one.id(), UnloadForce.IGNORE_PIN));
  }

  @Test
  void allTellTheSame() throws IOException {
    JsonNode daemon = call("daemon/status", JsonNodeFactory.instance.objectNode());
    JsonNode items = daemon.path("workspaces");
    assertThat(items.findValuesAsText("workspace"))
        .containsAll(loaded.stream().map(LoadedWorkspace::id).toList());
    assertThat(items.findValuesAsText("state")).contains("Loaded", "Failed", "Evicted");

    eachStatusIsThatOfTheWorkspace(items);
    theLedgerIsTheSumAndTheMetrics(daemon, items);
    theProbesTellTheSame(items);
    theTableTellsTheSame(daemon, items);
  }

  private void eachStatusIsThatOfTheWorkspace(JsonNode items) throws IOException {
    for (JsonNode item : items) {
      JsonNode own =
          call(
              "workspace/status",
              JsonNodeFactory.instance.objectNode().set("workspace", item.path("workspace")));
      item.properties()
          .forEach(
              field ->
                  assertThat(own.path(field.getKey()))
                      .as(field.getKey())
                      .isEqualTo(field.getValue()));
    }
  }

  private static void theLedgerIsTheSumAndTheMetrics(JsonNode daemon, JsonNode items) {
    JsonNode memory = daemon.path("memory");
    String metrics = get("/q/metrics").then().statusCode(200).extract().asString();
    long served = stream(items).mapToLong(item -> item.path("bytes").asLong()).sum();
    assertThat(served).isPositive().isEqualTo(memory.path("loaded").asLong());
    for (String kind : List.of("loaded", "reserved", "retained", "limit")) {
      assertThat(metric(metrics, "sextant_graph_bytes{kind=\"" + kind + "\"}"))
          .as(kind)
          .isEqualTo(memory.path(kind).asDouble());
    }
    assertThat(memory.path("highWater").asLong()).isGreaterThanOrEqualTo(served);
    for (WorkspaceState state : WorkspaceState.values()) {
      String name = state.wireName();
      assertThat(metric(metrics, "sextant_workspaces{state=\"" + name + "\"}"))
          .as(name)
          .isEqualTo(
              (double)
                  stream(items).filter(item -> item.path("state").asText().equals(name)).count());
    }
    assertThat(metric(metrics, "sextant_leases")).isZero();
  }

  private static void theProbesTellTheSame(JsonNode items) throws IOException {
    for (String probe : List.of("live", "ready", "started", "well")) {
      String body = get("/q/health/" + probe).then().extract().asString();
      for (JsonNode item : items) {
        String id = item.path("workspace").asText();
        JsonNode data =
            stream(new ObjectMapper().readTree(body).path("checks"))
                .map(check -> check.path("data"))
                .filter(one -> one.has(id + ".state"))
                .findFirst()
                .orElseThrow();
        for (String field :
            List.of("state", "generation", "pendingFiles", "unverified", "watch", "lastError")) {
          assertThat(data.path(id + "." + field).asText())
              .as(probe + " " + id + " " + field)
              .isEqualTo(item.path(field).asText());
        }
        boolean isStale = item.has("lastError") && item.path("generation").asLong() > 0;
        assertThat(data.path(id + ".stale").asBoolean()).as(id).isEqualTo(isStale);
      }
    }
  }

  /** Current and peak memory stand in every row, whatever the state. */
  private void theTableTellsTheSame(JsonNode daemon, JsonNode items) {
    String table = run("status").out();
    assertThat(table)
        .contains(
            "memory %s, peak %s, limit %s"
                .formatted(
                    size(daemon.path("memory"), "loaded"),
                    size(daemon.path("memory"), "highWater"),
                    size(daemon.path("memory"), "limit")))
        .contains(BROKEN);
    for (JsonNode item : items) {
      String state = item.path("state").asText();
      List<String> row =
          table
              .lines()
              .filter(line -> line.startsWith(item.path("workspace").asText() + " "))
              .map(line -> List.of(line.split(" {2,}")))
              .findFirst()
              .orElseThrow();
      assertThat(row)
          .containsExactly(
              item.path("workspace").asText(),
              item.path("pinned").asBoolean() ? state + ", pinned" : state,
              item.path("generation").asText(),
              item.path("files").asText(),
              item.path("symbols").asText(),
              item.path("edges").asText(),
              size(item, "bytes"),
              size(item, "highWaterBytes"));
    }
  }

  private LoadedWorkspace load(String name, String source) throws IOException {
    Path root = Files.createDirectory(folder.toRealPath().resolve(name));
    Files.writeString(root.resolve("A.java"), source);
    LoadedWorkspace workspace =
        rebuilds
            .load(new LoadRequest(root, RootMode.WORKSPACE_FOLDER, false))
            .await()
            .atMost(Duration.ofSeconds(60));
    loaded.add(workspace);
    return workspace;
  }

  private JsonNode call(String method, JsonNode parameters) throws IOException {
    CommandRun run = run("call", method, parameters.toString());
    assertThat(run.err()).isEmpty();
    return new ObjectMapper().readTree(run.out());
  }

  private CommandRun run(String... command) {
    String address = "ws://%s:%d/rpc".formatted(http.getHost(), http.getPort());
    List<String> all = new ArrayList<>(List.of(command));
    all.add("--url");
    all.add(address);
    return CommandRun.of(folder.resolve("cli"), all.toArray(String[]::new));
  }

  private static String size(JsonNode holder, String field) {
    return ByteSize.text(holder.path(field).asLong());
  }

  private static double metric(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<JsonNode> stream(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false);
  }
}
