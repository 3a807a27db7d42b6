package dev.sextant.workspace;

import com.google.errorprone.annotations.MustBeClosed;
import dev.sextant.index.ChangedFiles;
import dev.sextant.index.IndexResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * One root that is known to the service, and the graph it serves.
 *
 * <pre>
 *   Unloaded, Failed, Evicted (no graph) -- beginLoad ----&gt; Loading      rebuild pipeline
 *   Loaded, Failed (with a graph) -------- beginRebuild -&gt; Rebuilding   rebuild pipeline
 *   Loading, Rebuilding ------------------ publish ------&gt; Loaded       rebuild pipeline, last step
 *   Loading, Rebuilding ------------------ fail ---------&gt; Failed       rebuild pipeline
 *   Loading, Rebuilding ------------------ abandon ------&gt; where it came from: cancelled
 *   Loading ------------------------------ restore ------&gt; Loaded       a snapshot, of before
 *   any without a build under way -------- reset --------&gt; Unloaded     a client; the graph goes
 *   any with a graph --------------------- evict --------&gt; Evicted      admission; the graph goes
 *   any ---------------------------------- retire -------&gt; Unloaded     unload; the end
 * </pre>
 *
 * <p>An arrow is one compare-and-set of one immutable {@link Standing}, so state, graph, errors and
 * times are always seen together. The arrows that end a build name the attempt they end: one that
 * was evicted or retired in the meantime is refused.
 *
 * <p><b>Threads:</b> thread-safe. No method blocks; listeners are told after the change, on the
 * thread that made it.
 */
public final class LoadedWorkspace {
  private final WorkspaceKey key;
  private final WorkspaceEvents events;
  private final MemoryBudget budget;
  private final StandingCell standing;
  private final WorkspaceNotes notes;

  /**
   * A workspace with nothing in it.
   *
   * @param generationBefore the last generation that this root had in an earlier life; 0 for none
   * @param nanoClock measures how long it was not asked anything
   */
  LoadedWorkspace(
      WorkspaceKey key,
      WorkspaceEvents events,
      MemoryBudget budget,
      long generationBefore,
      LongSupplier nanoClock) {
    this.key = key;
    this.events = events;
    this.budget = budget;
    this.standing =
        new StandingCell(
            key.workspaceId(),
            events,
            Standing.initial(PublishedGraph.empty(budget), generationBefore));
    this.notes = new WorkspaceNotes(key.workspaceId(), events, nanoClock);
  }

  /** What makes it this workspace. */
  public WorkspaceKey key() {
    return key;
  }

  /** The name by which clients call it: its canonical root. */
  public String id() {
    return key.workspaceId();
  }

  /** What is noted about it beside its state and its graph. */
  public WorkspaceNotes notes() {
    return notes;
  }

  /** Where it is in its life. */
  public WorkspaceState state() {
    return standing.get().state();
  }

  /** The graph it serves, without a lease: for its figures, not for reading the graph. */
  public PublishedGraph published() {
    return standing.get().published();
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
    return standing.get().memoryHighWaterBytes();
  }

  /** When a build last succeeded; empty when none has. */
  public Optional<Instant> lastGoodAt() {
    return standing.get().lastGoodAt();
  }

  /** Why the last build failed; empty when it succeeded. */
  public Optional<String> lastError() {
    return standing.get().lastError();
  }

  /** Failed builds since the last success. */
  public int retryCount() {
    return standing.get().retryCount();
  }

  /** When a failed build will be tried again without being asked for; empty when it will not. */
  public Optional<Instant> nextRetryAt() {
    return state() == WorkspaceState.FAILED ? notes.nextRetryAt() : Optional.empty();
  }

  /** How far the build under way has come; empty when none is. */
  public Optional<RunningRebuild> runningRebuild() {
    return attempt().map(BuildAttempt::progress);
  }

  /** The build under way; empty when none is. */
  public Optional<BuildAttempt> attempt() {
    return Optional.ofNullable(standing.get().attempt());
  }

  /** Whether it may answer at {@code now}; a {@code cap} of zero never expires. */
  public ServeVerdict serveVerdict(Instant now, Duration cap) {
    return standing.get().verdict(now, cap);
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
    return standing.move(before -> before.beginLoad(attempt)).isPresent();
  }

  /** Starts a build of a workspace with a graph; false when that cannot start here. */
  public boolean beginRebuild(BuildAttempt attempt) {
    return standing.move(before -> before.beginRebuild(attempt)).isPresent();
  }

