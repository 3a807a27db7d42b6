package dev.sextant.workspace;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.MustBeClosed;
import dev.sextant.index.IndexResult;
import dev.sextant.index.LinkState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * One root that is known to the service, and the graph it serves.
 *
 * <pre>
 *   Unloaded, Failed, Evicted (no graph) -- beginLoad ----&gt; Loading      rebuild pipeline
 *   Loaded, Failed (with a graph) -------- beginRebuild -&gt; Rebuilding   rebuild pipeline
 *   Loading, Rebuilding ------------------ publish ------&gt; Loaded       rebuild pipeline, last step
 *   Loading, Rebuilding ------------------ fail ---------&gt; Failed       rebuild pipeline
 *   Loading, Rebuilding ------------------ abandon ------&gt; where it came from: cancelled
 *   any without a build under way -------- reset --------&gt; Unloaded     a client; the graph goes
 *   any with a graph --------------------- evict --------&gt; Evicted      admission; the graph goes
 *   any ---------------------------------- retire -------&gt; Unloaded     unload; the end
 * </pre>
 *
 * <p>An arrow is one compare-and-set of one immutable {@link Standing}, so state, graph, errors and
 * times are always seen together. The three arrows that end a build name the attempt they end: one
 * that was evicted or retired in the meantime is refused.
 *
 * <p><b>Threads:</b> thread-safe. No method blocks; listeners are told after the change, on the
 * thread that made it.
 */
public final class LoadedWorkspace {
  private final WorkspaceKey key;
  private final WorkspaceEvents events;
  private final MemoryBudget budget;
  private final AtomicReference<Standing> standing;
  private final AtomicBoolean pinned = new AtomicBoolean();
  private final AtomicReference<Optional<LinkState>> linkState =
      new AtomicReference<>(Optional.empty());
  // Written by every query; the order of two at the same time does not matter.
  private volatile Instant lastAccessedAt;

  /**
   * A workspace with nothing in it.
   *
   * @param generationBefore the last generation that this root had in an earlier life; 0 for none
   */
  LoadedWorkspace(
      WorkspaceKey key,
      WorkspaceEvents events,
      MemoryBudget budget,
      long generationBefore,
      Instant now) {
    this.key = key;
    this.events = events;
    this.budget = budget;
    this.standing =
        new AtomicReference<>(Standing.initial(PublishedGraph.empty(budget), generationBefore));
    this.lastAccessedAt = now;
  }

  /** What makes it this workspace. */
  public WorkspaceKey key() {
    return key;
  }

  /** The name by which clients call it: its canonical root. */
  public String id() {
    return key.workspaceId();
  }

  /** Where it is in its life. */
  public WorkspaceState state() {
    return standing().state();
  }

  /** The graph it serves, without a lease: for its figures, not for reading the graph. */
  public PublishedGraph published() {
    return standing().published();
  }

  /** The generation of the graph it serves; 0 when it serves none. */
  public long generation() {
    return published().generation();
  }

  /** Bytes of the graph it serves, and of what is kept to go on from it. */
  public long memoryBytes() {
    return published().sizeBytes();
  }

  /** The most that {@link #memoryBytes} was since it was loaded; never falls while loaded. */
  public long memoryHighWaterBytes() {
    return standing().memoryHighWaterBytes();
  }

  /** When a build last succeeded; empty when none has. */
  public Optional<Instant> lastGoodAt() {
    return standing().lastGoodAt();
  }

  /** Why the last build failed; empty when it succeeded. */
  public Optional<String> lastError() {
    return standing().lastError();
  }

  /** Failed builds since the last success. */
  public int retryCount() {
    return standing().retryCount();
  }

  /** When a failed build will be tried again without being asked for; empty when it will not. */
  public Optional<Instant> nextRetryAt() {
    return Optional.empty();
  }

  /** How far the build under way has come; empty when none is. */
  public Optional<RunningRebuild> runningRebuild() {
    return attempt().map(BuildAttempt::progress);
  }

  /** The build under way; empty when none is. */
  public Optional<BuildAttempt> attempt() {
    return Optional.ofNullable(standing().attempt());
  }

  /** Whether it may answer at {@code now}; a {@code cap} of zero never expires. */
  public ServeVerdict serveVerdict(Instant now, Duration cap) {
    return standing().verdict(now, cap);
  }

  /** Whether it is exempt from eviction. */
  public boolean isPinned() {
    return pinned.get();
  }

  /** Exempts it from eviction; false when it already was. */
  public boolean pin() {
    return pinned.compareAndSet(false, true);
  }

