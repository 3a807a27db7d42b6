package dev.sextant.rebuild;

import dev.sextant.workspace.RetainedGraph;
import dev.sextant.workspace.WorkspaceEvent;
import dev.sextant.workspace.Workspaces;
import java.time.Duration;

/**
 * Says which superseded graphs are read for longer than they should be: once each, in the log, and
 * as long as they are, in the metrics. Nothing is taken from who reads.
 *
 * <p><b>Threads:</b> thread-safe; looks on the scheduler's thread.
 */
public final class DrainWatch {
  private static final System.Logger LOG = System.getLogger(DrainWatch.class.getName());

  private final Workspaces workspaces;
  private final Scheduler scheduler;
  private final Duration timeout;

  /**
   * Looks at what {@code workspaces} supersede once started.
   *
   * @param timeout how long a superseded graph may be read
   */
  public DrainWatch(Workspaces workspaces, Scheduler scheduler, Duration timeout) {
    this.workspaces = workspaces;
    this.scheduler = scheduler;
    this.timeout = timeout;
  }

  /** Starts looking, until the scheduler ends; to be called once. */
  public void start() {
    var _ = workspaces.events().subscribe(this::heard);
  }

  private void heard(WorkspaceEvent event) {
    // A graph is superseded by way of a change of state, which is announced afterwards.
    if (event instanceof WorkspaceEvent.StateChanged) {
      for (RetainedGraph graph : workspaces.budget().retained().list()) {
        if (graph.note()) {
          var _ = scheduler.after(timeout, () -> look(graph));
        }
      }
    }
  }

  private void look(RetainedGraph graph) {
    if (graph.isHeld()) {
      graph.overdue();
      LOG.log(
          System.Logger.Level.WARNING,
          "{0}: generation {1}, {2} bytes, is still read {3} after it was superseded, by a question"
              + " or by the writing of its snapshot; it stays charged until that ends",
          graph.workspace(),
          graph.generation(),
          graph.sizeBytes(),
          timeout);
    }
  }
}
