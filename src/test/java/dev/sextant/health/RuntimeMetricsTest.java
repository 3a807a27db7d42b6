package dev.sextant.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.index.Pass;
import dev.sextant.rebuild.PassTime;
import dev.sextant.rebuild.RebuildEnded;
import dev.sextant.testing.StepExecutor;
import dev.sextant.testing.TestRuntime;
import dev.sextant.workspace.GraphLease;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.RetainedGraph;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeMetricsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final StepExecutor executor = new StepExecutor();
  private final TestRuntime runtime = new TestRuntime(executor);
  private final RuntimeMetrics metrics = RuntimeMetrics.over(runtime.workspaces, registry);

  @TempDir private Path root;

  @Test
  void countsWorkspacesByState() {
    assertThat(gauge(MetricNames.WORKSPACES, "state", "Loading")).isZero();
    assertThat(runtime.load(root)).isNotDone();
    assertThat(gauge(MetricNames.WORKSPACES, "state", "Loading")).isEqualTo(1);
    executor.runAll();
    assertThat(gauge(MetricNames.WORKSPACES, "state", "Loading")).isZero();
    assertThat(gauge(MetricNames.WORKSPACES, "state", "Loaded")).isEqualTo(1);
  }

  @Test
  void measuresGraphsAndLeases() {
    assertThat(runtime.load(root)).isNotDone();
    executor.runAll();
    LoadedWorkspace workspace = runtime.workspaces.list().getFirst();
    double bytes = workspace.memoryBytes();
    assertThat(gauge(MetricNames.GRAPH_BYTES, "kind", "loaded")).isEqualTo(bytes);
    try (GraphLease lease = workspace.lease()) {
      runtime.rebuilds.startRebuild(workspace, RebuildMode.FULL);
      executor.runAll();
      assertThat(lease.published().generation()).isEqualTo(1);
      assertThat(gauge(MetricNames.GRAPH_BYTES, "kind", "retained")).isEqualTo(bytes);
      assertThat(registry.get(MetricNames.LEASES).gauge().value()).isEqualTo(1);
      assertThat(registry.get(MetricNames.GRAPHS_OVERDUE).gauge().value()).isZero();
      runtime.workspaces.budget().retained().list().forEach(RetainedGraph::overdue);
      assertThat(registry.get(MetricNames.GRAPHS_OVERDUE).gauge().value()).isEqualTo(1);
    }

    assertThat(registry.get(MetricNames.GRAPHS_OVERDUE).gauge().value()).isZero();
    assertThat(gauge(MetricNames.GRAPH_BYTES, "kind", "retained")).isZero();
    assertThat(registry.get(MetricNames.LEASES).gauge().value()).isZero();
  }

  @Test
  void timesBuildsAndPasses() {
    metrics.accept(
        new RebuildEnded(
            "/src",
            RebuildMode.FULL,
            RebuildEnded.Ending.FAILED,
            Duration.ofMillis(70),
            List.of(new PassTime(Pass.EXTRACT, Duration.ofMillis(30)))));

    assertThat(
            registry
                .get(MetricNames.REBUILD)
                .tags("mode", "full", "outcome", "failed")
                .timer()
                .totalTime(TimeUnit.MILLISECONDS))
        .isEqualTo(70);
    assertThat(
            registry
                .get(MetricNames.REBUILD_PASS)
                .tag("pass", "extract")
                .timer()
                .totalTime(TimeUnit.MILLISECONDS))
        .isEqualTo(30);
  }

  private double gauge(String name, String tag, String value) {
    return registry.get(name).tag(tag, value).gauge().value();
  }
}
