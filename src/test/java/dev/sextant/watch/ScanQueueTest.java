package dev.sextant.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScanQueueTest {
  private final ScanQueue queue = new ScanQueue();

  @Test
  void takesEachPartOnceAndNoneInsideAnother() {
    queue.ask("a/b");
    queue.ask("a");
    queue.ask("ab");
    queue.ask("a");

    assertThat(queue.take()).containsExactly("a", "ab");
    assertThat(queue.isWaiting()).isFalse();
    assertThat(queue.isBusy()).isTrue();
    queue.finished();
    assertThat(queue.isBusy()).isFalse();
  }

  @Test
  void isPastAMarkWhenWhatWasAskedBeforeIsListed() {
    queue.ask("a");
    assertThat(queue.take()).containsExactly("a");
    queue.ask("b");
    long mark = queue.mark();

    queue.finished();
    assertThat(queue.isPast(mark)).isFalse();
    assertThat(queue.take()).containsExactly("b");
    queue.finished();
    assertThat(queue.isPast(mark)).isTrue();
  }

  @Test
  void manyPartsBecomeTheWhole() {
    for (int i = 0; i < 100_000; i++) {
      queue.ask("p" + i);
    }

    assertThat(queue.take()).containsExactly("");
  }
}
