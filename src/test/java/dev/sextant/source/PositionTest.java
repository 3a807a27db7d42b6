package dev.sextant.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PositionTest {
  @Test
  void ordersByLineThenByCharacter() {
    assertThat(new Position(1, 0)).isGreaterThan(new Position(0, 9));
    assertThat(new Position(1, 2)).isLessThan(new Position(1, 3));
    assertThat(new Position(1, 2)).isEqualByComparingTo(new Position(1, 2));
  }

  @Test
  void refusesNegativeNumbers() {
    assertThatThrownBy(() -> new Position(-1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1:0");
    assertThatThrownBy(() -> new Position(0, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rangeHoldsItsStartButNotItsEnd() {
    var range = new Range(new Position(0, 1), new Position(1, 0));

    assertThat(range.contains(new Position(0, 0))).isFalse();
    assertThat(range.contains(new Position(0, 1))).isTrue();
    assertThat(range.contains(new Position(0, 99))).isTrue();
    assertThat(range.contains(new Position(1, 0))).isFalse();
  }

  @Test
  void emptyRangeHoldsItsOnlyPosition() {
    var place = new Position(3, 3);

    assertThat(new Range(place, place).contains(place)).isTrue();
  }

  @Test
  void refusesRangeThatEndsBeforeItStarts() {
    assertThatThrownBy(() -> new Range(new Position(2, 0), new Position(1, 5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("range 2:0-1:5 ends before it starts");
  }
}
