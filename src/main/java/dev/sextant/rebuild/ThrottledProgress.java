package dev.sextant.rebuild;

import dev.sextant.index.Pass;
import dev.sextant.index.PassProgress;
import dev.sextant.workspace.BuildAttempt;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RunningRebuild;
import dev.sextant.workspace.WorkspaceEvent;
import dev.sextant.workspace.WorkspaceEvents;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Turns the many progress reports of one build into few events: the first and the last of every
 * pass, and between them at most one an interval.
 *
 * <p>The attempt itself always has the latest report.
 *
 * <p><b>Threads:</b> thread-safe; reports come from worker threads, starts and ends of passes from
 * the thread that runs the pass, when no worker of that pass reports.
 */
final class ThrottledProgress implements PassProgress {
  static final Duration INTERVAL = Duration.ofMillis(100);

  private final LoadedWorkspace workspace;
  private final BuildAttempt attempt;
  private final WorkspaceEvents events;
  private final LongSupplier nanoClock;
  private final AtomicLong nextNanos = new AtomicLong();
  // Written by whoever sends; only compared, to leave out a last event that was already sent.
  private volatile RunningRebuild lastSent;

  ThrottledProgress(
      LoadedWorkspace workspace,
      BuildAttempt attempt,
      WorkspaceEvents events,
      LongSupplier nanoClock) {
    this.workspace = workspace;
    this.attempt = attempt;
    this.events = events;
    this.nanoClock = nanoClock;
    this.lastSent = attempt.progress();
  }

  void started(Pass pass) {
    nextNanos.set(nanoClock.getAsLong() + INTERVAL.toNanos());
    send(attempt.advanced(pass, 0, 0));
  }

  @Override
  public void advanced(Pass pass, long done, long total) {
    RunningRebuild furthest = attempt.advanced(pass, done, total);
    long now = nanoClock.getAsLong();
    long due = nextNanos.get();
    if (now - due >= 0 && nextNanos.compareAndSet(due, now + INTERVAL.toNanos())) {
      send(furthest);
    }
  }

  void finished() {
    RunningRebuild last = attempt.progress();
    if (!last.equals(lastSent)) {
      send(last);
    }
  }

  private void send(RunningRebuild progress) {
    lastSent = progress;
    events.publish(new WorkspaceEvent.RebuildProgressed(workspace.id(), progress));
  }
}
