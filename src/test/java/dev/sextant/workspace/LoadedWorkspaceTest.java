package dev.sextant.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.index.ChangedFiles;
import dev.sextant.index.IndexResult;
import dev.sextant.index.Pass;
import dev.sextant.testing.Graphs;
import dev.sextant.testing.ManualClock;
import dev.sextant.testing.Publishing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadedWorkspaceTest {
  private final ManualClock clock = new ManualClock();
  private final WorkspaceEvents events = new WorkspaceEvents(4);
  private final MemoryBudget budget = new MemoryBudget(1L << 40);
  private final LoadedWorkspace workspace =
      new LoadedWorkspace(
          new WorkspaceKey(Path.of("/src/shop"), RootMode.GIT_ROOT, "fingerprint"),
          events,
          budget,
          0,
          clock);

  @Test
  void startsWithNothing() {
    assertThat(workspace.id()).isEqualTo("/src/shop");
    assertThat(workspace.state()).isEqualTo(WorkspaceState.UNLOADED);
    assertThat(workspace.generation()).isZero();
    assertThat(workspace.memoryBytes()).isZero();
    assertThat(workspace.memoryHighWaterBytes()).isZero();
    assertThat(workspace.retryCount()).isZero();
    assertThat(workspace.lastGoodAt()).isEmpty();
    assertThat(workspace.lastError()).isEmpty();
    assertThat(workspace.runningRebuild()).isEmpty();
    assertThat(workspace.nextRetryAt()).isEmpty();
    assertThat(workspace.notes().isPinned()).isFalse();
  }

  @Test
  void servesAnEmptyGraphBeforeTheFirstBuild() {
    try (GraphLease lease = workspace.lease()) {
      assertThat(lease.published().isEmpty()).isTrue();
      assertThat(lease.published().graph()).isNotNull();
    }
  }

  @Test
  void servesWhatWasPublished() {
    PublishedGraph published = load(3);

    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);
    assertThat(workspace.generation()).isEqualTo(1);
    assertThat(workspace.memoryBytes()).isEqualTo(published.graph().sizeBytes()).isPositive();
    assertThat(workspace.lastGoodAt()).contains(clock.instant());
    assertThat(budget.figures().loadedBytes()).isEqualTo(workspace.memoryBytes());
  }

  @Test
  void countsGenerationsOneByOne() {
    load(1);
    rebuild(1);
    rebuild(1);

    assertThat(workspace.generation()).isEqualTo(3);
  }

  @Test
  void keepsTheHighWaterMarkThroughASmallerRebuild() {
    load(100);
    long peak = workspace.memoryBytes();
    rebuild(1);

    assertThat(workspace.memoryBytes()).isLessThan(peak);
    assertThat(workspace.memoryHighWaterBytes()).isEqualTo(peak);
  }

  @Test
  void countsFailuresAndForgetsThemOnSuccess() {
    load(1);
    for (int failure = 1; failure <= 3; failure++) {
      BuildAttempt attempt = attempt();
      assertThat(workspace.beginRebuild(attempt)).isTrue();
      assertThat(workspace.fail(attempt, "failure " + failure)).isTrue();
      assertThat(workspace.state()).isEqualTo(WorkspaceState.FAILED);
      assertThat(workspace.retryCount()).isEqualTo(failure);
      assertThat(workspace.lastError()).contains("failure " + failure);
    }
    rebuild(1);

    assertThat(workspace.retryCount()).isZero();
    assertThat(workspace.lastError()).isEmpty();
    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);
  }

  @Test
  void returnsToWhereItWasWhenAnAttemptIsAbandoned() {
    BuildAttempt first = attempt();
    assertThat(workspace.beginLoad(first)).isTrue();
    assertThat(workspace.abandon(first)).isTrue();
    assertThat(workspace.state()).isEqualTo(WorkspaceState.UNLOADED);

    load(1);
    BuildAttempt second = attempt();
    assertThat(workspace.beginRebuild(second)).isTrue();
    assertThat(workspace.abandon(second)).isTrue();
    assertThat(workspace.state()).isEqualTo(WorkspaceState.LOADED);
    assertThat(workspace.generation()).isEqualTo(1);
  }

  @Test
  void refusesArrowsThatDoNotStartHere() {
    assertThat(workspace.beginRebuild(attempt())).isFalse();
    assertThat(workspace.fail(attempt(), "not begun")).isFalse();
    assertThat(workspace.evict()).isFalse();

    load(1);
    assertThat(workspace.beginLoad(attempt())).isFalse();
    assertThat(workspace.beginRebuild(attempt())).isTrue();
    assertThat(workspace.beginRebuild(attempt())).isFalse();
    assertThat(workspace.reset()).isFalse();
  }

  @Test
  void neverPublishesACancelledAttempt() {
    BuildAttempt attempt = attempt();
    assertThat(workspace.beginLoad(attempt)).isTrue();
    assertThat(attempt.cancel("test")).isTrue();

    assertThat(publish(attempt, 1)).isEmpty();
    assertThat(workspace.generation()).isZero();
    assertThat(budget.figures().loadedBytes()).isZero();
  }

  @Test
  void refusesToCancelWhatWasPublished() {
    BuildAttempt attempt = attempt();
    assertThat(workspace.beginLoad(attempt)).isTrue();
    assertThat(publish(attempt, 1)).isPresent();

    assertThat(attempt.cancel("too late")).isFalse();
    assertThat(attempt.cancellation().isCancelled()).isFalse();
  }

  @Test
  void neverPublishesAfterItWasEvicted() {
    load(5);
    BuildAttempt attempt = attempt();
    assertThat(workspace.beginRebuild(attempt)).isTrue();
    assertThat(workspace.evict()).isTrue();

    assertThat(attempt.isCancelled()).isTrue();
    assertThat(publish(attempt, 1)).isEmpty();
    assertThat(workspace.abandon(attempt)).isFalse();
    assertThat(workspace.state()).isEqualTo(WorkspaceState.EVICTED);
    assertThat(workspace.memoryBytes()).isZero();
    assertThat(workspace.memoryHighWaterBytes()).isZero();
    assertThat(budget.figures().loadedBytes()).isZero();
    assertThat(budget.figures().retainedBytes()).isZero();
  }

  @Test
  void isLoadedAgainAfterEvictionUnderTheNextGeneration() {
    load(5);
    assertThat(workspace.evict()).isTrue();

    load(5);

    assertThat(workspace.generation()).isEqualTo(2);
  }

  @Test
  void startsNothingOnceRetired() {
    load(5);
    assertThat(workspace.retire()).isTrue();

    assertThat(workspace.retire()).isFalse();
    assertThat(workspace.beginLoad(attempt())).isFalse();
    assertThat(workspace.beginRebuild(attempt())).isFalse();
    assertThat(workspace.state()).isEqualTo(WorkspaceState.UNLOADED);
    assertThat(budget.figures().loadedBytes()).isZero();
  }

  @Test
  void dropsTheGraphOnResetAndKeepsTheErrorAndThePin() {
    load(5);
    fail("broken");
    assertThat(workspace.notes().pin()).isTrue();

    assertThat(workspace.reset()).isTrue();

    assertThat(workspace.state()).isEqualTo(WorkspaceState.UNLOADED);
    assertThat(workspace.memoryBytes()).isZero();
    assertThat(workspace.lastError()).contains("broken");
    assertThat(workspace.notes().isPinned()).isTrue();
  }

  @Test
  void pinsAndUnpinsOnce() {
    assertThat(workspace.notes().pin()).isTrue();
    assertThat(workspace.notes().pin()).isFalse();
    assertThat(workspace.notes().unpin()).isTrue();
    assertThat(workspace.notes().unpin()).isFalse();
  }

  @Test
  void remembersTheLastAccessWhateverTheClockIsSetTo() {
    clock.advance(Duration.ofMinutes(1));
    assertThat(workspace.notes().idle()).isEqualTo(Duration.ofMinutes(1));

    workspace.notes().touch();
    clock.shift(Duration.ofDays(1));
    clock.advance(Duration.ofSeconds(5));

    assertThat(workspace.notes().idle()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void showsTheFurthestProgress() {
    BuildAttempt attempt = attempt();
    assertThat(workspace.beginLoad(attempt)).isTrue();
    attempt.advanced(Pass.EXTRACT, 5, 9);
    attempt.advanced(Pass.EXTRACT, 4, 9);
    attempt.advanced(Pass.WALK, 8, 8);

    assertThat(workspace.runningRebuild())
        .contains(new RunningRebuild(RebuildMode.AUTO, Pass.EXTRACT, 5, 9, clock.instant()));
  }

  @Test
  void judgesWhetherItMayAnswer() {
    Duration cap = Duration.ofHours(24);
    assertThat(verdict(cap)).isEqualTo(new ServeVerdict.NotReady(WorkspaceState.UNLOADED));
    fail("no grammar");
    assertThat(verdict(cap)).isEqualTo(new ServeVerdict.NeverGood("no grammar"));

    load(1);
    final Instant good = clock.instant();
    assertThat(verdict(cap)).isEqualTo(new ServeVerdict.Fresh());
    fail("broken");
    assertThat(verdict(cap)).isEqualTo(new ServeVerdict.Stale(good, "broken"));

    clock.advance(cap);
    assertThat(verdict(cap)).isEqualTo(new ServeVerdict.Expired(cap, cap, good, "broken"));
    assertThat(verdict(Duration.ZERO)).isEqualTo(new ServeVerdict.Stale(good, "broken"));
    assertThat(workspace.serveVerdict(good.minusSeconds(9), cap))
        .isEqualTo(new ServeVerdict.Stale(good, "broken"));
  }

  @Test
  void staysStaleWhileAFailedBuildIsTriedAgain() {
    load(1);
    fail("broken");
    assertThat(workspace.beginRebuild(attempt())).isTrue();

    assertThat(verdict(Duration.ZERO)).isInstanceOf(ServeVerdict.Stale.class);
  }

  @Test
  void tellsEveryChangeOfState() {
    List<WorkspaceEvent> seen = new ArrayList<>();
    try (var _ = events.subscribe(seen::add)) {
      load(1);
    }
    rebuild(1);

    assertThat(seen)
        .containsExactly(
            new WorkspaceEvent.StateChanged(
                "/src/shop", WorkspaceState.UNLOADED, WorkspaceState.LOADING, 0),
            new WorkspaceEvent.StateChanged(
                "/src/shop", WorkspaceState.LOADING, WorkspaceState.LOADED, 1),
            new WorkspaceEvent.GenerationPublished("/src/shop", 1, ChangedFiles.all(1)));
  }

  @Test
  void chargesASupersededGraphUntilItsLastLeaseIsClosed() {
    load(10);
    long bytes = workspace.memoryBytes();
    try (GraphLease second = workspace.lease();
        GraphLease first = workspace.lease()) {
      rebuild(1);
      assertThat(first.published().generation()).isEqualTo(1);
      assertThat(second.published().generation()).isEqualTo(1);
      assertThat(budget.figures().retainedBytes()).isEqualTo(bytes);
      assertThat(budget.figures().loadedBytes()).isEqualTo(workspace.memoryBytes());
      assertThat(budget.openLeases()).isEqualTo(2);
      closeTwice(first);
      assertThat(budget.figures().retainedBytes()).isEqualTo(bytes);
    }

    assertThat(budget.figures().retainedBytes()).isZero();
    assertThat(budget.openLeases()).isZero();
  }

  @Test
  void leasesTheCurrentGraphAfterAPublish() {
    load(1);
    rebuild(1);

    try (GraphLease lease = workspace.lease()) {
      assertThat(lease.published().generation()).isEqualTo(2);
    }
  }

  private static void closeTwice(GraphLease lease) {
    lease.close();
    lease.close();
  }

  private ServeVerdict verdict(Duration cap) {
    return workspace.serveVerdict(clock.instant(), cap);
  }

  private BuildAttempt attempt() {
    return new BuildAttempt(RebuildMode.AUTO, clock.instant(), clock);
  }

  private PublishedGraph load(int files) {
    BuildAttempt attempt = attempt();
    assertThat(workspace.beginLoad(attempt)).isTrue();
    return publish(attempt, files).orElseThrow();
  }

  private void rebuild(int files) {
    BuildAttempt attempt = attempt();
    assertThat(workspace.beginRebuild(attempt)).isTrue();
    assertThat(publish(attempt, files)).isPresent();
  }

  private void fail(String error) {
    BuildAttempt attempt = attempt();
    assertThat(workspace.beginLoad(attempt) || workspace.beginRebuild(attempt)).isTrue();
    assertThat(workspace.fail(attempt, error)).isTrue();
  }

  private Optional<PublishedGraph> publish(BuildAttempt attempt, int files) {
    IndexResult result = Graphs.withFiles(files);
    return Publishing.publish(budget, workspace, attempt, result, clock.instant());
  }
}
