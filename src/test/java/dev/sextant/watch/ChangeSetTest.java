package dev.sextant.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.source.SourcePath;
import dev.sextant.watch.ChangeSet.Scope;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeSetTest {
  private static final GitState MAIN = new GitState("refs/heads/main", "a".repeat(40), "");
  private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATE = EARLY.plusSeconds(5);

  @Test
  void joinsPathsAndKeepsTheWorstAndTheLatest() {
    ChangeSet first =
        new ChangeSet(
            3,
            Scope.PATHS,
            paths("b", "c"),
            paths("x"),
            paths(),
            MAIN,
            GitChange.TREE_DIVERGED,
            EARLY);
    ChangeSet second =
        new ChangeSet(
            4,
            Scope.PATHS,
            paths("a", "c"),
            paths(),
            paths("pom.xml"),
            GitState.NONE,
            GitChange.NOISE,
            LATE);

    assertThat(first.then(second))
        .isEqualTo(
            new ChangeSet(
                4,
                Scope.PATHS,
                paths("a", "b", "c"),
                paths("x"),
                paths("pom.xml"),
                MAIN,
                GitChange.TREE_DIVERGED,
                EARLY));
  }

  @Test
  void everythingSwallowsPaths() {
    ChangeSet all =
        new ChangeSet(1, Scope.EVERYTHING, paths(), paths(), paths(), MAIN, GitChange.NOISE, LATE);
    ChangeSet one =
        new ChangeSet(2, Scope.PATHS, paths("a"), paths(), paths(), MAIN, GitChange.NOISE, EARLY);

    assertThat(all.then(one).scope()).isEqualTo(Scope.EVERYTHING);
    assertThat(all.then(one).files()).isEmpty();
    assertThat(all.then(one).firstSeen()).isEqualTo(EARLY);
  }

  @Test
  void tooManyPathsAreEverything() {
    ChangeSet half = many(0);
    assertThat(half.then(half).scope()).isEqualTo(Scope.PATHS);

    ChangeSet more = half.then(many(6_000));
    assertThat(more.scope()).isEqualTo(Scope.EVERYTHING);
    assertThat(more.files()).isEmpty();
  }

  @Test
  void aBurstNamesNothingBelowAFolderThatChangedAsAWhole() {
    Burst burst = new Burst(10);
    assertThat(burst.begin(EARLY)).isTrue();
    assertThat(burst.begin(LATE)).isFalse();
    burst.file("a/b/C.java");
    burst.file("ab/C.java");
    burst.folder("a");
    burst.folder("a/b");

    ChangeSet set = burst.set(1, MAIN, GitChange.NOISE, LATE);
    assertThat(set.files()).isEqualTo(paths("ab/C.java"));
    assertThat(set.folders()).isEqualTo(paths("a"));
    assertThat(set.firstSeen()).isEqualTo(EARLY);
  }

  @Test
  void aBurstRemembersHowManyWereSeenWhenItStopsNamingThem() {
    Burst burst = new Burst(10);
    IntStream.range(0, 11).forEach(i -> burst.file("A" + i + ".java"));

    assertThat(burst.pending().everything()).isTrue();
    assertThat(burst.pending().count()).isEqualTo(11);
    assertThat(burst.pending().names()).isEmpty();
  }

  private static ChangeSet many(int from) {
    List<SourcePath> files =
        IntStream.range(from, from + 6_000)
            .mapToObj(i -> new SourcePath(String.format(java.util.Locale.ROOT, "f%05d", i)))
            .toList();
    return new ChangeSet(1, Scope.PATHS, files, paths(), paths(), MAIN, GitChange.NOISE, EARLY);
  }

  private static List<SourcePath> paths(String... values) {
    return java.util.Arrays.stream(values).map(SourcePath::new).toList();
  }
}
