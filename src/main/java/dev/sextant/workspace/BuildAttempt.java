package dev.sextant.workspace;

import static java.util.Objects.requireNonNull;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.index.Pass;
import dev.sextant.source.TreeChanges;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * One try to build a workspace: its cancellation, its progress, and the single decision whether it
 * publishes or was cancelled.
 *
 * <pre>
 *   open --- commit (the publish step) ---&gt; committed
 *     \----- cancel (anyone) -------------&gt; cancelled
 *      \---- supersede (the lane) --------&gt; cancelled, and begun anew with what it was for
 * </pre>
 *
 * <p>The first of them wins and the other is told so: a caller whose cancellation was accepted
 * knows that nothing will be published.
 *
 * <p><b>Threads:</b> thread-safe.
 */
public final class BuildAttempt {
  private enum Fate {
    OPEN,
    COMMITTED,
    CANCELLED,
    SUPERSEDED
  }

  private record Decision(Fate fate, long atNanos) {}

  private final LongSupplier nanoClock;
  private final Cancellation cancellation = new Cancellation();
  private final AtomicReference<Decision> decision =
      new AtomicReference<>(new Decision(Fate.OPEN, 0));
  private final AtomicReference<RunningRebuild> progress;
  private final TreeChanges changes;

  /** An attempt that starts now and looks at the whole tree. */
  public BuildAttempt(RebuildMode mode, Instant startedAt, LongSupplier nanoClock) {
    this(mode, new TreeChanges.Unknown(), startedAt, nanoClock);
  }

  /**
   * An attempt that starts now.
   *
   * @param changes where it looks for changes
   * @param nanoClock measures how long it has been cancelled
   */
  public BuildAttempt(
      RebuildMode mode, TreeChanges changes, Instant startedAt, LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.changes = changes;
    progress = new AtomicReference<>(new RunningRebuild(mode, Pass.WALK, 0, 0, startedAt));
  }

  /** What the build polls. */
  public Cancellation cancellation() {
    return cancellation;
  }

  /**
   * Asks the build to stop; false when it has already committed to publish.
   *
   * @param cause a short phrase
   */
  public boolean cancel(String cause) {
    return stop(Fate.CANCELLED, cause) || isCancelled();
  }

  /**
   * Asks the build to stop, because another one will do what it was for; false when it has already
   * committed to publish or was asked to stop.
   */
  public boolean supersede() {
    return stop(Fate.SUPERSEDED, "superseded by later changes");
  }

  /** Whether it was given up for another one. */
  public boolean isSuperseded() {
    return decision().fate() == Fate.SUPERSEDED;
  }

  private boolean stop(Fate fate, String cause) {
    boolean accepted = decide(fate);
    if (accepted) {
      cancellation.cancel(cause);
    }
    return accepted;
  }

  /** Where it looks for changes. */
  public TreeChanges changes() {
    return changes;
  }

  /** Whether the build was asked to stop. */
  public boolean isCancelled() {
    Fate fate = decision().fate();
    return fate == Fate.CANCELLED || fate == Fate.SUPERSEDED;
  }

  /** How long ago the build was asked to stop; empty when it was not. */
  public Optional<Duration> cancelledFor() {
    return isCancelled()
        ? Optional.of(Duration.ofNanos(nanoClock.getAsLong() - decision().atNanos()))
        : Optional.empty();
  }

  /** Settles that the build publishes; false when it was cancelled. */
  boolean commit() {
    return decide(Fate.COMMITTED);
  }

  /** Records progress and returns the furthest seen; late reports change nothing. */
  public RunningRebuild advanced(Pass pass, long done, long total) {
    RunningRebuild now = progress();
    RunningRebuild reported = new RunningRebuild(now.mode(), pass, done, total, now.startedAt());
    return requireNonNull(progress.accumulateAndGet(reported, RunningRebuild::furthest));
  }

  /** How far the build has come. */
  public RunningRebuild progress() {
    return requireNonNull(progress.get());
  }

  private Decision decision() {
    return requireNonNull(decision.get());
  }

  private boolean decide(Fate fate) {
    Decision seen = decision();
    return seen.fate() == Fate.OPEN
        && decision.compareAndSet(seen, new Decision(fate, nanoClock.getAsLong()));
  }
}
