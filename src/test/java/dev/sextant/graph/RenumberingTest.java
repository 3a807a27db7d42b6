package dev.sextant.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenumberingTest {
  private static final long SEED = Long.getLong("property.seed", 1);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4, 5, 30})
  void movesNumbersByTheDistanceOfTheStartBeforeThem(int starts) {
    var random = new Random(SEED);
    var numbers = new Renumbering(200);
    var expected = new int[200];
    int next = random.nextInt(5);
    for (int i = 0; i < 200; i++) {
      expected[i] = i;
    }
    for (int i = 0; i < starts; i++) {
      int distance = random.nextInt(9) - 4;
      numbers.from(next, distance);
      for (int number = next; number < 200; number++) {
        expected[number] = number + distance;
      }
      next += random.nextInt(7);
    }

    var from = new int[202];
    for (int i = 0; i < 200; i++) {
      assertThat(numbers.of(i)).as("%d with seed %d", i, SEED).isEqualTo(expected[i]);
      from[i + 1] = i;
    }
    from[0] = -1;
    from[201] = -1;
    var to = new int[203];
    numbers.copy(from, 0, to, 1, 202);

    assertThat(to[1]).isEqualTo(-1);
    assertThat(to[202]).isEqualTo(-1);
    for (int i = 0; i < 200; i++) {
      assertThat(to[i + 2]).as("%d with seed %d", i, SEED).isEqualTo(expected[i]);
    }
  }
}
