package dev.sextant.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.index.IndexResult;
import dev.sextant.testing.ManualClock;
import dev.sextant.testing.Publishing;
import dev.sextant.testing.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateChargesTest {
  @TempDir private Path folder;

  private final ManualClock clock = new ManualClock();
  private final MemoryBudget budget = new MemoryBudget(1L << 40);

  @Test
  void chargesWhatABuildLeftWhileItsGraphIsCurrent() throws Exception {
    IndexResult first = built();
    LoadedWorkspace workspace = loaded(first);

    long graphBytes = first.graph().sizeBytes();
    long stateBytes = first.state().orElseThrow().sizeBytes();
    assertThat(stateBytes).isPositive();
    assertThat(workspace.memoryBytes()).isEqualTo(graphBytes + stateBytes);
    assertThat(budget.figures().loadedBytes()).isEqualTo(workspace.memoryBytes());

    try (GraphLease lease = workspace.lease()) {
      var rebuild = new BuildAttempt(RebuildMode.AUTO, clock.instant(), clock);
      workspace.beginRebuild(rebuild);
      publish(workspace, rebuild, built());

      assertThat(lease.published().generation()).isEqualTo(1);
      assertThat(budget.figures().retainedBytes()).isEqualTo(graphBytes);
      assertThat(budget.figures().loadedBytes()).isEqualTo(workspace.memoryBytes());
    }
    workspace.reset();
    assertThat(budget.figures().loadedBytes()).isZero();
    assertThat(budget.figures().retainedBytes()).isZero();
  }

  @Test
  void chargesNoMoreWhatIsDroppedAfterAFailureThatNobodyForesaw() throws Exception {
    IndexResult result = built();
    LoadedWorkspace workspace = loaded(result);
    long graphBytes = result.graph().sizeBytes();

    for (int failures = 1; failures <= 2; failures++) {
      var rebuild = new BuildAttempt(RebuildMode.AUTO, clock.instant(), clock);
      assertThat(workspace.beginRebuild(rebuild)).isTrue();
      assertThat(workspace.failWhole(rebuild, "planned")).isTrue();

      assertThat(workspace.baseline().linkState()).isEmpty();
      assertThat(workspace.memoryBytes()).isEqualTo(graphBytes);
      assertThat(budget.figures().loadedBytes()).isEqualTo(graphBytes);
    }
    assertThat(workspace.evict()).isTrue();
    assertThat(budget.figures().loadedBytes()).isZero();
    assertThat(budget.figures().retainedBytes()).isZero();
  }

  private IndexResult built() throws Exception {
    Files.writeString(folder.resolve("Item.java"), "class Item { int cents() { return 1; } }");
    return Trees.build(folder, folder.resolve("state"));
  }

  private LoadedWorkspace loaded(IndexResult result) {
    var workspace =
        new LoadedWorkspace(
            new WorkspaceKey(folder, RootMode.GIT_ROOT, "fingerprint"),
            new WorkspaceEvents(4),
            budget,
            0,
            clock);
    var load = new BuildAttempt(RebuildMode.AUTO, clock.instant(), clock);
    workspace.beginLoad(load);
    publish(workspace, load, result);
    return workspace;
  }

  private void publish(LoadedWorkspace workspace, BuildAttempt attempt, IndexResult result) {
    assertThat(Publishing.publish(budget, workspace, attempt, result, clock.instant())).isPresent();
  }
}
