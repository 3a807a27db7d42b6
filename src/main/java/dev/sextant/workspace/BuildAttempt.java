package dev.sextant.workspace;

import static java.util.Objects.requireNonNull;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.index.Pass;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One try to build a workspace: its cancellation, its progress, and the single decision whether it
 * publishes or was cancelled.
 *
 * <pre>
 *   open --- commit (the publish step) ---&gt; committed
 *     \----- cancel (anyone) -------------&gt; cancelled
 * </pre>
 *
 * <p>The first of the two wins and the other is told so: a caller whose cancellation was accepted
 * knows that nothing will be published.
 *
 * <p><b>Threads:</b> thread-safe.
 */
public final class BuildAttempt {
  private enum Fate {
    OPEN,
    COMMITTED,
    CANCELLED
  }

  private record Decision(Fate fate, Optional<Instant> at) {}

  private final Cancellation cancellation = new Cancellation();
  private final AtomicReference<Decision> decision =
      new AtomicReference<>(new Decision(Fate.OPEN, Optional.empty()));
  private final AtomicReference<RunningRebuild> progress;

  /** An attempt that starts now. */
  public BuildAttempt(RebuildMode mode, Instant startedAt) {
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
  public boolean cancel(String cause, Instant now) {
    boolean accepted = decide(new Decision(Fate.CANCELLED, Optional.of(now)));
    if (accepted) {
      cancellation.cancel(cause);
    }
    return accepted || isCancelled();
  }

  /** Whether the build was asked to stop. */
  public boolean isCancelled() {
    return decision().fate() == Fate.CANCELLED;
  }

  /** When the build was asked to stop; empty when it was not. */
  public Optional<Instant> cancelledAt() {
    return decision().at();
  }

  /** Settles that the build publishes; false when it was cancelled. */
  boolean commit() {
    return decide(new Decision(Fate.COMMITTED, Optional.empty()));
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

  private boolean decide(Decision made) {
    Decision seen = decision();
    return seen.fate() == Fate.OPEN && decision.compareAndSet(seen, made);
  }
}