  /**
   * Makes the result of {@code attempt} the graph that is served, in one step; empty when the
   * attempt was cancelled, and then nothing has changed.
   *
   * @param gitState where the head of the repository stood when the files were listed
   * @param reservation as many bytes as the result has; used up when the result is published
   */
  public Optional<PublishedGraph> publish(
      BuildAttempt attempt,
      IndexResult result,
      String gitState,
      Reservation reservation,
      Instant now) {
    return serve(
        attempt,
        result.changed(),
        before -> {
          long generation = before.generation() + 1;
          notes.serves(generation);
          return before.publish(
              attempt,
              PublishedGraph.of(generation, result, now, budget, reservation),
              Baseline.built(attempt, result, gitState),
              now);
        });
  }

  /**
   * Makes a graph of an earlier process the one that is served, under the generation it had, in
   * place of what {@code attempt} would have built; empty when the attempt was cancelled.
   *
   * @param reservation as many bytes as the result has
   */
  public Optional<PublishedGraph> restore(
      BuildAttempt attempt, StoredGraph stored, Reservation reservation) {
    IndexResult result = stored.result();
    notes.serves(stored.generation());
    PublishedGraph graph =
        PublishedGraph.of(stored.generation(), result, stored.publishedAt(), budget, reservation);
    return serve(
        attempt,
        result.changed(),
        before -> before.restore(attempt, graph, Baseline.restored(result, stored.gitState())));
  }

  private Optional<PublishedGraph> serve(
      BuildAttempt attempt, ChangedFiles changed, Function<Standing, Optional<Standing>> arrow) {
    Optional<PublishedGraph> served =
        attempt.commit() ? standing.move(arrow).map(Standing::published) : Optional.empty();
    served.ifPresent(
        graph ->
            events.publish(
                new WorkspaceEvent.GenerationPublished(id(), graph.generation(), changed)));
    return served;
  }

  /** Lets generations that come be above {@code given}, which was given away before. */
  public void countAbove(long given) {
    standing.move(before -> before.countAbove(given));
  }

  /** What the next build can go on from. */
  public Baseline baseline() {
    return standing.get().baseline();
  }

  /** The files that are known to differ from the graph it serves. */
  public PendingFiles pendingFiles() {
    return standing.get().pending();
  }

  /** Records that these files, and no others, differ from that generation. */
  public void foundPending(long generation, PendingFiles files) {
    standing.move(before -> before.found(generation, files));
  }

  /** Ends {@code attempt} with an error; false when it was no longer under way. */
  public boolean fail(BuildAttempt attempt, String error) {
    return standing.move(before -> before.fail(attempt, error)).isPresent();
  }

  /** Like {@link #fail}, and leaves the next build nothing to go on from. */
  public boolean failWhole(BuildAttempt attempt, String error) {
    return standing
        .move(before -> before.fail(attempt, error).map(Standing::withoutBaseline))
        .isPresent();
  }

  /** Whether it was evicted and is not back yet, though it may be under way. */
  public boolean isAway() {
    Standing now = standing.get();
    return now.state() == WorkspaceState.EVICTED || now.enteredFrom() == WorkspaceState.EVICTED;
  }

  /** Ends {@code attempt} as if it had never begun; false when it was no longer under way. */
  public boolean abandon(BuildAttempt attempt) {
    return standing.move(before -> before.abandon(attempt)).isPresent();
  }

  /** Drops the graph; error, pin and high-water mark stay. False while a build is under way. */
  public boolean reset() {
    PublishedGraph empty = PublishedGraph.empty(budget);
    return standing.move(before -> before.reset(empty)).isPresent();
  }

  /** Drops the graph to make room, cancelling a build under way; false when there was no graph. */
  public boolean evict() {
    attempt().ifPresent(attempt -> attempt.cancel("workspace evicted"));
    PublishedGraph empty = PublishedGraph.empty(budget);
    return standing.move(before -> before.evict(empty)).isPresent();
  }

  /** Ends its life: no build can start or publish any more. False when that has happened. */
  boolean retire() {
    attempt().ifPresent(attempt -> attempt.cancel("workspace unloaded"));
    PublishedGraph empty = PublishedGraph.empty(budget);
    return standing.move(before -> before.retire(empty)).isPresent();
  }

  /** Whether it was unloaded. */
  public boolean isRetired() {
    return standing.get().retired();
  }

  /** The last generation given out, even when its graph is gone. */
  public long lastGeneration() {
    return standing.get().generation();
  }
}
