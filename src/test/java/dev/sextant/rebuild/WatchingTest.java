package dev.sextant.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.index.Pass;
import dev.sextant.testing.TestRuntime;
import dev.sextant.watch.TreeWatcher;
import dev.sextant.watch.WatchSettings;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.WatchedBy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of changes of files in a runtime over scripted builds and real folders. */
@Timeout(180)
class WatchingTest {
  /** Far more than any wait needs; reached by tests that fail only. */
  private static final Duration GENEROUS = Duration.ofSeconds(60);

  private final ExecutorService passes = Executors.newCachedThreadPool();
  private final TestRuntime runtime = new TestRuntime(passes);
  private Watching watching;

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void watch() throws Exception {
    root = folder.toRealPath();
    Files.writeString(root.resolve("A.java"), "class A {}");
    watching =
        runtime.watching(
            Optional.of(
                TreeWatcher.start(
                    WatchSettings.standard(), InstantSource.system(), System::nanoTime)),
            passes);
  }

  @AfterEach
  void stop() {
    watching.close();
    runtime.rebuilds.close();
    passes.shutdownNow();
  }

  @Test
  void buildsWhatChangedBeforeASyncEnds() throws Exception {
    LoadedWorkspace workspace = verified();
    long before = workspace.generation();

    Files.writeString(root.resolve("B.java"), "class B {}");

    assertThat(synced(workspace)).isTrue();
    assertThat(workspace.generation()).isGreaterThan(before);
    assertThat(workspace.pendingFiles().count()).isZero();
  }

  @Test
  void buildsNothingForASyncWhenNothingChanged() throws Exception {
    LoadedWorkspace workspace = verified();
    int before = runtime.builds.opened().size();

    assertThat(synced(workspace)).isTrue();

    assertThat(runtime.builds.opened()).hasSize(before);
  }

  @Test
  void saysWhichFilesTheGraphDoesNotHaveWhileTheyAreBuilt() throws Exception {
    LoadedWorkspace workspace = verified();
    CountDownLatch building = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    runtime.builds.doing(
        (pass, progress, cancellation) -> {
          if (pass == Pass.WALK) {
            building.countDown();
            await(gate);
          }
        });

    Files.writeString(root.resolve("B.java"), "class B {}");
    await(building);

    assertThat(workspace.pendingFiles().first()).contains("B.java");
    gate.countDown();
    assertThat(synced(workspace)).isTrue();
    assertThat(workspace.pendingFiles().count()).isZero();
  }

  @Test
  void goesOnSayingWhatAFailedBuildLeft() throws Exception {
    LoadedWorkspace workspace = verified();
    runtime.builds.failingIn(Pass.WALK, new IllegalStateException("broken on purpose"));
    Files.writeString(root.resolve("B.java"), "class B {}");

    assertThat(triedToSync(workspace)).isFalse();
    assertThat(workspace.pendingFiles().first()).contains("B.java");

    runtime.builds.succeeding();
    assertThat(synced(workspace)).isTrue();
    assertThat(workspace.pendingFiles().count()).isZero();
  }

  @Test
  void findsWhatChangedBetweenTheBuildAndTheWatch() throws Exception {
    // Scripted builds say that they met no file, so the comparison always finds one.
    LoadedWorkspace workspace = runtime.load(root).get(60, TimeUnit.SECONDS);
    while (workspace.generation() < 2) {
      Thread.onSpinWait();
    }

    assertThat(workspace.lastError()).isEmpty();
  }

  @Test
  void buildsWhileChangesNeverStop() throws Exception {
    LoadedWorkspace workspace = verified();
    long before = workspace.generation();

    // Never as long without a change as it takes to settle, unless the machine stops for a while.
    for (int change = 0; workspace.generation() < before + 2; change++) {
      Files.writeString(root.resolve("B.java"), "class B { int b" + change + "; }");
    }

    assertThat(workspace.lastError()).isEmpty();
    assertThat(synced(workspace)).isTrue();
  }

  @Test
  void endsWithTheWorkspaceAndBeginsWithItsSuccessor() throws Exception {
    LoadedWorkspace first = verified();
    assertThat(first.notes().watchedBy()).isNotEqualTo(WatchedBy.OFF);

    var _ = runtime.rebuilds.unload(first.id(), UnloadForce.IGNORE_PIN);
    assertThat(first.notes().watchedBy()).isEqualTo(WatchedBy.OFF);

    LoadedWorkspace second = verified();
    assertThat(second).isNotSameAs(first);
    assertThat(second.notes().watchedBy()).isNotEqualTo(WatchedBy.OFF);
    assertThat(first.notes().watchedBy()).isEqualTo(WatchedBy.OFF);
  }

  /** Loads, and waits for the build that the first comparison asks for. */
  private LoadedWorkspace verified() throws Exception {
    int before = runtime.builds.opened().size();
    LoadedWorkspace workspace = runtime.load(root).get(60, TimeUnit.SECONDS);
    while (runtime.builds.opened().size() < before + 2
        || workspace.notes().watchedBy() == WatchedBy.OFF) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the first comparison has not asked for a build");
      }
      Thread.onSpinWait();
    }
    // The first that is not met by a build shows that there is nothing more to compare.
    for (int builds = -1; builds != runtime.builds.opened().size(); ) {
      builds = runtime.builds.opened().size();
      assertThat(synced(workspace)).isTrue();
    }
    return workspace;
  }

  private boolean synced(LoadedWorkspace workspace) {
    return watching.sync(workspace, GENEROUS).await().atMost(GENEROUS);
  }

  private boolean triedToSync(LoadedWorkspace workspace) {
    return watching
        .sync(workspace, GENEROUS)
        .onFailure(RebuildException.class)
        .recoverWithItem(false)
        .await()
        .atMost(GENEROUS);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
