package dev.sextant.workspace;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * What is noted about a workspace beside its state and its graph: whether it is pinned, when it was
 * last asked something, how it is watched, how far it is kept, when it is tried again.
 *
 * <p>Each note changes on its own; whoever reads two of them may see them of different moments.
 *
 * <p><b>Threads:</b> thread-safe. No method blocks; listeners are told after the change, on the
 * thread that made it.
 */
public final class WorkspaceNotes {
  private final String workspace;
  private final WorkspaceEvents events;
  private final LongSupplier nanoClock;
  private final AtomicBoolean pinned = new AtomicBoolean();
  private final AtomicReference<PersistState> persisted = new AtomicReference<>(PersistState.NONE);
  private final AtomicLong served = new AtomicLong();
  private volatile WatchedBy watchedBy = WatchedBy.OFF;
  // Written by every query; the order of two at the same time does not matter.
  private volatile long lastAccessNanos;
  private volatile Optional<Instant> nextRetryAt = Optional.empty();

  /** Nothing is noted of {@code workspace} but that it is there since now. */
  WorkspaceNotes(String workspace, WorkspaceEvents events, LongSupplier nanoClock) {
    this.workspace = workspace;
    this.events = events;
    this.nanoClock = nanoClock;
    this.lastAccessNanos = nanoClock.getAsLong();
  }

  /** Whether the workspace is exempt from eviction. */
  public boolean isPinned() {
    return pinned.get();
  }

  /** Exempts the workspace from eviction; false when it already was. */
  public boolean pin() {
    return pinned(true);
  }

  /** Makes the workspace evictable again; false when it already was. */
  public boolean unpin() {
    return pinned(false);
  }

  private boolean pinned(boolean now) {
    boolean changed = pinned.compareAndSet(!now, now);
    if (changed) {
      events.publish(new WorkspaceEvent.PinChanged(workspace, now));
    }
    return changed;
  }

  /** How long nothing was asked of the workspace. */
  public Duration idle() {
    return Duration.ofNanos(nanoClock.getAsLong() - lastAccessNanos);
  }

  /** Records that the workspace was asked something. */
  public void touch() {
    lastAccessNanos = nanoClock.getAsLong();
  }

  /** How changes of its files are noticed. */
  public WatchedBy watchedBy() {
    return watchedBy;
  }

  /** Records how changes of its files are noticed. */
  public void watchedBy(WatchedBy now) {
    watchedBy = now;
  }

  /** How far the workspace is kept beyond the process. */
  public PersistState persisted() {
    return requireNonNull(persisted.get());
  }

  /** Records how far the workspace is kept beyond the process. */
  public void persisted(PersistState now) {
    persisted.set(now);
  }

  /** When the last build that failed was to be tried again, whatever came of it. */
  Optional<Instant> nextRetryAt() {
    return nextRetryAt;
  }

  /** Records when a failed build is tried again; seen only as long as it counts as failed. */
  public void nextRetryAt(Optional<Instant> at) {
    nextRetryAt = at;
  }

  /** Clients may have seen that generation from now on. */
  void serves(long generation) {
    served.accumulateAndGet(generation, Math::max);
  }

  /** The last generation that clients of this process may have seen; 0 for none. */
  public long lastServed() {
    return served.get();
  }
}
