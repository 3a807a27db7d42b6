package dev.sextant.watch;

/**
 * When a burst of changes is handed on: after some quiet, and at the latest some time after its
 * first change, so that changes without end are handed on too.
 *
 * <pre>
 *   idle --event--> pending --event, postponed--> pending --taken--> idle
 * </pre>
 *
 * <p>All times are readings of one monotonic clock in nanoseconds.
 *
 * <p><b>Threads:</b> confined to the lock of its {@link Watch}.
 */
final class Settling {
  /** What {@link #dueNanos} is when nothing is pending: longer than anybody waits. */
  static final long NEVER = Long.MAX_VALUE;

  private final long quietNanos;
  private final long longestNanos;
  private boolean pending;
  private long first;
  private long last;

  Settling(long quietNanos, long longestNanos) {
    this.quietNanos = quietNanos;
    this.longestNanos = longestNanos;
  }

  /** Something changed. */
  void event(long now) {
    if (!pending) {
      pending = true;
      first = now;
    }
    last = now;
  }

  /** The burst was due, but something shows that it goes on. */
  void postpone(long now) {
    last = now;
  }

  boolean isPending() {
    return pending;
  }

  /** How long after {@code now} the burst is due, 0 when it is; {@link #NEVER} without one. */
  long dueNanos(long now) {
    if (!pending) {
      return NEVER;
    }
    return Math.max(0, Math.min(last - now + quietNanos, first - now + longestNanos));
  }

  /** Whether the burst has lasted as long as it may. */
  boolean isOverdue(long now) {
    return pending && now - first >= longestNanos;
  }

  /** The burst was handed on. */
  void taken() {
    pending = false;
  }
}
