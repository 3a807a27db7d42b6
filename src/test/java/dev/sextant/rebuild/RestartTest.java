package dev.sextant.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.graph.columns.RefusalCause;
import dev.sextant.index.Pass;
import dev.sextant.persist.RememberedWorkspace;
import dev.sextant.persist.SnapshotEvent;
import dev.sextant.source.SourceTreeException;
import dev.sextant.testing.StepExecutor;
import dev.sextant.testing.TestRuntime;
import dev.sextant.testing.Trees;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.PendingFiles;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.RootMode;
import dev.sextant.workspace.WorkspaceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process after another on the same state folder. */
class RestartTest {
  private final StepExecutor executor = new StepExecutor();
  private final StepExecutor disk = new StepExecutor();

  @TempDir private Path temporary;
  private Path root;
  private Path state;

  @BeforeEach
  void writeTree() throws IOException {
    root =
        Trees.write(
            temporary.toRealPath(),
            """
                //- A.java
                class A { B b; }
                //- B.java
                class B {}
                """);
    state = temporary.toRealPath().resolve("state");
  }

  @Test
  void servesTheGraphOfBeforeAtOnceAndBuildsNothing() {
    assertThat(loadInFirstProcess().generation()).isEqualTo(1);

    TestRuntime second = process();
    CompletableFuture<LoadedWorkspace> load = second.load(root);
    LoadedWorkspace workspace = second.workspaces.list().getFirst();
    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADING);
    executor.step();

