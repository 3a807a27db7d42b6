package dev.sextant.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
  private final MemoryBudget budget = new MemoryBudget(1_000);

  @Test
  void promisesNoMoreThanItHas() {
    assertThat(budget.reserve(600)).isPresent();
    assertThat(budget.reserve(401)).isEmpty();
    assertThat(budget.figures().shortfall(401)).isEqualTo(1);
    assertThat(budget.reserve(400)).isPresent();
    assertThat(budget.figures().committedBytes()).isEqualTo(1_000);
  }

  @Test
  void takesBackWhatWasNotUsed() {
    Reservation reservation = budget.reserve(600).orElseThrow();
    reservation.close();
    reservation.close();

    assertThat(budget.figures().reservedBytes()).isZero();
    assertThatThrownBy(reservation::load).isInstanceOf(IllegalStateException.class);
    assertThat(budget.figures().committedBytes()).isZero();
  }

  @Test
  void turnsAPromiseIntoLoadedBytesOnce() {
    Reservation reservation = budget.reserve(600).orElseThrow();
    reservation.load();
    reservation.load();
    reservation.close();

    assertThat(budget.figures()).isEqualTo(new MemoryBudget.Figures(1_000, 600, 0, 0, 600));
  }

  @Test
  void resizesAPromiseWithinTheLimit() {
    Reservation reservation = budget.reserve(600).orElseThrow();
    assertThat(reservation.resize(1_001, 0)).isFalse();
    assertThat(reservation.bytes()).isEqualTo(600);
    assertThat(reservation.resize(1_001, 1)).isTrue();
    assertThat(reservation.resize(200, 0)).isTrue();

    assertThat(budget.figures().reservedBytes()).isEqualTo(200);
  }

  @Test
  void countsASupersededGraphUntilItIsFreed() {
    budget.reserve(600).orElseThrow().load();
    budget.dropState(100);
    budget.supersede(500);
    assertThat(budget.figures()).isEqualTo(new MemoryBudget.Figures(1_000, 0, 0, 500, 600));
    assertThat(budget.reserve(501)).isEmpty();

    budget.free(500);
    assertThat(budget.figures()).isEqualTo(new MemoryBudget.Figures(1_000, 0, 0, 0, 600));
  }

  @Test
  void refusesImpossibleSizes() {
    assertThatThrownBy(() -> new MemoryBudget(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> budget.reserve(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(budget.reserve(Long.MAX_VALUE)).isEmpty();
  }
}
