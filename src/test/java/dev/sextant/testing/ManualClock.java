package dev.sextant.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A clock that stands still until the test moves it; both wall clock and monotonic clock. */
public final class ManualClock implements InstantSource, LongSupplier {
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong shift = new AtomicLong();

  @Override
  public Instant instant() {
    return Instant.parse("2026-01-01T00:00:00Z").plusNanos(nanos.get() + shift.get());
  }

  @Override
  public long getAsLong() {
    return nanos.get();
  }

  /** Moves the wall clock alone, on or back, as somebody who sets it does. */
  public void shift(Duration by) {
    shift.addAndGet(by.toNanos());
  }

  /** Moves both clocks on. */
  public void advance(Duration by) {
    nanos.addAndGet(by.toNanos());
  }
}
