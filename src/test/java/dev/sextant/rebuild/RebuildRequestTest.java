package dev.sextant.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.source.SourcePath;
import dev.sextant.source.TreeChanges;
import dev.sextant.watch.ChangeSet;
import dev.sextant.watch.GitChange;
import dev.sextant.watch.GitState;
import dev.sextant.workspace.RebuildMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RebuildRequestTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final GitState MAIN = new GitState("refs/heads/main", "c0", "t0");
  private static final GitState TOPIC = new GitState("refs/heads/topic", "c1", "t1");

  @Test
  void mergesTwoRequestsToTheStricterModeWhicheverCameFirst() {
    List<RebuildMode> asked = List.of(RebuildMode.AUTO, RebuildMode.FULL);
    for (RebuildMode one : asked) {
      for (RebuildMode other : asked) {
        boolean isFull = one == RebuildMode.FULL || other == RebuildMode.FULL;
        RebuildMode merged = asked(one, NOW).coalescedWith(asked(other, NOW)).mode();
        assertThat(merged == RebuildMode.FULL).as(one + " and " + other).isEqualTo(isFull);
        assertThat(asked(other, NOW).coalescedWith(asked(one, NOW)).mode()).isEqualTo(merged);
      }
    }
  }

  @Test
  void countsFromTheLatestAlsoWhenTheClockGoesBack() {
    RebuildRequest first = asked(RebuildMode.AUTO, NOW);

    assertThat(first.coalescedWith(asked(RebuildMode.AUTO, NOW.plusSeconds(5))).enqueuedAt())
        .isEqualTo(NOW.plusSeconds(5));
    assertThat(first.coalescedWith(asked(RebuildMode.AUTO, NOW.minusSeconds(5))).enqueuedAt())
        .isEqualTo(NOW);
  }

  @Test
  void answersAllTogetherAndTakesNoOlderGraphForABuild() {
    RebuildRequest restoring = RebuildRequest.restoring(NOW);
    RebuildRequest later = asked(RebuildMode.AUTO, NOW);
    RebuildRequest last = asked(RebuildMode.AUTO, NOW);
    RebuildRequest merged = restoring.coalescedWith(later).coalescedWith(last);
    var outcome = new RebuildOutcome(7, RebuildMode.FULL, 1, 0, 1, 0, Duration.ZERO, List.of());

    merged.outcome().complete(outcome);

    assertThat(merged.restores()).isFalse();
    assertThat(Stream.of(restoring, later, last).map(RebuildRequest::outcome))
        .allSatisfy(answer -> assertThat(answer.join()).isSameAs(outcome));
  }

  @Test
  void tellsEverybodyOfAFailure() {
    RebuildRequest first = asked(RebuildMode.AUTO, NOW);
    RebuildRequest later = asked(RebuildMode.AUTO, NOW);

    first.coalescedWith(later).outcome().completeExceptionally(new IllegalStateException("broken"));

    assertThat(Stream.of(first, later).map(RebuildRequest::outcome))
        .allMatch(CompletableFuture::isCompletedExceptionally);
  }

  @Test
  void unitesThePathsAndForgetsNeitherTheRepositoryNorWhatHappenedToIt() {
    RebuildRequest merged =
        seen(MAIN, GitChange.TREE_DIVERGED, "b/B.java", "a/A.java")
            .coalescedWith(seen(TOPIC, GitChange.NOISE, "a/A.java", "c"))
            .coalescedWith(seen(GitState.NONE, GitChange.LOCAL_COMMIT));

    assertThat(merged.changes().tree()).isEqualTo(at("a/A.java", "b/B.java", "c"));
    assertThat(merged.changes().gitChange()).isEqualTo(GitChange.TREE_DIVERGED);
    assertThat(merged.changes().git()).isEqualTo(TOPIC);
  }

  @Test
  void looksAnywhereWhenOneRequestNamesPathsAndTheOtherCannot() {
    RebuildRequest named = seen(MAIN, GitChange.NOISE, "a/A.java");
    RebuildRequest asked = asked(RebuildMode.AUTO, NOW);

    assertThat(named.coalescedWith(asked).changes().tree()).isEqualTo(new TreeChanges.Anywhere());
    assertThat(asked.coalescedWith(named).changes().tree()).isEqualTo(new TreeChanges.Anywhere());
    assertThat(asked.coalescedWith(named).changes().git()).isEqualTo(MAIN);
    assertThat(asked.coalescedWith(asked(RebuildMode.FULL, NOW)).changes().tree())
        .isEqualTo(new TreeChanges.Unknown());
  }

  @Test
  void looksAnywhereRatherThanNameEndlesslyManyPaths() {
    String[] many =
        IntStream.range(0, ChangeSet.MAX_PATHS).mapToObj(i -> "p" + i).toArray(String[]::new);

    assertThat(
            seen(MAIN, GitChange.NOISE, many)
                .coalescedWith(seen(MAIN, GitChange.NOISE, "q"))
                .changes()
                .tree())
        .isEqualTo(new TreeChanges.Anywhere());
  }

  private static RebuildRequest asked(RebuildMode mode, Instant now) {
    return RebuildRequest.of(mode, SeenChanges.UNKNOWN, now);
  }

  private static RebuildRequest seen(GitState git, GitChange change, String... paths) {
    return RebuildRequest.of(RebuildMode.AUTO, new SeenChanges(at(paths), change, git), NOW);
  }

  private static TreeChanges at(String... paths) {
    return new TreeChanges.At(Stream.of(paths).map(SourcePath::new).toList());
  }
}
