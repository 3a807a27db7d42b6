package dev.sextant.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.workspace.RebuildMode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RebuildRequestTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void mergesTwoRequestsToTheStricterModeWhicheverCameFirst() {
    List<RebuildMode> asked = List.of(RebuildMode.AUTO, RebuildMode.FULL);
    for (RebuildMode one : asked) {
      for (RebuildMode other : asked) {
        boolean isFull = one == RebuildMode.FULL || other == RebuildMode.FULL;
        RebuildMode merged = RebuildRequest.of(one, NOW).coalescedWith(other, NOW).mode();
        assertThat(merged == RebuildMode.FULL).as(one + " and " + other).isEqualTo(isFull);
        assertThat(RebuildRequest.of(other, NOW).coalescedWith(one, NOW).mode()).isEqualTo(merged);
      }
    }
  }

  @Test
  void countsFromTheLatestAlsoWhenTheClockGoesBack() {
    RebuildRequest first = RebuildRequest.of(RebuildMode.AUTO, NOW);

    assertThat(first.coalescedWith(RebuildMode.AUTO, NOW.plusSeconds(5)).enqueuedAt())
        .isEqualTo(NOW.plusSeconds(5));
    assertThat(first.coalescedWith(RebuildMode.AUTO, NOW.minusSeconds(5)).enqueuedAt())
        .isEqualTo(NOW);
  }

  @Test
  void answersAllTogetherAndTakesNoOlderGraphForABuild() {
    RebuildRequest restoring = RebuildRequest.restoring(NOW);
    RebuildRequest merged = restoring.coalescedWith(RebuildMode.AUTO, NOW);

    assertThat(merged.outcome()).isSameAs(restoring.outcome());
    assertThat(merged.restores()).isFalse();
  }
}
