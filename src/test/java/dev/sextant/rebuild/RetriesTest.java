package dev.sextant.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.index.BuildSize;
import dev.sextant.index.Pass;
import dev.sextant.testing.StepExecutor;
import dev.sextant.testing.TestRuntime;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.WorkspaceState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {
  private final StepExecutor executor = new StepExecutor();

  @TempDir private Path temporary;
  private Path root;

  @BeforeEach
  void resolveRoot() throws IOException {
    root = temporary.toRealPath();
  }

  @ParameterizedTest
  @CsvSource({"0,30", "1,30", "2,60", "3,120", "4,300", "5,600", "6,600", "2147483647,600"})
  void waitsLongerAfterEachFailureUpToABound(int failures, long seconds) {
    assertThat(RetryDelays.after(failures)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void buildsAgainByItselfUntilItSucceeds() {
    TestRuntime runtime = new TestRuntime(executor);
    LoadedWorkspace workspace = loaded(runtime);
    runtime.builds.failingIn(Pass.DECLARE, new IllegalStateException("broken"));
    fail(runtime, workspace);
    int builds = runtime.builds.opened().size();

    for (int failures = 1; failures <= 7; failures++) {
      Duration delay = RetryDelays.after(failures);
      assertThat(workspace.nextRetryAt()).contains(runtime.clock.instant().plus(delay));
      runtime.scheduler.advance(delay.minusNanos(1));
      assertThat(workspace.state()).isEqualTo(WorkspaceState.FAILED);
      runtime.scheduler.advance(Duration.ofNanos(1));
      assertThat(workspace.state()).isEqualTo(WorkspaceState.REBUILDING);
      assertThat(workspace.nextRetryAt()).isEmpty();
      executor.runAll();
      assertThat(runtime.builds.opened()).hasSize(builds + failures);
      assertThat(workspace.retryCount()).isEqualTo(failures + 1);
    }

    runtime.builds.succeeding();
    runtime.scheduler.advance(Duration.ofMinutes(10));
    executor.runAll();
    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);
    assertThat(workspace.retryCount()).isZero();
    assertThat(workspace.nextRetryAt()).isEmpty();
    assertThat(runtime.scheduler.size()).isZero();

    runtime.builds.failingIn(Pass.DECLARE, new IllegalStateException("broken again"));
    fail(runtime, workspace);
    assertThat(workspace.nextRetryAt())
        .contains(runtime.clock.instant().plus(Duration.ofSeconds(30)));
  }

  @Test
  void triesAFirstLoadAgainToo() {
    TestRuntime runtime = new TestRuntime(executor);
    runtime.builds.failingIn(Pass.WALK, new IllegalStateException("broken"));
    CompletableFuture<LoadedWorkspace> load = runtime.load(root);
    executor.runAll();
    assertThat(load).isCompletedExceptionally();
    LoadedWorkspace workspace = runtime.workspaces.list().getFirst();

    runtime.builds.succeeding();
    runtime.scheduler.advance(Duration.ofSeconds(30));
    executor.runAll();

    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);
  }

  @Test
  void leavesItToARequestThatComesFirst() {
    TestRuntime runtime = new TestRuntime(executor);
    LoadedWorkspace workspace = failed(runtime);
    runtime.builds.succeeding();
    CompletableFuture<RebuildOutcome> asked = rebuild(runtime, workspace);

    assertThat(runtime.scheduler.size()).isZero();
    assertThat(workspace.nextRetryAt()).isEmpty();
    executor.runAll();
    assertThat(asked).isCompleted();
  }

  @Test
  void triesNothingAgainThatWasUnloadedEvictedOrClosed() {
    for (int way = 0; way < 3; way++) {
      TestRuntime runtime = new TestRuntime(executor);
      LoadedWorkspace workspace = failed(runtime);
      int builds = runtime.builds.opened().size();
      switch (way) {
        case 0 ->
            assertThat(runtime.rebuilds.unload(workspace.id(), UnloadForce.RESPECT_PIN).wasLoaded())
                .isTrue();
        case 1 -> assertThat(workspace.evict()).isTrue();
        default -> runtime.rebuilds.close();
      }

      assertThat(way == 2 ? WorkspaceState.FAILED : workspace.state())
          .isEqualTo(
              switch (way) {
                case 0 -> WorkspaceState.UNLOADED;
                case 1 -> WorkspaceState.EVICTED;
                default -> WorkspaceState.FAILED;
              });
      assertThat(workspace.nextRetryAt()).isEmpty();
      runtime.scheduler.advance(Duration.ofHours(1));
      executor.runAll();
      assertThat(runtime.builds.opened()).hasSize(builds);
      assertThat(runtime.scheduler.size()).isZero();
    }
  }

  @Test
  void doesNotTryAgainWhatWasCancelledOrRefused() {
    TestRuntime runtime = new TestRuntime(executor, List.of(), 1L << 20);
    LoadedWorkspace workspace = loaded(runtime);
    CompletableFuture<RebuildOutcome> cancelled = rebuild(runtime, workspace);
    executor.step();
    assertThat(runtime.rebuilds.cancelRebuild(workspace)).isTrue();
    executor.runAll();
    assertThat(cancelled).isCompletedExceptionally();
    assertThat(runtime.scheduler.size()).isZero();

    runtime.builds.finding(new BuildSize(1L << 40, 1L << 40, 1, 1, false));
    CompletableFuture<RebuildOutcome> refused = rebuild(runtime, workspace);
    executor.runAll();
    assertThat(refused).isCompletedExceptionally();
    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);
    assertThat(runtime.scheduler.size()).isZero();
  }

  private LoadedWorkspace failed(TestRuntime runtime) {
    runtime.builds.succeeding();
    LoadedWorkspace workspace = loaded(runtime);
    runtime.builds.failingIn(Pass.DECLARE, new IllegalStateException("broken"));
    fail(runtime, workspace);
    assertThat(workspace.nextRetryAt()).isPresent();
    return workspace;
  }

  private void fail(TestRuntime runtime, LoadedWorkspace workspace) {
    CompletableFuture<RebuildOutcome> failing = rebuild(runtime, workspace);
    executor.runAll();
    assertThat(failing).isCompletedExceptionally();
    assertThat(workspace.state()).isEqualTo(WorkspaceState.FAILED);
  }

  private LoadedWorkspace loaded(TestRuntime runtime) {
    CompletableFuture<LoadedWorkspace> load = runtime.load(root);
    executor.runAll();
    return load.join();
  }

  private static CompletableFuture<RebuildOutcome> rebuild(
      TestRuntime runtime, LoadedWorkspace workspace) {
    return TestRuntime.placed(runtime.rebuilds.rebuild(workspace, RebuildMode.AUTO));
  }
}