    assertThat(load).isCompletedWithValue(workspace);
    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);
    assertThat(workspace.generation()).isEqualTo(1);
    assertThat(workspace.published().report().files()).isEqualTo(2);
    assertThat(workspace.published().graph().symbols().count()).isPositive();
    assertThat(workspace.pendingFiles().compared()).isFalse();
    assertThat(workspace.notes().persisted().generation()).isEqualTo(1);

    executor.runAll();

    assertThat(workspace.pendingFiles()).isEqualTo(new PendingFiles(true, 0, List.of()));
    assertThat(workspace.generation()).isEqualTo(1);
    assertThat(second.builds.opened()).isEmpty();
    assertThat(second.ended)
        .extracting(RebuildEnded::ending)
        .containsExactly(RebuildEnded.Ending.RESTORED, RebuildEnded.Ending.UNCHANGED);
    assertThat(second.snapshots.getFirst()).isInstanceOf(SnapshotEvent.Opened.class);
  }

  @Test
  void namesWhatChangedSinceUntilItIsBuilt() throws IOException {
    loadInFirstProcess();
    Files.writeString(root.resolve("B.java"), "class B { int more; }");
    Files.writeString(root.resolve("C.java"), "class C {}");

    TestRuntime second = process();
    List<PendingFiles> seen = new ArrayList<>();
    second.builds.doing(
        (pass, progress, cancellation) -> {
          if (pass == Pass.WALK) {
            seen.add(second.workspaces.list().getFirst().pendingFiles());
          }
        });
    LoadedWorkspace workspace = finished(second.load(root));

    assertThat(seen).containsExactly(new PendingFiles(true, 2, List.of("B.java", "C.java")));
    assertThat(workspace.generation()).isEqualTo(2);
    assertThat(workspace.pendingFiles()).isEqualTo(new PendingFiles(true, 0, List.of()));
    assertThat(workspace.published().report().files()).isEqualTo(3);
    assertThat(workspace.notes().persisted().generation()).isEqualTo(2);
  }

  @Test
  void answersASecondLoadWhileTheFilesAreCompared() {
    loadInFirstProcess();
    TestRuntime second = process();
    assertThat(second.load(root)).isNotDone();
    executor.step();

    assertThat(second.load(root)).isCompleted();
  }

  @Test
  void comparesInPlaceOfARebuildThatWasAskedFor() {
    loadInFirstProcess();
    TestRuntime second = process();
    LoadedWorkspace workspace = finished(second.load(root));

    RebuildOutcome auto =
        finished(TestRuntime.placed(second.rebuilds.rebuild(workspace, RebuildMode.AUTO)));
    RebuildOutcome full =
        finished(TestRuntime.placed(second.rebuilds.rebuild(workspace, RebuildMode.FULL)));

    assertThat(auto.generation()).isEqualTo(1);
    assertThat(auto.filesExtracted()).isZero();
    assertThat(full.generation()).isEqualTo(2);
  }

  @Test
  void staysUnverifiedWhenTheComparisonIsCancelled() {
    loadInFirstProcess();
    TestRuntime second = process();
    assertThat(second.load(root)).isNotDone();
    executor.step();
    LoadedWorkspace workspace = second.workspaces.list().getFirst();
    assertThat(second.rebuilds.cancelRebuild(workspace)).isTrue();
    executor.runAll();

    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);
    assertThat(workspace.generation()).isEqualTo(1);
    assertThat(workspace.pendingFiles().compared()).isFalse();
    assertThat(second.rebuilds.attempts()).isEmpty();
    second.rebuilds.startRebuild(workspace, RebuildMode.AUTO);
    executor.runAll();
    assertThat(workspace.pendingFiles().compared()).isTrue();
  }

  @Test
  void buildsAnewWhatItCannotUseAndCountsOn() throws IOException {
    LoadedWorkspace first = loadInFirstProcess();
    Path file = process().store.fileOf(first.key());
    byte[] whole = Files.readAllBytes(file);
    byte[] damaged = whole.clone();
    damaged[damaged.length - 9] ^= 1;
    byte[] older = whole.clone();
    older[8] = 0;
    byte[] newer = whole.clone();
    newer[8] = 99;
    byte[] vocabulary = whole.clone();
    vocabulary[12] ^= 1;

    assertRefused(file, damaged, RefusalCause.DAMAGED, 2);
    assertRefused(file, Arrays.copyOf(whole, 100), RefusalCause.TORN, 3);
    assertRefused(file, new byte[64], RefusalCause.FOREIGN, 4);
    assertRefused(file, older, RefusalCause.OLDER_VERSION, 5);
    assertRefused(file, newer, RefusalCause.NEWER_VERSION, 6);
    assertRefused(file, vocabulary, RefusalCause.OTHER_VOCABULARY, 7);
  }

  private void assertRefused(Path file, byte[] content, RefusalCause cause, long generation)
      throws IOException {
    Files.write(file, content);
    TestRuntime process = process();
    LoadedWorkspace workspace = finished(process.load(root));

    assertThat(process.snapshots.getFirst()).isEqualTo(new SnapshotEvent.Refused(cause));
    assertThat(workspace.generation()).isEqualTo(generation);
    assertThat(workspace.pendingFiles().compared()).isTrue();
    end(process);
  }

  @Test
  void goesAboveTheGenerationOfARefusedGraphThatNobodyRemembers() throws IOException {
    LoadedWorkspace first = loadInFirstProcess();
    Files.delete(state.resolve("workspaces.json"));
    Path file = process().store.fileOf(first.key());
    byte[] damaged = Files.readAllBytes(file);
    damaged[damaged.length - 9] ^= 1;
    Files.write(file, damaged);

    assertThat(finished(process().load(root)).generation()).isEqualTo(2);
  }

  @Test
  void loadsAgainWhatWasLoaded() {
    TestRuntime first = process();
    finished(
        TestRuntime.placed(
            first.rebuilds.load(new LoadRequest(root, RootMode.WORKSPACE_FOLDER, true))));
    end(first);

    TestRuntime second = process();
    InitialLoads initial = new InitialLoads(second.rebuilds, second.memory);
    initial.start(List.of());
    executor.runAll();

    assertThat(initial.loaded()).isEqualTo(1);
    LoadedWorkspace workspace = second.workspaces.list().getFirst();
    assertThat(workspace.notes().isPinned()).isTrue();
    assertThat(workspace.key().rootMode()).isEqualTo(RootMode.WORKSPACE_FOLDER);
    assertThat(workspace.generation()).isEqualTo(1);
    end(second);
  }

  @Test
  void loadsAFolderThatIsBothNamedAndRememberedOnce() {
    TestRuntime first = process();
    finished(
        TestRuntime.placed(first.rebuilds.load(new LoadRequest(root, RootMode.GIT_ROOT, true))));
    end(first);

    TestRuntime second = process();
    InitialLoads initial = new InitialLoads(second.rebuilds, second.memory);
    initial.start(List.of(root));
    executor.runAll();

    assertThat(initial.loaded()).isEqualTo(1);
    assertThat(second.workspaces.list().getFirst().notes().isPinned()).isTrue();
  }

  @Test
  void forgetsAFolderThatIsGone() throws IOException {
    TestRuntime first = process();
    Path other = Files.createDirectory(temporary.resolve("other")).toRealPath();
    finished(first.load(other));
    end(first);
    Files.delete(other);

    TestRuntime second = process();
    InitialLoads initial = new InitialLoads(second.rebuilds, second.memory);
    initial.start(List.of());
    executor.runAll();
    assertThat(initial.failed()).isEqualTo(1);
    end(second);

    assertThat(process().memory.expected()).isEmpty();
  }

  @Test
  void buildsAnewAfterAReset() {
    TestRuntime first = process();
    LoadedWorkspace workspace = finished(first.load(root));
    assertThat(first.rebuilds.reset(workspace.id(), UnloadForce.RESPECT_PIN)).isSameAs(workspace);

    assertThat(finished(first.load(root)).generation()).isEqualTo(2);
  }

  @Test
  void restoresAnEvictedWorkspace() {
    TestRuntime first = process();
    LoadedWorkspace workspace = finished(first.load(root));
    assertThat(workspace.evict()).isTrue();

    assertThat(finished(first.load(root)).generation()).isEqualTo(1);
    assertThat(first.builds.opened()).hasSize(1);
    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);
  }

  @Test
  void neverServesAnOlderGraphThanItHasServed() {
    TestRuntime first = process();
    LoadedWorkspace workspace = finished(first.load(root));
    CompletableFuture<RebuildOutcome> second =
        TestRuntime.placed(first.rebuilds.rebuild(workspace, RebuildMode.FULL));
    executor.runAll();
    assertThat(second).isCompleted();
    assertThat(workspace.generation()).isEqualTo(2);
    // Its snapshot is not written yet: what is on the disk is generation 1.
    assertThat(workspace.evict()).isTrue();

    CompletableFuture<LoadedWorkspace> load = first.load(root);
    executor.runAll();
    assertThat(load).isCompletedWithValue(workspace);
    assertThat(workspace.generation()).isEqualTo(3);
    disk.runAll();
    assertThat(first.workspaces.budget().openLeases()).isZero();
  }

  @Test
  void restoresAfterAnUnload() {
    TestRuntime first = process();
    LoadedWorkspace before = finished(first.load(root));
    finished(TestRuntime.placed(first.rebuilds.rebuild(before, RebuildMode.FULL)));
    assertThat(first.rebuilds.unload(before.id(), UnloadForce.RESPECT_PIN).wasLoaded()).isTrue();

    LoadedWorkspace after = finished(first.load(root));
    assertThat(after.generation()).isEqualTo(2);
    assertThat(
            finished(TestRuntime.placed(first.rebuilds.rebuild(after, RebuildMode.FULL)))
                .generation())
        .isEqualTo(3);
  }

  @Test
  void waitsForTheSnapshotOfAFolderThatIsLoadedAgainAtOnce() throws InterruptedException {
    TestRuntime first = process();
    LoadedWorkspace before = finished(first.load(root));
    var _ = TestRuntime.placed(first.rebuilds.rebuild(before, RebuildMode.FULL));
    executor.runAll();
    assertThat(before.generation()).isEqualTo(2);
    // Its snapshot is not written yet: what is on the disk is generation 1.
    assertThat(first.rebuilds.unload(before.id(), UnloadForce.RESPECT_PIN).wasLoaded()).isTrue();

    CompletableFuture<LoadedWorkspace> load = first.load(root);
    Thread loading = Thread.ofPlatform().start(executor::runAll);
    while (loading.isAlive() && loading.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    disk.runAll();
    loading.join();

    assertThat(load).isCompletedWithValueMatching(after -> after.generation() == 2);
    assertThat(first.builds.opened()).hasSize(2);
  }

  @Test
  void buildsWhenWritingTheLaterGenerationHasFailed() throws IOException {
    TestRuntime first = process();
    LoadedWorkspace before = finished(first.load(root));
    Path file = first.store.fileOf(before.key());
    byte[] older = Files.readAllBytes(file);
    finished(TestRuntime.placed(first.rebuilds.rebuild(before, RebuildMode.FULL)));
    Files.write(file, older);
    assertThat(first.rebuilds.unload(before.id(), UnloadForce.RESPECT_PIN).wasLoaded()).isTrue();

    assertThat(finished(first.load(root)).generation()).isEqualTo(3);
    assertThat(first.workspaces.budget().figures().reservedBytes()).isZero();
  }

  @Test
  void refusesASnapshotThatDoesNotFitBeforeItIsRead() throws IOException {
    LoadedWorkspace before = loadInFirstProcess();
    Path file = process().store.fileOf(before.key());
    // Reading it would say what is wrong with it.
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 9] ^= 1;
    Files.write(file, bytes);

    TestRuntime small = TestRuntime.keeping(state, executor, disk, bytes.length - 1);
    CompletableFuture<LoadedWorkspace> load = small.load(root);
    executor.runAll();

    assertThat(load).isCompletedExceptionally();
    assertThat(small.ended)
        .extracting(RebuildEnded::ending)
        .containsExactly(RebuildEnded.Ending.REFUSED);
    assertThat(small.snapshots).isEmpty();
    assertThat(small.workspaces.budget().figures().reservedBytes()).isZero();
  }

  @Test
  void chargesARestoredGraphLikeABuiltOne() {
    long bytes = loadInFirstProcess().memoryBytes();
    TestRuntime second = process();
    LoadedWorkspace workspace = finished(second.load(root));

    // What a build goes on from comes back without the facts of files.
    assertThat(workspace.memoryBytes()).isBetween(workspace.published().graph().sizeBytes(), bytes);
    assertThat(second.workspaces.budget().figures().loadedBytes())
        .isEqualTo(workspace.memoryBytes());
    assertThat(second.workspaces.budget().figures().reservedBytes()).isZero();
    assertThat(second.rebuilds.unload(workspace.id(), UnloadForce.RESPECT_PIN).wasLoaded())
        .isTrue();
    assertThat(second.workspaces.budget().figures().loadedBytes()).isZero();
    assertThat(second.workspaces.budget().openLeases()).isZero();
  }

  @Test
  void remembersWhatItWasToLoadWhenItEndsBeforeThat() throws IOException {
    loadInFirstProcess();
    Path named = Files.createDirectory(temporary.resolve("named")).toRealPath();
    TestRuntime second = process();
    new InitialLoads(second.rebuilds, second.memory).expect(List.of(named));
    end(second);

    assertThat(process().memory.expected())
        .extracting(RememberedWorkspace::root)
        .containsExactlyInAnyOrder(root, named);
  }

  @Test
  void doesNotRememberANamedFolderThatMayNotBeLoaded() throws IOException {
    Path missing = temporary.toRealPath().resolve("missing");
    Path file = Files.createFile(temporary.toRealPath().resolve("file"));
    TestRuntime first = process();
    InitialLoads initial = new InitialLoads(first.rebuilds, first.memory);
    initial.start(List.of(missing, file));
    executor.runAll();
    assertThat(initial.failed()).isEqualTo(2);
    end(first);

    assertThat(process().memory.expected()).isEmpty();
  }

  private LoadedWorkspace loadInFirstProcess() {
    TestRuntime first = process();
    LoadedWorkspace workspace = finished(first.load(root));
    end(first);
    return workspace;
  }

  private TestRuntime process() {
    TestRuntime process = TestRuntime.keeping(state, executor, disk);
    process.builds.giving(
        () -> {
          try {
            return Trees.build(root, state);
          } catch (SourceTreeException failure) {
            throw new AssertionError(failure);
          }
        });
    return process;
  }

  private void end(TestRuntime process) {
    process.memory.freeze();
    process.rebuilds.close();
    disk.runAll();
    process.writes.close(Duration.ofSeconds(10));
    process.memory.close();
  }

  private <T> T finished(CompletableFuture<T> request) {
    executor.runAll();
    disk.runAll();
    assertThat(request).isCompleted();
    return request.join();
  }
}
