package dev.sextant.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.index.Pass;
import dev.sextant.testing.ManualClock;
import dev.sextant.watch.FailingWatchers;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.ServeVerdict;
import dev.sextant.workspace.WatchedBy;
import dev.sextant.workspace.WorkspaceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real folders and real builds while events are refused, builds fail and clocks jump. */
@Timeout(180)
class WatchFaultsTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int ROUNDS = 5;

  // Held, for a logger that nobody holds loses its level.
  private static final Logger LOG = Logger.getLogger(BuildFailures.class.getName());

  private final AtomicBoolean refuses = new AtomicBoolean();

  @TempDir private Path folder;
  private Path root;

  @BeforeAll
  static void silenceTheFailuresThatAreMeantToBe() {
    LOG.setLevel(Level.OFF);
  }

  @AfterAll
  static void restoreLogging() {
    LOG.setLevel(null);
  }

  @BeforeEach
  void writeTree() throws IOException {
    root = Files.createDirectories(folder.resolve("root/src"));
    Files.writeString(root.resolve("A.java"), "class A {}");
  }

  @Test
  void pollsWhileEventsAreRefusedAndGoesBackToThem() throws Exception {
    refuses.set(true);
    try (LiveWorkspace live = live(InstantSource.system())) {
      assertThat(live.workspace.notes().watchedBy()).isEqualTo(WatchedBy.POLLING);
      for (int round = 0; round < ROUNDS; round++) {
        assertServes(live, "polled" + round);
      }

      long generation = live.generation();
      Files.writeString(root.resolve("A.java"), "class A { void unasked() {} }");
      live.untilGeneration(generation + 1);
      assertThat(live.declares("unasked")).isTrue();

      refuses.set(false);
      live.until(() -> live.workspace.notes().watchedBy() == WatchedBy.EVENTS);
      for (int round = 0; round < ROUNDS; round++) {
        assertServes(live, "told" + round);
      }
    }
  }

  @Test
  void marksNothingFreshWhileBuildsFail() throws Exception {
    try (LiveWorkspace live = live(InstantSource.system())) {
      Instant good = live.workspace.lastGoodAt().orElseThrow();
      live.runtime.builds.failingIn(Pass.RESOLVE, new IllegalStateException("broken on purpose"));
      for (int round = 0; round < ROUNDS; round++) {
        Files.writeString(root.resolve("A.java"), "class A { void lost%d() {} }".formatted(round));
        assertThat(live.synced()).isFalse();
        assertThat(live.declares("lost" + round)).isFalse();
        assertThat(live.workspace.pendingFiles().first()).contains("src/A.java");
        assertThat(live.workspace.lastGoodAt()).contains(good);
      }

      live.runtime.builds.succeeding();
      assertThat(live.synced()).isTrue();
      assertThat(live.declares("lost" + (ROUNDS - 1))).isTrue();
      assertThat(live.workspace.pendingFiles().count()).isZero();
    }
  }

  @Test
  void noticesChangesAndTriesAgainWhileTheClockJumps() throws Exception {
    ManualClock wall = new ManualClock();
    try (LiveWorkspace live = live(wall)) {
      ManualClock clock = live.runtime.clock;
      for (Duration jump : new Duration[] {DAY, DAY.multipliedBy(-2), DAY}) {
        wall.shift(jump);
        clock.shift(jump);
        assertServes(live, "after" + live.generation());
        assertThat(live.workspace.lastGoodAt()).contains(clock.instant());
      }

      live.runtime.builds.failingIn(Pass.RESOLVE, new IllegalStateException("broken on purpose"));
      Files.writeString(root.resolve("A.java"), "class A { void atLast() {} }");
      assertThat(live.synced()).isFalse();
      LoadedWorkspace workspace = live.workspace;
      live.until(() -> workspace.nextRetryAt().isPresent());
      Instant good = workspace.lastGoodAt().orElseThrow();

      clock.shift(DAY.negated());
      // Nobody is told an age below nothing, and what is stale stays so.
      assertThat(workspace.serveVerdict(clock.instant(), Duration.ofHours(1)))
          .isInstanceOf(ServeVerdict.Stale.class);
      clock.shift(DAY.multipliedBy(2));
      assertThat(workspace.serveVerdict(clock.instant(), Duration.ofHours(1)))
          .isInstanceOfSatisfying(
              ServeVerdict.Expired.class, expired -> assertThat(expired.age()).isPositive());
      assertThat(workspace.lastGoodAt()).contains(good);
      assertThat(workspace.state()).isEqualTo(WorkspaceState.FAILED);

      live.runtime.builds.succeeding();
      assertThat(live.synced()).isTrue();
      assertThat(live.declares("atLast")).isTrue();
      assertThat(workspace.serveVerdict(clock.instant(), Duration.ofHours(1)))
          .isInstanceOf(ServeVerdict.Fresh.class);
    }
  }

  private LiveWorkspace live(InstantSource clock) throws Exception {
    return LiveWorkspace.at(
        folder.resolve("root"),
        folder.resolve("state"),
        FailingWatchers.refusing(refuses, LiveWorkspace.settings(), clock, System::nanoTime));
  }

  /** What is written now is in the graph once a sync ends. */
  private void assertServes(LiveWorkspace live, String method) throws IOException {
    Files.writeString(root.resolve("A.java"), "class A { void %s() {} }".formatted(method));
    assertThat(live.synced()).as(method).isTrue();
    assertThat(live.declares(method)).as(method).isTrue();
    assertThat(live.workspace.pendingFiles().count()).as(method).isZero();
  }
}
