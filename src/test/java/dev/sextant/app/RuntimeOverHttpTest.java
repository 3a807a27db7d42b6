package dev.sextant.app;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;

import dev.sextant.rebuild.LoadRequest;
import dev.sextant.rebuild.Rebuilds;
import dev.sextant.rebuild.UnloadForce;
import dev.sextant.workspace.BuildAttempt;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.RootMode;
import dev.sextant.workspace.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runtime inside the running service, seen over HTTP. */
@QuarkusTest
class RuntimeOverHttpTest {
  @Inject Rebuilds rebuilds;

  @Inject Workspaces workspaces;

  @TempDir Path root;

  private LoadedWorkspace workspace;

  @BeforeEach
  void load() {
    workspace =
        rebuilds
            .load(new LoadRequest(root, RootMode.WORKSPACE_FOLDER, false))
            .await()
            .atMost(Duration.ofSeconds(60));
  }

  @AfterEach
  void unload() {
    assertThat(rebuilds.unload(workspace.id(), UnloadForce.IGNORE_PIN).wasLoaded()).isTrue();
  }

  /** The service reports itself started a moment after its port is bound. */
  @BeforeEach
  void waitUntilStarted() {
    int status = 0;
    for (int tries = 0; tries < 1_000 && status != 200; tries++) {
      status = get("/q/health/started").statusCode();
    }
    assertThat(status).isEqualTo(200);
  }

  @Test
  void isLiveReadyStartedAndWell() {
    for (String probe : new String[] {"live", "ready", "started", "well"}) {
      get("/q/health/" + probe)
          .then()
          .statusCode(200)
          .body("status", equalTo("UP"))
          .body(
              "checks.find { it.data != null && it.data.containsKey('%s.state') }.data"
                  .formatted(workspace.id()),
              hasEntry(workspace.id() + ".state", "Loaded"));
    }
  }

  @Test
  void isNotWellWhileItServesAStaleGraph() {
    BuildAttempt attempt = new BuildAttempt(RebuildMode.FULL, Instant.EPOCH, System::nanoTime);
    assertThat(workspace.beginRebuild(attempt)).isTrue();
    assertThat(workspace.fail(attempt, "broken on purpose")).isTrue();

    get("/q/health/well")
        .then()
        .statusCode(503)
        .body("status", equalTo("DOWN"))
        .body(containsString("broken on purpose"));
    get("/q/health/live").then().statusCode(200);
    get("/q/health/ready").then().statusCode(200);
    get("/q/health/started").then().statusCode(200);
  }

  @Test
  void publishesItsMetrics() {
    // Behind the load, its graph is written and for that time leased.
    for (int tries = 0; tries < 1_000 && isBeingKept(); tries++) {
      get("/q/health/live").then().statusCode(200);
    }
    get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("sextant_workspaces{state=\"Loaded\"} 1.0"))
        .body(containsString("sextant_rebuild_seconds_count{mode=\"full\",outcome=\"published\"}"))
        .body(containsString("sextant_rebuild_pass_seconds_count{pass=\"extract\"}"))
        .body(containsString("sextant_graph_bytes{kind=\"loaded\"}"))
        .body(containsString("sextant_snapshot_write_seconds_count"))
        .body(containsString("sextant_leases 0.0"));
  }

  private boolean isBeingKept() {
    return workspace.notes().persisted().generation() == 0 || workspaces.budget().openLeases() > 0;
  }
}
