package dev.sextant.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.index.Pass;
import dev.sextant.rebuild.RebuildEnded.Ending;
import dev.sextant.source.SourcePath;
import dev.sextant.source.TreeChanges;
import dev.sextant.testing.StepExecutor;
import dev.sextant.testing.TestRuntime;
import dev.sextant.watch.GitChange;
import dev.sextant.watch.GitState;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.WorkspaceState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Builds that are given up for later changes, and what becomes of those who wait for them. */
class SupersedeTest {
  private static final int STEPS_OF_A_BUILD = Pass.values().length + 1;

  private final StepExecutor executor = new StepExecutor();
  private final TestRuntime runtime = new TestRuntime(executor);

  @TempDir private Path temporary;
  private LoadedWorkspace workspace;

  @BeforeEach
  void load() throws IOException {
    CompletableFuture<LoadedWorkspace> load = runtime.load(temporary.toRealPath());
    executor.runAll();
    workspace = load.join();
  }

  @Test
  void buildsBothChangesAtOnceAndAnswersBoth() {
    CompletableFuture<RebuildOutcome> first = changed("a/A.java");
    executor.steps(1);
    CompletableFuture<RebuildOutcome> second = changed("b/B.java");
    executor.runAll();

    assertThat(first.join()).isSameAs(second.join());
    assertThat(first.join().generation()).isEqualTo(2);
    assertThat(first.join().superseded()).isEqualTo(1);
    assertThat(runtime.builds.given().getLast())
        .isEqualTo(
            new TreeChanges.At(List.of(new SourcePath("a/A.java"), new SourcePath("b/B.java"))));
    assertThat(runtime.ended)
        .extracting(RebuildEnded::ending)
        .containsExactly(Ending.PUBLISHED, Ending.SUPERSEDED, Ending.PUBLISHED);
    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);
  }

  @Test
  void finishesABuildThatHasBegunToLink() {
    CompletableFuture<RebuildOutcome> first = changed("a/A.java");
    while (workspace.runningRebuild().orElseThrow().pass() != Pass.DECLARE) {
      executor.steps(1);
    }
    CompletableFuture<RebuildOutcome> second = changed("b/B.java");
    executor.runAll();

    assertThat(first.join().generation()).isEqualTo(2);
    assertThat(second.join().generation()).isEqualTo(3);
    assertThat(second.join().superseded()).isZero();
  }

  @Test
  void publishesInTheEndHoweverManyChangesCome() {
    CompletableFuture<RebuildOutcome> first = changed("File0.java");
    CompletableFuture<RebuildOutcome> last = first;
    for (int more = 1; more <= 2 * SupersedeRule.MOST; more++) {
      executor.steps(1);
      last = changed("File" + more + ".java");
    }
    executor.runAll();

    assertThat(first.join().superseded()).isEqualTo(SupersedeRule.MOST);
    assertThat(first.join().generation()).isEqualTo(2);
    assertThat(last.join().generation()).isEqualTo(3);
  }

  @Test
  void goesOnForAClientWhoAsksForABuildAndForOneWhoIsWaitedFor() {
    CompletableFuture<RebuildOutcome> seen = changed("a/A.java");
    CompletableFuture<RebuildOutcome> asked = asked(RebuildMode.AUTO);
    executor.steps(STEPS_OF_A_BUILD);
    assertThat(seen.join().generation()).isEqualTo(2);
    assertThat(asked).isNotDone();

    CompletableFuture<RebuildOutcome> later = changed("b/B.java");
    executor.runAll();

    assertThat(asked.join().generation()).isEqualTo(3);
    assertThat(later.join().generation()).isEqualTo(4);
  }

  @Test
  void refusesBothWhenTheyAreCancelledBeforeTheSuccessorBegins() {
    CompletableFuture<RebuildOutcome> first = changed("a/A.java");
    executor.steps(1);
    CompletableFuture<RebuildOutcome> second = changed("b/B.java");

    assertThat(runtime.rebuilds.cancelRebuild(workspace)).isTrue();
    executor.runAll();

    assertThat(first).isCompletedExceptionally();
    assertThat(second).isCompletedExceptionally();
    assertThat(workspace.generation()).isEqualTo(1);
    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);
  }

  @ParameterizedTest
  @EnumSource(Pass.class)
  void givesUpWhatHasNotBegunToLinkAndForAnotherBranchWhatHasNotLinked(Pass pass) {
    RebuildRequest running = seen(GitChange.NOISE);

    assertThat(SupersedeRule.decide(running, pass, seen(GitChange.LOCAL_COMMIT)))
        .isEqualTo(pass == Pass.WALK || pass == Pass.EXTRACT);
    assertThat(
            Stream.of(GitChange.TREE_DIVERGED, GitChange.BRANCH_SWITCH)
                .map(change -> SupersedeRule.decide(running, pass, seen(change))))
        .containsOnly(pass != Pass.FINISH);
  }

  @Test
  void neverGivesUpAWholeBuildOrALoad() {
    RebuildRequest whole =
        RebuildRequest.of(RebuildMode.FULL, seen(GitChange.NOISE).changes(), Instant.EPOCH);

    assertThat(SupersedeRule.decide(whole, Pass.WALK, seen(GitChange.BRANCH_SWITCH))).isFalse();
    assertThat(
            SupersedeRule.decide(
                RebuildRequest.restoring(Instant.EPOCH), Pass.WALK, seen(GitChange.BRANCH_SWITCH)))
        .isFalse();
  }

  private CompletableFuture<RebuildOutcome> changed(String path) {
    return TestRuntime.placed(
        runtime.rebuilds.rebuild(workspace, seen(GitChange.NOISE, path).changes()));
  }

  private CompletableFuture<RebuildOutcome> asked(RebuildMode mode) {
    return TestRuntime.placed(runtime.rebuilds.rebuild(workspace, mode));
  }

  private static RebuildRequest seen(GitChange change, String... paths) {
    TreeChanges tree = new TreeChanges.At(Stream.of(paths).map(SourcePath::new).toList());
    return RebuildRequest.of(
        RebuildMode.AUTO, new SeenChanges(tree, change, GitState.NONE), Instant.EPOCH);
  }
}
