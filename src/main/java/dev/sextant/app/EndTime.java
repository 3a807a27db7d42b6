package dev.sextant.app;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How long the end of the process may still take: all its steps share one time, so that whoever
 * asked for the end need not kill the process.
 *
 * <p><b>Threads:</b> thread-safe.
 */
final class EndTime {
  /** Less than the five seconds that are promised; the rest is for what is not ours. */
  static final Duration WHOLE = Duration.ofMillis(4_500);

  private static final long NOT_BEGUN = Long.MIN_VALUE;

  private final LongSupplier nanoClock;
  private final AtomicLong begunAt = new AtomicLong(NOT_BEGUN);

  /** The end has not begun. */
  EndTime(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /** Lets the time run; false when it does already. */
  boolean begin() {
    return begunAt.compareAndSet(NOT_BEGUN, nanoClock.getAsLong());
  }

  /** What is left, but {@code reserve} for the steps after; zero when that is all. */
  Duration left(Duration reserve) {
    long begun = begunAt.get();
    Duration gone =
        begun == NOT_BEGUN ? Duration.ZERO : Duration.ofNanos(nanoClock.getAsLong() - begun);
    Duration left = WHOLE.minus(gone).minus(reserve);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
