package dev.sextant.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.index.IndexResult;
import dev.sextant.testing.StepExecutor;
import dev.sextant.testing.TestRuntime;
import dev.sextant.testing.Trees;
import dev.sextant.workspace.GraphLease;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.WorkspaceState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdleEvictionTest {
  private static final Duration TIMEOUT = Duration.ofMinutes(30);
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final StepExecutor executor = new StepExecutor();

  @TempDir private Path temporary;
  private Path root;
  private TestRuntime runtime;
  private LoadedWorkspace workspace;

  @BeforeEach
  void load() throws Exception {
    root = Trees.write(temporary.toRealPath(), "//- A.java\nclass A {}\n");
    runtime = TestRuntime.keeping(temporary.toRealPath().resolve("state"), executor, Runnable::run);
    IndexResult result = Trees.build(root, temporary.toRealPath().resolve("state"));
    runtime.builds.giving(() -> result);
    CompletableFuture<LoadedWorkspace> load = runtime.load(root);
    executor.runAll();
    workspace = load.join();
  }

  @Test
  void evictsWhatNobodyAskedForLong() {
    start(TIMEOUT);
    runtime.scheduler.advance(TIMEOUT.minus(LOOK));
    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);
    workspace.notes().touch();
    runtime.scheduler.advance(TIMEOUT.minus(LOOK));
    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);

    runtime.scheduler.advance(LOOK.multipliedBy(2));

    assertThat(workspace.state()).isEqualTo(WorkspaceState.EVICTED);
    assertThat(runtime.workspaces.budget().figures().committedBytes()).isZero();
  }

  @Test
  void goesByTheTimeThatPassedWhenTheClockIsSet() {
    start(TIMEOUT);
    runtime.clock.shift(Duration.ofDays(1));
    runtime.scheduler.advance(LOOK.multipliedBy(2));
    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);

    runtime.scheduler.advance(TIMEOUT);

    assertThat(workspace.state()).isEqualTo(WorkspaceState.EVICTED);
  }

  @Test
  void bringsItBackFromItsSnapshotOnce() {
    start(TIMEOUT);
    runtime.scheduler.advance(TIMEOUT.plus(LOOK));
    assertThat(workspace.isAway()).isTrue();

    CompletableFuture<LoadedWorkspace> first = bringBack();
    CompletableFuture<LoadedWorkspace> second = bringBack();
    assertThat(workspace.isAway()).isTrue();
    executor.step();

    assertThat(first).isCompletedWithValue(workspace);
    assertThat(second).isCompletedWithValue(workspace);
    assertThat(workspace.isAway()).isFalse();
    assertThat(workspace.generation()).isEqualTo(1);
    executor.runAll();
    assertThat(runtime.builds.opened()).hasSize(1);
  }

  @Test
  void sparesWhatIsPinnedReadOrBeingBuilt() {
    start(TIMEOUT);
    assertThat(workspace.notes().pin()).isTrue();
    runtime.scheduler.advance(TIMEOUT.multipliedBy(2));
    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);
    assertThat(workspace.notes().unpin()).isTrue();

    try (GraphLease lease = workspace.lease()) {
      assertThat(lease.published().generation()).isEqualTo(1);
      runtime.scheduler.advance(LOOK);
      assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);
    }

    CompletableFuture<RebuildOutcome> building =
        TestRuntime.placed(runtime.rebuilds.rebuild(workspace, RebuildMode.AUTO));
    runtime.scheduler.advance(TIMEOUT.multipliedBy(2));
    assertThat(workspace.state()).isEqualTo(WorkspaceState.REBUILDING);
    executor.runAll();
    assertThat(building).isCompleted();

    runtime.scheduler.advance(LOOK);
    assertThat(workspace.state()).isEqualTo(WorkspaceState.EVICTED);
  }

  @Test
  void evictsNothingWithoutATimeout() {
    start(Duration.ZERO);
    runtime.scheduler.advance(Duration.ofDays(100));

    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);
    assertThat(runtime.scheduler.size()).isZero();
  }

  private void start(Duration timeout) {
    new IdleEviction(runtime.workspaces, runtime.scheduler::after, timeout).start();
  }

  private CompletableFuture<LoadedWorkspace> bringBack() {
    return TestRuntime.placed(runtime.rebuilds.bringBack(workspace));
  }
}
