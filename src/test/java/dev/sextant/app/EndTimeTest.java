package dev.sextant.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testing.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndTimeTest {
  private final ManualClock clock = new ManualClock();
  private final EndTime end = new EndTime(clock);

  @Test
  void givesAllStepsTogetherLessThanFiveSeconds() {
    clock.advance(Duration.ofMinutes(1));
    assertThat(end.left(Duration.ZERO)).isLessThan(Duration.ofSeconds(5));
    assertThat(end.begin()).isTrue();
    clock.advance(Duration.ofSeconds(2));
    assertThat(end.begin()).isFalse();

    assertThat(end.left(Duration.ZERO)).isEqualTo(EndTime.WHOLE.minusSeconds(2));
    assertThat(end.left(Duration.ofSeconds(1))).isEqualTo(EndTime.WHOLE.minusSeconds(3));
    clock.advance(Duration.ofSeconds(2));
    assertThat(end.left(Duration.ofSeconds(1))).isZero();
    clock.advance(Duration.ofSeconds(2));
    assertThat(end.left(Duration.ZERO)).isZero();
  }
}
