package dev.sextant.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettlingTest {
  private final Settling settling = new Settling(50, 1_000);

  @Test
  void isNeverDueWithoutAnEvent() {
    assertThat(settling.isPending()).isFalse();
    assertThat(settling.dueNanos(7)).isEqualTo(Settling.NEVER);
  }

  @Test
  void isDueWhenItHasBeenQuiet() {
    settling.event(100);
    assertThat(settling.dueNanos(100)).isEqualTo(50);

    settling.event(140);
    assertThat(settling.dueNanos(150)).isEqualTo(40);
    assertThat(settling.dueNanos(190)).isZero();
    assertThat(settling.dueNanos(500)).isZero();
  }

  @Test
  void isDueAfterTheLongestWaitHoweverMuchHappens() {
    for (long now = 0; now < 1_000; now += 10) {
      settling.event(now);
      assertThat(settling.dueNanos(now)).isPositive();
    }
    settling.event(1_000);

    assertThat(settling.dueNanos(1_000)).isZero();
    assertThat(settling.isOverdue(1_000)).isTrue();
  }

  @Test
  void canBePostponedButNotBeyondTheLongestWait() {
    settling.event(0);
    settling.postpone(60);
    assertThat(settling.dueNanos(60)).isEqualTo(50);

    settling.postpone(990);
    assertThat(settling.dueNanos(990)).isEqualTo(10);
  }

  @Test
  void beginsAnewWhenItWasTaken() {
    settling.event(0);
    settling.taken();
    assertThat(settling.dueNanos(5_000)).isEqualTo(Settling.NEVER);

    settling.event(5_000);
    assertThat(settling.dueNanos(5_000)).isEqualTo(50);
    assertThat(settling.isOverdue(5_999)).isFalse();
  }

  @Test
  void copesWithAClockThatPassesTheLargestNumber() {
    settling.event(Long.MAX_VALUE - 10);

    assertThat(settling.dueNanos(Long.MIN_VALUE + 9)).isEqualTo(30);
  }
}
