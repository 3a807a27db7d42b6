package dev.sextant.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.index.BuildSize;
import org.junit.jupiter.api.Test;

class MemoryEstimateTest {
  @Test
  void reckonsAFirstBuildByTheSource() {
    assertThat(MemoryEstimate.of(new BuildSize(1_000, 1_000, 1, 1, false), 0))
        .isEqualTo(750 + 3_000);
  }

  @Test
  void reckonsAWholeBuildByWhatIsServedWhenThatIsMore() {
    assertThat(MemoryEstimate.of(new BuildSize(1_000, 1_000, 1, 1, false), 900))
        .isEqualTo(900 + 3_000);
  }

  @Test
  void reckonsAnIncrementalBuildByWhatIsServedAndWhatChanged() {
    assertThat(MemoryEstimate.of(new BuildSize(1_000_000, 100, 1, 1, true), 900))
        .isEqualTo(900 + 75 + 300);
  }

  @Test
  void saturates() {
    assertThat(MemoryEstimate.of(new BuildSize(Long.MAX_VALUE, Long.MAX_VALUE, 1, 1, false), 1))
        .isEqualTo(Long.MAX_VALUE);
    assertThat(MemoryEstimate.of(new BuildSize(1, 1, 1, 1, true), Long.MAX_VALUE))
        .isEqualTo(Long.MAX_VALUE);
  }
}
