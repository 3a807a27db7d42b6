package dev.sextant.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.cancellation.CancelledException;
import dev.sextant.index.IndexResult;
import dev.sextant.testing.Graphs;
import dev.sextant.testing.ManualClock;
import dev.sextant.testing.Publishing;
import dev.sextant.testing.StepExecutor;
import dev.sextant.workspace.BuildAttempt;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.MemoryBudget;
import dev.sextant.workspace.PersistState;
import dev.sextant.workspace.PublishedGraph;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.RootMode;
import dev.sextant.workspace.StoredGraph;
import dev.sextant.workspace.WorkspaceEvents;
import dev.sextant.workspace.WorkspaceKey;
import dev.sextant.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotWritesTest {
  private final ManualClock clock = new ManualClock();
  private final StepExecutor executor = new StepExecutor();
  private final Workspaces workspaces =
      new Workspaces(clock, new WorkspaceEvents(4), new MemoryBudget(1L << 40));
  private final LoadedWorkspace workspace =
      workspaces.findOrAdd(
          new WorkspaceKey(Path.of("/src/shop"), RootMode.GIT_ROOT, "fingerprint"), added -> {});
  private final List<SnapshotEvent> told = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void writesBehindThePublication() {
    SnapshotWrites writes = writes();
    publish(writes, 3);
    assertThat(workspace.notes().persisted()).isEqualTo(PersistState.NONE);

    executor.runAll();

    assertThat(workspace.notes().persisted()).isEqualTo(PersistState.of(1));
    assertThat(onDisk()).isEqualTo(1);
    assertThat(told).hasOnlyElementsOfType(SnapshotEvent.Written.class).hasSize(1);
  }

  @Test
  void writesOnlyTheLatestOfThoseThatWait() {
    SnapshotWrites writes = writes();
    for (int generation = 1; generation <= 5; generation++) {
      publish(writes, generation);
    }
    executor.runAll();

    assertThat(told).hasSize(2);
    assertThat(onDisk()).isEqualTo(5);
    assertThat(workspace.notes().persisted()).isEqualTo(PersistState.of(5));
  }

  @Test
  void holdsTheGraphUntilItIsWritten() {
    SnapshotWrites writes = writes();
    publish(writes, 3);
    publish(writes, 4);
    publish(writes, 5);
    assertThat(workspaces.budget().openLeases()).isEqualTo(2);
    assertThat(workspaces.budget().figures().retainedBytes()).isPositive();

    executor.runAll();

    assertThat(workspaces.budget().openLeases()).isZero();
    assertThat(workspaces.budget().figures().retainedBytes()).isZero();
    assertThat(workspaces.budget().figures().loadedBytes()).isEqualTo(workspace.memoryBytes());
  }

  @Test
  void saysWhyNothingIsWrittenAndGoesOnServing() throws IOException {
    SnapshotWrites writes = writes();
    publish(writes, 3);
    executor.runAll();
    Path state = folder.resolve("w");
    Files.move(state, folder.resolve("elsewhere"));
    Files.writeString(state, "a file where the folder should be");

    publish(writes, 4);
    executor.runAll();

    assertThat(told.getLast()).isInstanceOf(SnapshotEvent.WriteFailed.class);
    assertThat(workspace.notes().persisted().generation()).isEqualTo(1);
    assertThat(workspace.notes().persisted().error().orElseThrow())
        .contains("generation 2", "/src/shop", state.toString());
    assertThat(workspace.generation()).isEqualTo(2);
    assertThat(workspaces.budget().openLeases()).isZero();

    Files.delete(state);
    publish(writes, 5);
    executor.runAll();
    assertThat(workspace.notes().persisted()).isEqualTo(PersistState.of(3));
  }

  @Test
  void writesAfterAnUnload() {
    SnapshotWrites writes = writes();
    publish(writes, 3);
    assertThat(workspaces.remove(workspace)).isTrue();
    executor.runAll();

    assertThat(onDisk()).isEqualTo(1);
    assertThat(workspaces.budget().figures().retainedBytes()).isZero();
  }

  @Test
  void finishesWhatItHasTakenWhenItIsClosed() {
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      SnapshotWrites writes = new SnapshotWrites(store(), thread, System::nanoTime, told::add);
      for (int generation = 1; generation <= 20; generation++) {
        publish(writes, 200 + generation);
      }
      writes.close(Duration.ofSeconds(60));

      assertThat(onDisk()).isEqualTo(20);
      publish(writes, 3);
    }
    assertThat(onDisk()).isEqualTo(20);
    assertThat(workspaces.budget().openLeases()).isZero();
  }

  @Test
  void waitsForWhatIsToBeWrittenOfARootForABoundedTime() {
    AtomicLong seconds = new AtomicLong();
    SnapshotWrites writes =
        new SnapshotWrites(
            store(),
            executor,
            () -> TimeUnit.SECONDS.toNanos(seconds.getAndIncrement()),
            told::add);
    Path root = workspace.key().root();
    assertThat(writes.await(root, new Cancellation())).isTrue();
    publish(writes, 3);
    assertThat(writes.await(root, new Cancellation())).isFalse();
    assertThat(writes.await(root.resolve("other"), new Cancellation())).isTrue();
    Cancellation cancelled = new Cancellation();
    cancelled.cancel("planned");
    assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(() -> writes.await(root, cancelled));

    executor.runAll();
    assertThat(writes.await(root, cancelled)).isTrue();
  }

  @Test
  void leavesBehindWhatTakesTooLongToClose() {
    SnapshotWrites writes = writes();
    publish(writes, 3);
    writes.close(Duration.ZERO);

    assertThat(store().open(workspace.key())).isInstanceOf(Opening.Absent.class);
  }

  @Test
  void leaksNothingOverAThousandPublications() {
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      SnapshotWrites writes = new SnapshotWrites(store(), thread, System::nanoTime, told::add);
      for (int generation = 1; generation <= 1_000; generation++) {
        publish(writes, 1 + generation % 7);
      }
      writes.close(Duration.ofSeconds(60));
    }

    assertThat(onDisk()).isEqualTo(1_000);
    assertThat(workspaces.budget().openLeases()).isZero();
    assertThat(workspaces.budget().figures().retainedBytes()).isZero();
    assertThat(workspaces.budget().figures().loadedBytes()).isEqualTo(workspace.memoryBytes());
  }

  private SnapshotWrites writes() {
    return new SnapshotWrites(store(), executor, clock, told::add);
  }

  private SnapshotStore store() {
    return new SnapshotStore(folder.resolve("w"), 1L << 30, "1", clock);
  }

  private void publish(SnapshotWrites writes, int files) {
    BuildAttempt attempt = new BuildAttempt(RebuildMode.FULL, clock.instant(), clock);
    assertThat(workspace.beginLoad(attempt) || workspace.beginRebuild(attempt)).isTrue();
    IndexResult result = Graphs.withFiles(files);
    PublishedGraph published =
        Publishing.publish(workspaces.budget(), workspace, attempt, result, clock.instant())
            .orElseThrow();
    writes.submit(
        workspace,
        published,
        new StoredGraph(published.generation(), clock.instant(), clock.instant(), "", result));
  }

  private long onDisk() {
    return ((Opening.Found) store().open(workspace.key())).graph().generation();
  }
}
