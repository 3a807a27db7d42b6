package dev.sextant.rebuild;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.index.BuildSize;
import dev.sextant.index.Pass;
import dev.sextant.rebuild.RebuildEnded.Ending;
import dev.sextant.rebuild.RebuildException.Kind;
import dev.sextant.testing.Graphs;
import dev.sextant.testing.StepExecutor;
import dev.sextant.testing.TestRuntime;
import dev.sextant.workspace.GraphLease;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.MemoryBudget;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.WorkspaceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdmissionTest {
  private static final int FILES = 100;
  private static final long GRAPH = Graphs.withFiles(FILES).sizeBytes();

  private final StepExecutor executor = new StepExecutor();

  // Room for three graphs, and no more.
  private final TestRuntime runtime = new TestRuntime(executor, List.of(), 4 * GRAPH - 1);

  @TempDir private Path temporary;

  AdmissionTest() {
    runtime.builds.givingFiles(FILES);
  }

  @Test
  void evictsWhatWasNotAskedForLongest() throws IOException {
    LoadedWorkspace one = loaded("one");
    LoadedWorkspace two = loaded("two");
    LoadedWorkspace three = loaded("three");
    runtime.clock.advance(Duration.ofSeconds(1));
    one.notes().touch();

    LoadedWorkspace four = loaded("four");

    assertThat(two.state()).isEqualTo(WorkspaceState.EVICTED);
    assertThat(List.of(one, three, four)).allMatch(known -> known.state() == WorkspaceState.LOADED);
    assertThat(figures().loadedBytes()).isEqualTo(3 * GRAPH);
    assertThat(figures().reservedBytes()).isZero();
  }

  @Test
  void sparesWhatIsPinnedOrRead() throws IOException {
    LoadedWorkspace pinned = loaded("pinned");
    LoadedWorkspace read = loaded("read");
    LoadedWorkspace other = loaded("other");
    assertThat(pinned.notes().pin()).isTrue();
    try (GraphLease lease = read.lease()) {
      assertThat(lease.published().isRead()).isTrue();
      loaded("more");
    }

    assertThat(pinned.state()).isEqualTo(WorkspaceState.LOADED);
    assertThat(read.state()).isEqualTo(WorkspaceState.LOADED);
    assertThat(other.state()).isEqualTo(WorkspaceState.EVICTED);
  }

  @Test
  void evictsNobodyForWhatCannotFit() throws IOException {
    LoadedWorkspace one = loaded("one");
    LoadedWorkspace two = loaded("two");
    assertThat(one.notes().pin()).isTrue();
    runtime.builds.finding(new BuildSize(4 * GRAPH, 4 * GRAPH, 1, 1, false));

    CompletableFuture<LoadedWorkspace> refused = load("large");

    RebuildException refusal = failureOf(refused);
    assertThat(refusal.kind()).isEqualTo(Kind.OVER_BUDGET);
    OverBudget figures = refusal.overBudget().orElseThrow();
    assertThat(figures.requestedBytes()).isEqualTo(3 * GRAPH + 12 * GRAPH);
    assertThat(figures.budget().loadedBytes()).isEqualTo(2 * GRAPH);
    assertThat(figures.budget().limitBytes()).isEqualTo(4 * GRAPH - 1);
    assertThat(List.of(one, two)).allMatch(known -> known.state() == WorkspaceState.LOADED);
    assertThat(runtime.workspaces.list()).containsExactlyInAnyOrder(one, two);
    assertThat(figures().reservedBytes()).isZero();
    assertThat(runtime.ended.getLast().ending()).isEqualTo(Ending.REFUSED);
  }

  @Test
  void leavesAWorkspaceAsItWasWhenItsRebuildIsRefused() throws IOException {
    LoadedWorkspace workspace = loaded("one");
    runtime.builds.finding(new BuildSize(4 * GRAPH, 4 * GRAPH, 1, 1, false));

    assertThat(failureOf(rebuilt(workspace)).kind()).isEqualTo(Kind.OVER_BUDGET);
    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);
    assertThat(workspace.lastError()).isEmpty();
    assertThat(workspace.retryCount()).isZero();
  }

  @Test
  void keepsAFailureAsItWasWhenTheNextBuildIsRefused() throws IOException {
    LoadedWorkspace workspace = loaded("one");
    runtime.builds.failingIn(Pass.EXTRACT, new IllegalStateException("planned"));
    assertThat(failureOf(rebuilt(workspace)).kind()).isEqualTo(Kind.BUILD_FAILED);
    String error = workspace.lastError().orElseThrow();
    runtime.builds.succeeding();
    runtime.builds.finding(new BuildSize(4 * GRAPH, 4 * GRAPH, 1, 1, false));

    assertThat(failureOf(rebuilt(workspace)).kind()).isEqualTo(Kind.OVER_BUDGET);
    assertThat(workspace.state()).isEqualTo(WorkspaceState.FAILED);
    assertThat(workspace.lastError()).contains(error);
    assertThat(workspace.retryCount()).isEqualTo(1);
    assertThat(workspace.generation()).isEqualTo(1);
  }

  @Test
  void failsABuildWhoseResultIsLargerThanThereIsRoomFor() throws IOException {
    LoadedWorkspace pinned = loaded("pinned");
    assertThat(pinned.notes().pin()).isTrue();
    runtime.builds.givingFiles(10 * FILES);

    assertThat(failureOf(load("large")).kind()).isEqualTo(Kind.OVER_BUDGET);
    assertThat(runtime.workspaces.find(temporary.resolve("large").toString()))
        .map(LoadedWorkspace::state)
        .contains(WorkspaceState.FAILED);
    assertThat(figures().reservedBytes()).isZero();
    assertThat(figures().loadedBytes()).isEqualTo(GRAPH);
  }

  @Test
  void reservesWhileItBuildsAndGivesBackHoweverThatEnds() throws IOException {
    runtime.builds.finding(new BuildSize(GRAPH / 2, GRAPH / 2, 1, 1, false));
    long reserved = MemoryEstimate.of(new BuildSize(GRAPH / 2, GRAPH / 2, 1, 1, false), 0);

    CompletableFuture<LoadedWorkspace> cancelled = placed("cancelled");
    executor.steps(2);
    assertThat(figures().reservedBytes()).isEqualTo(reserved);
    assertThat(runtime.rebuilds.cancelRebuild(runtime.workspaces.list().getFirst())).isTrue();
    executor.runAll();
    assertThat(failureOf(cancelled).kind()).isEqualTo(Kind.CANCELLED);
    assertThat(figures().committedBytes()).isZero();

    for (Pass pass : Pass.values()) {
      runtime.builds.failingIn(pass, new IllegalStateException("planned"));
      assertThat(failureOf(load("failing")).kind()).isEqualTo(Kind.BUILD_FAILED);
      assertThat(figures().committedBytes()).as(pass.toString()).isZero();
    }
  }

  @Test
  void keepsASupersededGraphChargedUntilItsLastLeaseIsClosed() throws IOException {
    LoadedWorkspace workspace = loaded("one");
    try (GraphLease lease = workspace.lease()) {
      assertThat(workspace.evict()).isTrue();
      assertThat(figures().retainedBytes()).isEqualTo(lease.published().sizeBytes());
    }
    assertThat(figures().committedBytes()).isZero();
  }

  private LoadedWorkspace loaded(String name) throws IOException {
    LoadedWorkspace workspace = load(name).join();
    runtime.clock.advance(Duration.ofSeconds(1));
    workspace.notes().touch();
    return workspace;
  }

  private CompletableFuture<RebuildOutcome> rebuilt(LoadedWorkspace workspace) {
    CompletableFuture<RebuildOutcome> rebuild =
        TestRuntime.placed(runtime.rebuilds.rebuild(workspace, RebuildMode.FULL));
    executor.runAll();
    return rebuild;
  }

  private CompletableFuture<LoadedWorkspace> load(String name) throws IOException {
    CompletableFuture<LoadedWorkspace> load = placed(name);
    executor.runAll();
    return load;
  }

  private CompletableFuture<LoadedWorkspace> placed(String name) throws IOException {
    return runtime.load(Files.createDirectories(temporary.toRealPath().resolve(name)));
  }

  private MemoryBudget.Figures figures() {
    return runtime.workspaces.budget().figures();
  }

  private static RebuildException failureOf(CompletableFuture<?> future) {
    assertThat(future).isCompletedExceptionally();
    return (RebuildException) requireNonNull(future.exceptionNow());
  }
}