  /** Makes it evictable again; false when it already was. */
  public boolean unpin() {
    return pinned.compareAndSet(true, false);
  }

  /** When it was last asked something. */
  public Instant lastAccessedAt() {
    return lastAccessedAt;
  }

  /** Records that it was asked something. */
  public void touch(Instant now) {
    lastAccessedAt = now;
  }

  /** Takes a lease on the graph it serves now. */
  @MustBeClosed
  public GraphLease lease() {
    PublishedGraph current = published();
    while (!current.retain()) {
      // It was superseded and its last lease closed since it was read; its successor is in place.
      current = published();
    }
    return new GraphLease(current, budget);
  }

  /** Starts a build of a workspace without a graph; false when that cannot start here. */
  public boolean beginLoad(BuildAttempt attempt) {
    return moved(before -> before.beginLoad(attempt)).isPresent();
  }

  /** Starts a build of a workspace with a graph; false when that cannot start here. */
  public boolean beginRebuild(BuildAttempt attempt) {
    return moved(before -> before.beginRebuild(attempt)).isPresent();
  }

  /**
   * Makes the result of {@code attempt} the graph that is served, in one step; empty when the
   * attempt was cancelled, and then nothing has changed.
   *
   * @param reservation as many bytes as the result has; used up when the result is published
   */
  public Optional<PublishedGraph> publish(
      BuildAttempt attempt, IndexResult result, Reservation reservation, Instant now) {
    if (reservation.bytes() != result.sizeBytes()) {
      throw new IllegalArgumentException(
          "publishing "
              + result.sizeBytes()
              + " bytes with a reservation of "
              + reservation.bytes()
              + ": resize it first");
    }
    if (!attempt.commit()) {
      return Optional.empty();
    }
    Optional<PublishedGraph> published =
        moved(
                before ->
                    before.publish(
                        attempt,
                        PublishedGraph.of(
                            before.generation() + 1, result, now, budget, reservation),
                        now))
            .map(Standing::published);
    if (published.isPresent()) {
      linkState.set(result.state());
    }
    published.ifPresent(
        graph -> events.publish(new WorkspaceEvent.GenerationPublished(id(), graph.generation())));
    return published;
  }

  /** What the build of the graph it serves left for the next to go on from. */
  public Optional<LinkState> linkState() {
    return requireNonNull(linkState.get());
  }

  /** Ends {@code attempt} with an error; false when it was no longer under way. */
  public boolean fail(BuildAttempt attempt, String error) {
    return moved(before -> before.fail(attempt, error)).isPresent();
  }

  /** Ends {@code attempt} as if it had never begun; false when it was no longer under way. */
  public boolean abandon(BuildAttempt attempt) {
    return moved(before -> before.abandon(attempt)).isPresent();
  }

  /** Drops the graph; error, pin and high-water mark stay. False while a build is under way. */
  public boolean reset() {
    PublishedGraph empty = PublishedGraph.empty(budget);
    return dropped(moved(before -> before.reset(empty)).isPresent());
  }

  /** Drops the graph to make room, cancelling a build under way; false when there was no graph. */
  public boolean evict(Instant now) {
    attempt().ifPresent(attempt -> attempt.cancel("workspace evicted", now));
    PublishedGraph empty = PublishedGraph.empty(budget);
    return dropped(moved(before -> before.evict(empty)).isPresent());
  }

  /** Ends its life: no build can start or publish any more. False when that has happened. */
  boolean retire(Instant now) {
    attempt().ifPresent(attempt -> attempt.cancel("workspace unloaded", now));
    PublishedGraph empty = PublishedGraph.empty(budget);
    return dropped(moved(before -> before.retire(empty)).isPresent());
  }

  private boolean dropped(boolean done) {
    if (done) {
      linkState.set(Optional.empty());
    }
    return done;
  }

  /** The last generation given out, even when its graph is gone. */
  long lastGeneration() {
    return standing().generation();
  }

  private Standing standing() {
    return requireNonNull(standing.get());
  }

  private Optional<Standing> moved(Function<Standing, Optional<Standing>> arrow) {
    while (true) {
      Standing before = standing();
      Optional<Standing> after = arrow.apply(before);
      if (after.isEmpty() || standing.compareAndSet(before, after.get())) {
        after.ifPresent(reached -> settle(before, reached));
        return after;
      }
    }
  }

  private void settle(Standing before, Standing after) {
    if (before.published() != after.published()) {
      after.published().becameCurrent();
      before.published().superseded();
    }
    if (before.state() != after.state()) {
      events.publish(
          new WorkspaceEvent.StateChanged(
              id(), before.state(), after.state(), after.published().generation()));
    }
  }
}
