package dev.sextant.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.index.Pass;
import dev.sextant.rebuild.InitialLoads;
import dev.sextant.testing.StepExecutor;
import dev.sextant.testing.TestRuntime;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.ServeSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
  private final StepExecutor executor = new StepExecutor();
  private final TestRuntime runtime = new TestRuntime(executor);
  private final InitialLoads initial = new InitialLoads(runtime.rebuilds, runtime.memory);
  private final WorkspaceReport report =
      new WorkspaceReport(
          runtime.workspaces, new ServeSettings(Duration.ofHours(24)), runtime.clock);
  private final LivenessCheck liveness = new LivenessCheck(runtime.rebuilds, report);
  private final ReadinessCheck readiness = new ReadinessCheck(runtime.rebuilds, report);
  private final StartupCheck startup = new StartupCheck(initial, report);
  private final WellnessCheck wellness = new WellnessCheck(report);

  @TempDir private Path temporary;
  private Path root;

  @BeforeEach
  void resolveRoot() throws IOException {
    root = temporary.toRealPath();
  }

  @Test
  void listsEveryWorkspaceInEveryProbe() {
    load();
    runtime.clock.advance(Duration.ofSeconds(90));

    for (HealthCheckResponse response :
        List.of(liveness.call(), readiness.call(), startup.call(), wellness.call())) {
      assertThat(dataOf(response))
          .containsEntry(root + ".state", "Loaded")
          .containsEntry(root + ".generation", 1L)
          .containsEntry(root + ".stale", false)
          .containsEntry(root + ".ageSeconds", 90L)
          .containsEntry(root + ".pendingFiles", 0L)
          .containsEntry(root + ".unverified", false)
          .containsEntry(root + ".watch", "off")
          .doesNotContainKey(root + ".lastError");
    }
  }

  @Test
  void turnsOnlyWellnessDownWhileAStaleGraphIsServed() {
    LoadedWorkspace workspace = load();
    initial.start(List.of());
    runtime.builds.failingIn(Pass.WALK, new IllegalStateException("broken"));
    rebuild(workspace);

    assertStatus(Status.UP, Status.DOWN);
    assertThat(dataOf(wellness.call())).containsEntry(root + ".stale", true);
    assertThat((String) dataOf(wellness.call()).get(root + ".lastError")).contains("broken");

    runtime.clock.advance(Duration.ofHours(25));
    assertStatus(Status.UP, Status.DOWN);

    runtime.builds.succeeding();
    rebuild(workspace);
    assertStatus(Status.UP, Status.UP);
  }

  @Test
  void staysUpWhileAFolderLoadsAndWhenItNeverCould() {
    initial.start(List.of(root));
    assertStatus(Status.UP, Status.UP);
    assertThat(dataOf(readiness.call())).containsEntry(root + ".state", "Loading");

    runtime.builds.failingIn(Pass.EXTRACT, new IllegalStateException("broken"));
    executor.runAll();
    assertStatus(Status.UP, Status.UP);
    assertThat(dataOf(startup.call()))
        .containsEntry(root + ".state", "Failed")
        .doesNotContainKey(root + ".ageSeconds")
        .containsEntry("failed", 1L);
  }

  @Test
  void isStartedOnceTheInitialFoldersWereAskedFor() {
    assertThat(startup.call().getStatus()).isEqualTo(Status.DOWN);

    initial.start(List.of(root));

    assertThat(startup.call().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void isNotReadyOnceClosed() {
    runtime.rebuilds.close();

    assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
    assertThat(liveness.call().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void isNotLiveOnceACancelledBuildIsLost() {
    LoadedWorkspace workspace = load();
    runtime.rebuilds.startRebuild(workspace, RebuildMode.FULL);
    assertThat(runtime.rebuilds.cancelRebuild(workspace)).isTrue();
    assertThat(liveness.call().getStatus()).isEqualTo(Status.UP);

    runtime.clock.shift(LivenessCheck.LOST_AFTER.multipliedBy(2));
    assertThat(liveness.call().getStatus()).isEqualTo(Status.UP);

    runtime.clock.shift(LivenessCheck.LOST_AFTER.multipliedBy(-4));
    runtime.clock.advance(LivenessCheck.LOST_AFTER.plusSeconds(1));
    assertThat(liveness.call().getStatus()).isEqualTo(Status.DOWN);

    executor.runAll();
    assertThat(liveness.call().getStatus()).isEqualTo(Status.UP);
  }

  private void assertStatus(Status others, Status well) {
    assertThat(liveness.call().getStatus()).isEqualTo(others);
    assertThat(readiness.call().getStatus()).isEqualTo(others);
    assertThat(startup.call().getStatus()).isEqualTo(others);
    assertThat(wellness.call().getStatus()).isEqualTo(well);
  }

  private LoadedWorkspace load() {
    assertThat(runtime.load(root)).isNotDone();
    executor.runAll();
    return runtime.workspaces.list().getFirst();
  }

  private void rebuild(LoadedWorkspace workspace) {
    runtime.rebuilds.startRebuild(workspace, RebuildMode.FULL);
    executor.runAll();
  }

  private static Map<String, Object> dataOf(HealthCheckResponse response) {
    return response.getData().orElseThrow();
  }
}
