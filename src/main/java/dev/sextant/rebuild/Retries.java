package dev.sextant.rebuild;

import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.WorkspaceState;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tries that follow failed builds by themselves: at most one planned a workspace.
 *
 * <p>A plan is an offer, not a promise: when its time comes and the workspace is not in the state
 * that a failure left, because it was built, evicted or unloaded meanwhile, nothing happens.
 *
 * <p><b>Threads:</b> thread-safe.
 */
final class Retries {
  private static final System.Logger LOG = System.getLogger(Retries.class.getName());

  private final Scheduler scheduler;
  private final InstantSource clock;
  private final Consumer<LoadedWorkspace> again;
  private final Map<LoadedWorkspace, Runnable> planned = new ConcurrentHashMap<>();

  /** Plans with {@code scheduler}; {@code again} builds a workspace. */
  Retries(Scheduler scheduler, InstantSource clock, Consumer<LoadedWorkspace> again) {
    this.scheduler = scheduler;
    this.clock = clock;
    this.again = again;
  }

  /** Plans the next try of a workspace whose build has failed. */
  void plan(LoadedWorkspace workspace) {
    Duration delay = RetryDelays.after(workspace.retryCount());
    workspace.notes().nextRetryAt(Optional.of(clock.instant().plus(delay)));
    callOff(planned.put(workspace, scheduler.after(delay, () -> retry(workspace))));
    if (workspace.isRetired()) {
      cancel(workspace);
    }
  }

  /** Forgets what is planned; harmless when nothing is. */
  void cancel(LoadedWorkspace workspace) {
    workspace.notes().nextRetryAt(Optional.empty());
    callOff(planned.remove(workspace));
  }

  private void retry(LoadedWorkspace workspace) {
    cancel(workspace);
    if (workspace.state() == WorkspaceState.FAILED) {
      LOG.log(
          System.Logger.Level.INFO,
          "{0} is built again by itself, after {1} failures",
          workspace.id(),
          workspace.retryCount());
      again.accept(workspace);
    }
  }

  private static void callOff(@Nullable Runnable callOff) {
    if (callOff != null) {
      callOff.run();
    }
  }
}
