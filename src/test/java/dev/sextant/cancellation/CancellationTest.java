package dev.sextant.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CancellationTest {
  @Test
  void letsWorkGoOnUntilCancelled() {
    assertThatCode(new Cancellation()::check).doesNotThrowAnyException();
  }

  @Test
  void reportsTheFirstCause() {
    var cancellation = new Cancellation();

    cancellation.cancel("evicted");
    cancellation.cancel("shutting down");

    assertThat(cancellation.isCancelled()).isTrue();
    assertThatThrownBy(cancellation::check)
        .isInstanceOf(CancelledException.class)
        .hasMessage("cancelled: evicted");
  }
}
