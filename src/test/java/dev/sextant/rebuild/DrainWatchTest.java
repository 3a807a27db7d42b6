package dev.sextant.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testing.LogRecords;
import dev.sextant.testing.StepExecutor;
import dev.sextant.testing.TestRuntime;
import dev.sextant.workspace.GraphLease;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RebuildMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrainWatchTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final StepExecutor executor = new StepExecutor();
  private final TestRuntime runtime = new TestRuntime(executor);

  @TempDir private Path root;
  private LoadedWorkspace workspace;

  @BeforeEach
  void load() {
    new DrainWatch(runtime.workspaces, runtime.scheduler::after, TIMEOUT).start();
    assertThat(runtime.load(root)).isNotDone();
    executor.runAll();
    workspace = runtime.workspaces.list().getFirst();
  }

  @Test
  void warnsOnceOfAGraphThatIsReadForTooLongAndTakesNothingFromItsReader() {
    try (LogRecords log = LogRecords.of(DrainWatch.class);
        GraphLease lease = workspace.lease()) {
      rebuild();
      runtime.scheduler.advance(TIMEOUT.minus(MOMENT));
      assertThat(log.messages(Level.WARNING)).isEmpty();
      assertThat(overdue()).isZero();

      runtime.scheduler.advance(MOMENT);
      assertThat(overdue()).isEqualTo(1);
      rebuild();
      runtime.scheduler.advance(TIMEOUT.multipliedBy(10));

      assertThat(log.messages(Level.WARNING))
          .singleElement()
          .asString()
          .contains(workspace.id(), "generation 1");
      assertThat(overdue()).isEqualTo(1);
      assertThat(lease.published().graph().symbols().count()).isPositive();
      assertThat(runtime.workspaces.budget().figures().retainedBytes()).isPositive();
    }

    assertThat(overdue()).isZero();
    assertThat(runtime.workspaces.budget().retained().list()).isEmpty();
    assertThat(runtime.workspaces.budget().figures().retainedBytes()).isZero();
  }

  @Test
  void saysNothingOfAGraphThatIsLeftInTime() {
    try (LogRecords log = LogRecords.of(DrainWatch.class)) {
      try (GraphLease lease = workspace.lease()) {
        rebuild();
        assertThat(lease.published().generation()).isEqualTo(1);
        assertThat(runtime.workspaces.budget().retained().list()).hasSize(1);
      }
      rebuild();
      runtime.scheduler.advance(TIMEOUT.multipliedBy(10));

      assertThat(log.messages(Level.WARNING)).isEmpty();
    }
  }

  @Test
  void seesWhatIsReadBeyondAnUnload() {
    try (GraphLease lease = workspace.lease()) {
      assertThat(runtime.rebuilds.unload(workspace.id(), UnloadForce.RESPECT_PIN).wasLoaded())
          .isTrue();
      assertThat(lease.published().generation()).isEqualTo(1);
      runtime.scheduler.advance(TIMEOUT);
      assertThat(overdue()).isEqualTo(1);
    }

    assertThat(overdue()).isZero();
  }

  private long overdue() {
    return runtime.workspaces.budget().retained().overdue();
  }

  private void rebuild() {
    runtime.rebuilds.startRebuild(workspace, RebuildMode.FULL);
    executor.runAll();
  }
}
