package dev.sextant.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.index.BuildSize;
import dev.sextant.index.IndexResult;
import dev.sextant.index.Pass;
import dev.sextant.rebuild.RebuildException.Kind;
import dev.sextant.testing.StepExecutor;
import dev.sextant.testing.TestRuntime;
import dev.sextant.testing.Trees;
import dev.sextant.workspace.GraphLease;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.RootMode;
import dev.sextant.workspace.WorkspaceState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildsTest {
  private static final int STEPS_OF_A_BUILD = Pass.values().length + 1;

  private final StepExecutor executor = new StepExecutor();
  private final TestRuntime runtime = new TestRuntime(executor);
  private final Rebuilds rebuilds = runtime.rebuilds;

  @TempDir private Path temporary;
  private Path root;

  @BeforeEach
  void resolveRoot() throws IOException {
    root = temporary.toRealPath();
  }

  @Test
  void loadsAFolder() {
    CompletableFuture<LoadedWorkspace> load = runtime.load(root);
    LoadedWorkspace workspace = onlyWorkspace();
    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADING);
    assertThat(load).isNotDone();

    executor.runAll();

    assertThat(load).isCompletedWithValue(workspace);
    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);
    assertThat(workspace.generation()).isEqualTo(1);
    assertThat(workspace.id()).isEqualTo(root.toString());
  }

  @Test
  void joinsALoadUnderWay() {
    CompletableFuture<LoadedWorkspace> first = runtime.load(root);
    executor.steps(2);
    CompletableFuture<LoadedWorkspace> second = runtime.load(root);
    executor.runAll();

    assertThat(answerOf(second)).isSameAs(answerOf(first));
    assertThat(runtime.builds.opened()).containsExactly(root);
  }

  @Test
  void answersALoadOfALoadedFolderAtOnce() {
    load();

    assertThat(runtime.load(root)).isCompleted();
    assertThat(runtime.builds.opened()).hasSize(1);
  }

  @Test
  void startsALoadWithoutWaiting() {
    LoadedWorkspace workspace =
        rebuilds.startLoad(new LoadRequest(root, RootMode.WORKSPACE_FOLDER, true));

    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADING);
    assertThat(workspace.notes().isPinned()).isTrue();
  }

  @Test
  void reportsWhatARebuildCameTo() {
    LoadedWorkspace workspace = load();
    runtime.builds.givingFiles(7);
    runtime.builds.doing(
        (pass, progress, cancellation) -> runtime.clock.advance(Duration.ofMillis(3)));

    RebuildOutcome outcome = answerOf(finished(rebuild(workspace, RebuildMode.AUTO)));

    assertThat(outcome.generation()).isEqualTo(2);
    assertThat(outcome.mode()).isEqualTo(RebuildMode.FULL);
    assertThat(outcome.filesExtracted()).isEqualTo(7);
    assertThat(outcome.referencesLinked()).isEqualTo(14);
    assertThat(outcome.took()).isEqualTo(Duration.ofMillis(3L * Pass.values().length));
    assertThat(outcome.passes()).extracting(PassTime::pass).containsExactly(Pass.values());
    assertThat(outcome.passes()).extracting(PassTime::took).containsOnly(Duration.ofMillis(3));
  }

  @Test
  void runsOneRebuildAndParksTheRestTogether() {
    LoadedWorkspace workspace = load();
    List<CompletableFuture<RebuildOutcome>> outcomes = new ArrayList<>();
    for (int caller = 0; caller < 20; caller++) {
      outcomes.add(rebuild(workspace, caller == 7 ? RebuildMode.FULL : RebuildMode.AUTO));
    }
    executor.steps(STEPS_OF_A_BUILD);
    assertThat(outcomes.getFirst()).isDone();
    assertThat(outcomes.subList(1, 20)).noneMatch(CompletableFuture::isDone);
    executor.runAll();

    assertThat(answerOf(outcomes.getFirst()).generation()).isEqualTo(2);
    assertThat(outcomes.subList(1, 20))
        .allSatisfy(outcome -> assertThat(answerOf(outcome).generation()).isEqualTo(3));
    assertThat(runtime.builds.opened()).hasSize(3);
  }

  @Test
  void cancelsBetweenPassesAndPublishesNothing() {
    LoadedWorkspace workspace = load();
    CompletableFuture<RebuildOutcome> running = rebuild(workspace, RebuildMode.FULL);
    CompletableFuture<RebuildOutcome> parked = rebuild(workspace, RebuildMode.FULL);
    executor.steps(2);
    assertThat(workspace.state()).isEqualTo(WorkspaceState.REBUILDING);

    assertThat(rebuilds.cancelRebuild(workspace)).isTrue();
    assertThat(kindOf(parked)).isEqualTo(Kind.CANCELLED);
    executor.runAll();

    assertThat(kindOf(running)).isEqualTo(Kind.CANCELLED);
    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);
    assertThat(workspace.generation()).isEqualTo(1);
    assertThat(workspace.lastError()).isEmpty();
    assertThat(workspace.retryCount()).isZero();
    assertThat(runtime.ended.getLast().ending()).isEqualTo(RebuildEnded.Ending.CANCELLED);
    assertThat(rebuilds.cancelRebuild(workspace)).isFalse();
    assertThat(rebuilds.attempts()).isEmpty();
  }

  @Test
  void cancelsInTheMiddleOfAPassThatPolls() {
    LoadedWorkspace workspace = load();
    runtime.builds.doing(
        (pass, progress, cancellation) -> {
          if (pass == Pass.RESOLVE) {
            assertThat(rebuilds.cancelRebuild(workspace)).isTrue();
            cancellation.check();
          }
        });

    assertThat(kindOf(finished(rebuild(workspace, RebuildMode.FULL)))).isEqualTo(Kind.CANCELLED);
    assertThat(workspace.generation()).isEqualTo(1);
  }

  @Test
  void publishesNothingWhenTheLastPassIgnoresTheCancellation() {
    LoadedWorkspace workspace = load();
    runtime.builds.doing(
        (pass, progress, cancellation) -> {
          if (pass == Pass.FINISH) {
            assertThat(rebuilds.cancelRebuild(workspace)).isTrue();
          }
        });

    assertThat(kindOf(finished(rebuild(workspace, RebuildMode.FULL)))).isEqualTo(Kind.CANCELLED);
    assertThat(workspace.generation()).isEqualTo(1);
    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);
  }

  @Test
  void forgetsAWorkspaceWhoseFirstLoadWasCancelled() {
    CompletableFuture<LoadedWorkspace> load = runtime.load(root);
    executor.step();
    assertThat(rebuilds.cancelRebuild(onlyWorkspace())).isTrue();
    executor.runAll();

    assertThat(kindOf(load)).isEqualTo(Kind.CANCELLED);
    assertThat(runtime.workspaces.list()).isEmpty();
    assertThat(load().generation()).isEqualTo(1);
  }

  @Test
  void buildsForALoadThatCameAfterTheCancellation() {
    CompletableFuture<LoadedWorkspace> cancelled = runtime.load(root);
    executor.step();
    assertThat(rebuilds.cancelRebuild(onlyWorkspace())).isTrue();
    CompletableFuture<LoadedWorkspace> later = runtime.load(root);
    executor.runAll();

    assertThat(kindOf(cancelled)).isEqualTo(Kind.CANCELLED);
    assertThat(answerOf(later).generation()).isEqualTo(1);
    assertThat(runtime.workspaces.list()).containsExactly(answerOf(later));
  }

  @Test
  void servesTheLastGoodGraphWhenARebuildFails() {
    LoadedWorkspace workspace = load();
    runtime.builds.failingIn(Pass.DECLARE, new IllegalStateException("broken pass"));
    CompletableFuture<RebuildOutcome> failing = finished(rebuild(workspace, RebuildMode.FULL));

    assertThat(kindOf(failing)).isEqualTo(Kind.BUILD_FAILED);
    assertThat(workspace.state()).isEqualTo(WorkspaceState.FAILED);
    assertThat(workspace.generation()).isEqualTo(1);
    assertThat(workspace.retryCount()).isEqualTo(1);
    assertThat(workspace.lastError().orElseThrow())
        .contains("pass declare", "IllegalStateException", "broken pass");

    runtime.builds.succeeding();
    assertThat(answerOf(finished(rebuild(workspace, RebuildMode.AUTO))).generation()).isEqualTo(2);
    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);
    assertThat(workspace.lastError()).isEmpty();
    assertThat(workspace.retryCount()).isZero();
  }

  @Test
  void buildsEverythingAfterABugAndGoesOnAfterAProblemOfTheTree() throws Exception {
    Path tree = Trees.write(root, "//- A.java\nclass A {}\n");
    IndexResult result = Trees.build(tree, root.resolve("state"));
    runtime.builds.giving(() -> result);
    LoadedWorkspace workspace = load();
    runtime.builds.failingIn(
        Pass.WALK, new RebuildException(Kind.ROOT_UNREADABLE, "the folder cannot be read"));
    assertThat(kindOf(finished(rebuild(workspace, RebuildMode.AUTO))))
        .isEqualTo(Kind.ROOT_UNREADABLE);
    runtime.builds.failingIn(Pass.RESOLVE, new IllegalStateException("a bug"));
    assertThat(kindOf(finished(rebuild(workspace, RebuildMode.AUTO)))).isEqualTo(Kind.BUILD_FAILED);
    runtime.builds.succeeding();
    assertThat(finished(rebuild(workspace, RebuildMode.AUTO))).isCompleted();
    assertThat(finished(rebuild(workspace, RebuildMode.AUTO))).isCompleted();

    assertThat(runtime.builds.goneOnFrom()).containsExactly(false, true, true, false, true);
  }

  @Test
  void doesNotGoOnWhenTooMuchChanged() {
    LoadedWorkspace workspace = load();
    int before = runtime.builds.startedOver();
    runtime.builds.finding(new BuildSize(10, 1, 1_000, 500, true));
    assertThat(finished(rebuild(workspace, RebuildMode.AUTO))).isCompleted();
    assertThat(runtime.builds.startedOver()).isEqualTo(before);

    runtime.builds.finding(new BuildSize(10, 1, 1_000, 501, true));
    assertThat(finished(rebuild(workspace, RebuildMode.AUTO))).isCompleted();
    assertThat(runtime.builds.startedOver()).isEqualTo(before + 1);
  }

  @Test
  void freesTheLaneWhenAPassThrowsAnError() {
    LoadedWorkspace workspace = load();
    runtime.builds.doing(
        (pass, progress, cancellation) -> {
          throw new StackOverflowError();
        });
    CompletableFuture<RebuildOutcome> failing = rebuild(workspace, RebuildMode.FULL);
    CompletableFuture<RebuildOutcome> parked = rebuild(workspace, RebuildMode.FULL);
    executor.step();
    runtime.builds.succeeding();
    executor.runAll();

    assertThat(kindOf(failing)).isEqualTo(Kind.BUILD_FAILED);
    assertThat(answerOf(parked).generation()).isEqualTo(2);
  }

  @Test
  void triesAgainWhenAFailedFolderIsLoadedAgain() {
    runtime.builds.failingIn(Pass.WALK, new IllegalStateException("broken"));
    assertThat(kindOf(finished(runtime.load(root)))).isEqualTo(Kind.BUILD_FAILED);
    LoadedWorkspace workspace = onlyWorkspace();
    assertThat(workspace.state()).isEqualTo(WorkspaceState.FAILED);

    runtime.builds.succeeding();
    assertThat(answerOf(finished(runtime.load(root)))).isSameAs(workspace);
    assertThat(workspace.generation()).isEqualTo(1);
  }

  @Test
  void unloadsDuringALoad() {
    CompletableFuture<LoadedWorkspace> load = runtime.load(root);
    executor.steps(3);
    LoadedWorkspace workspace = onlyWorkspace();

    assertThat(rebuilds.unload(root.toString(), UnloadForce.RESPECT_PIN))
        .isEqualTo(new Unloaded(root.toString(), true, true));
    assertThat(runtime.workspaces.list()).isEmpty();
    executor.runAll();

    assertThat(kindOf(load)).isEqualTo(Kind.CANCELLED);
    assertThat(workspace.generation()).isZero();
    assertThat(runtime.workspaces.budget().figures().loadedBytes()).isZero();
    assertThat(rebuilds.attempts()).isEmpty();
    assertThat(kindOf(rebuild(workspace, RebuildMode.FULL))).isEqualTo(Kind.NOT_LOADED);
  }

  @Test
  void unloadsTwiceHarmlessly() {
    load();
    assertThat(rebuilds.unload(root.toString(), UnloadForce.RESPECT_PIN).wasLoaded()).isTrue();
    assertThat(rebuilds.unload(root.toString(), UnloadForce.RESPECT_PIN).wasLoaded()).isFalse();
  }

  @Test
  void keepsGenerationsGrowingThroughAnUnload() {
    load();
    assertThat(rebuilds.unload(root.toString(), UnloadForce.RESPECT_PIN).wasLoaded()).isTrue();

    assertThat(load().generation()).isEqualTo(2);
  }

  @Test
  void leavesAPinnedWorkspaceAloneUnlessForced() {
    load();
    assertThat(rebuilds.pin(root.toString())).isTrue();

    assertKind(Kind.PINNED, () -> rebuilds.unload(root.toString(), UnloadForce.RESPECT_PIN));
    assertKind(Kind.PINNED, () -> rebuilds.reset(root.toString(), UnloadForce.RESPECT_PIN));
    assertThat(rebuilds.unpin(root.toString())).isTrue();
    assertThat(rebuilds.pin(root.toString())).isTrue();
    assertThat(rebuilds.unload(root.toString(), UnloadForce.IGNORE_PIN).wasLoaded()).isTrue();
    assertKind(Kind.NOT_LOADED, () -> rebuilds.pin(root.toString()));
  }

  @Test
  void resetsOnlyWhatIsNotBeingBuilt() {
    CompletableFuture<LoadedWorkspace> load = runtime.load(root);
    assertKind(Kind.BUILDING, () -> rebuilds.reset(root.toString(), UnloadForce.RESPECT_PIN));
    LoadedWorkspace workspace = answerOf(finished(load));

    CompletableFuture<RebuildOutcome> rebuild = rebuild(workspace, RebuildMode.FULL);
    assertKind(Kind.BUILDING, () -> rebuilds.reset(root.toString(), UnloadForce.RESPECT_PIN));
    executor.runAll();
    assertThat(kindOf(rebuild)).isEqualTo(Kind.CANCELLED);

    assertThat(rebuilds.reset(root.toString(), UnloadForce.RESPECT_PIN)).isSameAs(workspace);
    assertThat(workspace.state()).isEqualTo(WorkspaceState.UNLOADED);
    assertThat(workspace.memoryBytes()).isZero();
    assertThat(answerOf(finished(rebuild(workspace, RebuildMode.FULL))).generation()).isEqualTo(2);
  }

  @Test
  void loadsAFolderAfreshUnderAnotherRootMode() {
    LoadedWorkspace first = load();
    CompletableFuture<LoadedWorkspace> second =
        TestRuntime.placed(rebuilds.load(new LoadRequest(root, RootMode.WORKSPACE_ROOT, false)));
    assertKind(
        Kind.BUSY,
        () -> rebuilds.startLoad(new LoadRequest(root, RootMode.WORKSPACE_FOLDER, false)));
    executor.runAll();

    assertThat(answerOf(second)).isNotSameAs(first);
    assertThat(answerOf(second).generation()).isEqualTo(2);
    assertThat(runtime.workspaces.list()).containsExactly(answerOf(second));
  }

  @Test
  void chargesASupersededGraphWhileItIsLeased() {
    LoadedWorkspace workspace = load();
    long bytes = workspace.memoryBytes();
    try (GraphLease lease = workspace.lease()) {
      assertThat(finished(rebuild(workspace, RebuildMode.FULL))).isCompleted();
      assertThat(lease.published().generation()).isEqualTo(1);
      assertThat(runtime.workspaces.budget().figures().retainedBytes()).isEqualTo(bytes);
    }

    assertThat(runtime.workspaces.budget().figures().retainedBytes()).isZero();
  }

  @Test
  void doesNotCancelABuildWhenAWaiterGivesUp() {
    LoadedWorkspace workspace = load();
    var waiter = rebuilds.rebuild(workspace, RebuildMode.FULL).subscribe().with(outcome -> {});
    waiter.cancel();
    executor.runAll();

    assertThat(workspace.generation()).isEqualTo(2);
  }

  @Test
  void refusesRequestsAndCancelsBuildsWhenClosed() {
    CompletableFuture<LoadedWorkspace> load = runtime.load(root);
    runtime.builds.doing(
        (pass, progress, cancellation) -> {
          Thread closer = Thread.ofVirtual().start(rebuilds::close);
          while (!cancellation.isCancelled()) {
            Thread.onSpinWait();
          }
          assertThat(closer.isAlive()).isTrue();
        });
    executor.runAll();

    assertThat(kindOf(load)).isEqualTo(Kind.CANCELLED);
    assertThat(rebuilds.isOpen()).isFalse();
    assertThat(kindOf(runtime.load(root))).isEqualTo(Kind.BUSY);
    assertThat(rebuilds.attempts()).isEmpty();
  }

  @Test
  void loadsTheInitialFoldersAndGoesOnPastOneThatCannotBeLoaded() {
    InitialLoads initial = new InitialLoads(rebuilds, runtime.memory);
    initial.start(List.of(root.resolve("missing"), root));
    assertThat(initial.isStarted()).isTrue();
    executor.runAll();

    assertThat(initial.loaded()).isEqualTo(1);
    assertThat(initial.failed()).isEqualTo(1);
    assertThat(onlyWorkspace().state()).isEqualTo(WorkspaceState.LOADED);
  }

  private LoadedWorkspace load() {
    return answerOf(finished(runtime.load(root)));
  }

  private LoadedWorkspace onlyWorkspace() {
    assertThat(runtime.workspaces.list()).hasSize(1);
    return runtime.workspaces.list().getFirst();
  }

  private CompletableFuture<RebuildOutcome> rebuild(LoadedWorkspace workspace, RebuildMode mode) {
    return TestRuntime.placed(rebuilds.rebuild(workspace, mode));
  }

  private <T> CompletableFuture<T> finished(CompletableFuture<T> request) {
    executor.runAll();
    return request;
  }

  private static <T> T answerOf(CompletableFuture<T> request) {
    assertThat(request).isCompleted();
    return request.join();
  }

  private static Kind kindOf(CompletableFuture<?> request) {
    assertThat(request).isCompletedExceptionally();
    RebuildException failure = (RebuildException) request.handle((value, thrown) -> thrown).join();
    return failure.kind();
  }

  private static void assertKind(
      Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RebuildException.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }
}
