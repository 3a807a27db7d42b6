package dev.sextant.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.index.Pass;
import dev.sextant.testing.StepExecutor;
import dev.sextant.testing.TestRuntime;
import dev.sextant.workspace.RunningRebuild;
import dev.sextant.workspace.WorkspaceEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildPipelineTest {
  @TempDir private Path root;

  @Test
  void sendsTheFirstAndTheLastProgressOfAPassAndFewBetween() {
    StepExecutor executor = new StepExecutor();
    TestRuntime runtime = new TestRuntime(executor);
    runtime.builds.doing(
        (pass, progress, cancellation) -> {
          if (pass == Pass.EXTRACT) {
            for (int file = 1; file <= 1000; file++) {
              runtime.clock.advance(Duration.ofMillis(1));
              progress.advanced(pass, file, 1000);
            }
          }
        });
    List<RunningRebuild> seen = new ArrayList<>();
    try (var _ =
        runtime.events.subscribe(
            event -> {
              if (event instanceof WorkspaceEvent.RebuildProgressed(_, RunningRebuild progress)) {
                seen.add(progress);
              }
            })) {
      assertThat(runtime.load(root)).isNotDone();
      executor.runAll();
    }

    List<RunningRebuild> extract =
        seen.stream().filter(progress -> progress.pass() == Pass.EXTRACT).toList();
    assertThat(extract.getFirst().done()).isZero();
    assertThat(extract.getLast().done()).isEqualTo(1000);
    assertThat(extract).extracting(RunningRebuild::done).isSorted().doesNotHaveDuplicates();
    assertThat(extract).hasSize(11);
    assertThat(seen).extracting(RunningRebuild::pass).contains(Pass.values()).isSorted();
  }

  @Test
  void runsPassesOnItsOwnThreads() throws InterruptedException {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    try (ExecutorService executor =
        Executors.newFixedThreadPool(2, Thread.ofPlatform().name("rebuild-", 0).factory())) {
      TestRuntime runtime = new TestRuntime(executor);
      runtime.builds.doing(
          (pass, progress, cancellation) -> threads.add(Thread.currentThread().getName()));
      assertThat(runtime.load(root))
          .succeedsWithin(Duration.ofSeconds(20))
          .satisfies(workspace -> assertThat(workspace.generation()).isEqualTo(1));
      executor.shutdown();
      assertThat(executor.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(threads).isNotEmpty().allMatch(name -> name.startsWith("rebuild-"));
  }

  @Test
  void failsABuildThatNoThreadTakes() {
    TestRuntime runtime =
        new TestRuntime(
            task -> {
              throw new java.util.concurrent.RejectedExecutionException("closed");
            });

    assertThat(runtime.load(root)).isCompletedExceptionally();
    assertThat(runtime.rebuilds.attempts()).isEmpty();
    assertThat(runtime.workspaces.list().getFirst().lastError()).isPresent();
  }

  @Test
  void countsHowABuildEnded() {
    StepExecutor executor = new StepExecutor();
    TestRuntime runtime = new TestRuntime(executor);
    runtime.builds.failingIn(Pass.DECLARE, new IllegalStateException("broken"));
    assertThat(runtime.load(root)).isNotDone();
    executor.runAll();

    RebuildEnded ended = runtime.ended.getFirst();
    assertThat(ended.ending()).isEqualTo(RebuildEnded.Ending.FAILED);
    assertThat(ended.passes()).extracting(PassTime::pass).containsExactly(Pass.WALK, Pass.EXTRACT);
  }
}
