package dev.sextant.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LineTableTest {
  @Test
  void copiesTheLineStartsItIsGiven() {
    int[] starts = {0, 4, 9};
    LineTable lines = LineTable.of(starts, 12);
    starts[1] = 7;

    assertThat(lines.lineStart(1)).isEqualTo(4);
    assertThat(lines.lineEnd(1)).isEqualTo(8);
    assertThat(lines.lineEnd(2)).isEqualTo(12);
    assertThat(lines.utf16Length()).isEqualTo(12);
  }

  @Test
  void storedFormKeepsWhereLinesEndWithTwoUnits() {
    LineTable lines = SourceText.of("a\r\nb\nc").lines();

    LineTable reopened = LineTable.ofPacked(lines.packed());

    assertThat(reopened).isEqualTo(lines).hasSameHashCodeAs(lines);
    assertThat(reopened.lineEnd(0)).isEqualTo(1);
  }

  @Test
  void storedFormIsACopy() {
    LineTable lines = SourceText.of("a\nb").lines();
    lines.packed()[1] = 0;

    assertThat(lines.lineStart(1)).isEqualTo(2);
  }

  @Test
  void knowsItsSize() {
    long one = SourceText.of("a").lines().sizeBytes();
    long two = SourceText.of("a\n").lines().sizeBytes();

    assertThat(two - one).isEqualTo(Integer.BYTES);
  }

  @Test
  void refusesTablesThatNoTextHas() {
    refuses(new int[] {}, 0);
    refuses(new int[] {1}, 3);
    refuses(new int[] {0, 0}, 3);
    refuses(new int[] {0, 4, 3}, 9);
    refuses(new int[] {0, 4}, 3);
    refuses(new int[] {0, -1}, 3);
    assertThatThrownBy(() -> LineTable.ofPacked(new int[] {1, 6}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LineTable.ofPacked(new int[] {1, 2, 6}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void refuses(int[] starts, int length) {
    assertThatThrownBy(() -> LineTable.of(starts, length))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
