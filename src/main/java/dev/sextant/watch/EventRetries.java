package dev.sextant.watch;

import java.time.Duration;

/**
 * When a tree without events is tried to be watched by them.
 *
 * <p><b>Threads:</b> confined to the scanning thread.
 */
final class EventRetries {
  private static final int MAX_DOUBLINGS = 6;

  private final long pauseNanos;
  private boolean wanted = true;
  private int failures;
  private long next;

  /** A first try at {@code now}. */
  EventRetries(Duration pause, long now) {
    this.pauseNanos = pause.toNanos();
    this.next = now;
  }

  boolean isDue(long now) {
    return wanted && next - now <= 0;
  }

  /** How long after {@code now} the next try is due. */
  long dueNanos(long now) {
    return wanted ? Math.max(0, next - now) : Settling.NEVER;
  }

  /** The next try is due at {@code time}. */
  void at(long time) {
    wanted = true;
    next = time;
  }

  /** A try failed at {@code now}; the wait for the next is longer after each. */
  void failed(long now) {
    next = now + (pauseNanos << Math.min(failures, MAX_DOUBLINGS));
    failures++;
  }

  /** No try is of use. */
  void giveUp() {
    wanted = false;
  }
}
