package dev.sextant.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.source.SourcePath;
import dev.sextant.source.TreeChanges;
import dev.sextant.watch.ChangeSet;
import dev.sextant.watch.GitChange;
import dev.sextant.watch.GitState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which builds are taken to have which changes. */
class UnbuiltChangesTest {
  private static final TreeChanges WHOLE_TREE = new TreeChanges.Unknown();

  private final UnbuiltChanges unbuilt = new UnbuiltChanges();

  @Test
  void aBuildThatListsTheTreeHasWhatWasHandedOnBeforeItBegan() {
    unbuilt.add(set(1, "A.java"));
    unbuilt.buildBegins(WHOLE_TREE);
    unbuilt.add(set(2, "B.java"));
    unbuilt.published();

    assertThat(pending()).containsExactly("B.java");
  }

  @Test
  void aBuildThatLooksAtNamedPathsHasWhatItWasAskedForAndNothingElse() {
    unbuilt.add(set(1, "A.java"));
    unbuilt.add(set(2, "B.java"));
    unbuilt.buildBegins(at("A.java"));
    unbuilt.published();
    assertThat(pending()).containsExactly("A.java", "B.java");

    unbuilt.covered(1);
    assertThat(pending()).containsExactly("B.java");
  }

  @Test
  void namesPathsOnlyOnceTheGraphHasEverythingFromBeforeTheWatch() {
    unbuilt.add(set(1, "A.java"));
    assertThat(unbuilt.seen().tree()).isEqualTo(new TreeChanges.Anywhere());

    unbuilt.armed();
    unbuilt.buildBegins(at("A.java"));
    unbuilt.published();
    assertThat(unbuilt.isVerified()).isFalse();

    unbuilt.buildBegins(WHOLE_TREE);
    unbuilt.published();
    assertThat(unbuilt.isVerified()).isTrue();
    unbuilt.add(set(2, "B.java"));
    assertThat(unbuilt.seen().tree()).isEqualTo(at("B.java"));
  }

  @Test
  void namesAgainWhatAFailedBuildLeft() {
    unbuilt.armed();
    unbuilt.verified();
    unbuilt.add(set(1, "A.java"));
    unbuilt.buildBegins(at("A.java"));
    unbuilt.add(set(2, "B.java"));

    assertThat(unbuilt.seen().tree()).isEqualTo(at("A.java", "B.java"));
  }

  @Test
  void aBuildThatBeganBeforeTheWatchWasArmedVerifiesNothing() {
    unbuilt.buildBegins(WHOLE_TREE);
    unbuilt.armed();
    unbuilt.published();

    assertThat(unbuilt.isVerified()).isFalse();
  }

  private List<String> pending() {
    return unbuilt.with(Optional.empty()).first();
  }

  private static ChangeSet set(long clock, String path) {
    return new ChangeSet(
        clock,
        ChangeSet.Scope.PATHS,
        List.of(new SourcePath(path)),
        List.of(),
        List.of(),
        GitState.NONE,
        GitChange.NOISE,
        Instant.EPOCH);
  }

  private static TreeChanges at(String... paths) {
    return new TreeChanges.At(List.of(paths).stream().map(SourcePath::new).toList());
  }
}
