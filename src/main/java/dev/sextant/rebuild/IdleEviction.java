package dev.sextant.rebuild;

import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.Workspaces;
import java.time.Duration;

/**
 * Evicts workspaces that were not asked anything for long: their graphs go, their snapshots stay,
 * and the first question brings them back.
 *
 * <p>Spared are workspaces that are pinned, being built, or read at the moment; the latter two are
 * looked at again the next time.
 *
 * <p><b>Threads:</b> thread-safe; looks on the scheduler's thread.
 */
public final class IdleEviction {
  private static final System.Logger LOG = System.getLogger(IdleEviction.class.getName());
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final int LOOKS_A_TIMEOUT = 4;

  private final Workspaces workspaces;
  private final Scheduler scheduler;
  private final Duration timeout;
  private final Duration pause;

  /**
   * Looks at {@code workspaces} once started.
   *
   * @param timeout how long nobody asked; zero for never evicting
   */
  public IdleEviction(Workspaces workspaces, Scheduler scheduler, Duration timeout) {
    this.workspaces = workspaces;
    this.scheduler = scheduler;
    this.timeout = timeout;
    Duration part = timeout.dividedBy(LOOKS_A_TIMEOUT);
    pause = part.compareTo(LONGEST_PAUSE) < 0 ? part : LONGEST_PAUSE;
  }

  /** Starts looking, until the scheduler ends; to be called once. */
  public void start() {
    if (timeout.isPositive()) {
      var _ = scheduler.after(pause, this::look);
    }
  }

  private void look() {
    try {
      for (LoadedWorkspace workspace : workspaces.list()) {
        if (isIdle(workspace) && workspace.evict()) {
          LOG.log(
              System.Logger.Level.INFO,
              "{0} is evicted: nothing was asked of it for {1}",
              workspace.id(),
              workspace.notes().idle());
        }
      }
    } finally {
      var _ = scheduler.after(pause, this::look);
    }
  }

  private boolean isIdle(LoadedWorkspace workspace) {
    return Admission.isEvictable(workspace)
        && workspace.attempt().isEmpty()
        && workspace.notes().idle().compareTo(timeout) >= 0;
  }
}
