package dev.sextant.persist;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.WorkspaceEvent;
import dev.sextant.workspace.WorkspaceEvents;
import dev.sextant.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the {@link RememberedFile} in step with the workspaces that are loaded.
 *
 * <p>Generations are written ahead: the file names one that is some way above the last one given
 * out, so that it need not be written with each, and a number is never given twice whenever the
 * process dies. An orderly end writes the exact ones.
 *
 * <p>A remembered workspace that is not loaded yet stays remembered until it is, or until {@link
 * #forget}.
 *
 * <p><b>Threads:</b> thread-safe. Writing runs on the executor, one write at a time.
 */
public final class WorkspaceMemory implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(WorkspaceMemory.class.getName());

  /** Generations that are written ahead together. */
  private static final long AHEAD = 64;

  private final RememberedFile file;
  private final Workspaces workspaces;
  private final Executor executor;
  private final ConcurrentMap<Path, RememberedWorkspace> expected = new ConcurrentHashMap<>();
  private final WorkspaceEvents.Subscription subscription;
  private final Object writing = new Object();

  @GuardedBy("this")
  private boolean due;

  @GuardedBy("this")
  private @Nullable List<RememberedWorkspace> frozen;

  @GuardedBy("writing")
  private Remembered written;

  @GuardedBy("writing")
  private boolean failing;

  private WorkspaceMemory(
      RememberedFile file, Workspaces workspaces, Executor executor, Remembered before) {
    this.file = file;
    this.workspaces = workspaces;
    this.executor = executor;
    this.written = before;
    before.workspaces().forEach(one -> expected.put(one.root(), one));
    workspaces.remember(before.generations());
    subscription = workspaces.events().subscribe(this::heard);
  }

  /** Reads {@code file} and keeps it in step from now on; writes run on {@code executor}. */
  public static WorkspaceMemory open(
      RememberedFile file, Workspaces workspaces, Executor executor) {
    return new WorkspaceMemory(file, workspaces, executor, file.read());
  }

  /** What is remembered and was not loaded yet. */
  public List<RememberedWorkspace> expected() {
    return List.copyOf(expected.values());
  }

  /** Notes that {@code workspace} is to be loaded; false when its root is noted already. */
  public boolean expect(RememberedWorkspace workspace) {
    boolean added = expected.putIfAbsent(workspace.root(), workspace) == null;
    if (added) {
      write();
    }
    return added;
  }

  /** Lets a workspace that cannot be loaded any more be forgotten. */
  public void forget(Path root) {
    expected.remove(root);
    write();
  }

  /** Takes what is loaded now for what is remembered, whatever is unloaded from now on. */
  public synchronized void freeze() {
    if (frozen == null) {
      frozen = loaded();
    }
  }

  /** Writes a last time. */
  @Override
  public void close() {
    subscription.close();
    freeze();
    writeNow(0);
  }

  private void heard(WorkspaceEvent event) {
    switch (event) {
      case WorkspaceEvent.StateChanged changed -> {
        expected.remove(Path.of(changed.workspace()));
        write();
      }
      case WorkspaceEvent.GenerationPublished _, WorkspaceEvent.PinChanged _ -> write();
      case WorkspaceEvent.RebuildProgressed _ -> {}
    }
  }

  /** Lets the file be written soon; many wishes become one write. */
  private void write() {
    synchronized (this) {
      if (due) {
        return;
      }
      due = true;
    }
    try {
      executor.execute(
          () -> {
            synchronized (this) {
              due = false;
            }
            writeNow(AHEAD);
          });
    } catch (RejectedExecutionException _) {
      // The process is ending: closing writes.
    }
  }

  private void writeNow(long ahead) {
    synchronized (writing) {
      Remembered now = new Remembered(frozenOrLoaded(), generations(ahead));
      if (now.equals(written)) {
        return;
      }
      try {
        file.write(now);
        written = now;
        failing = false;
      } catch (IOException failure) {
        if (!failing) {
          LOG.log(
              System.Logger.Level.WARNING,
              "{0} cannot be written: {1}; what is loaded is not remembered after a restart",
              file.file(),
              failure);
        }
        failing = true;
      }
    }
  }

  private synchronized List<RememberedWorkspace> frozenOrLoaded() {
    return frozen == null ? loaded() : frozen;
  }

  private List<RememberedWorkspace> loaded() {
    Map<Path, RememberedWorkspace> all = new HashMap<>(expected);
    for (LoadedWorkspace workspace : workspaces.list()) {
      if (!workspace.isRetired()) {
        Path root = workspace.key().root();
        all.put(
            root,
            new RememberedWorkspace(
                root,
                workspace.key().rootMode(),
                workspace.notes().isPinned(),
                workspace.key().scip()));
      }
    }
    List<RememberedWorkspace> sorted = new ArrayList<>(all.values());
    sorted.sort(Comparator.comparing(RememberedWorkspace::root));
    return sorted;
  }

  private Map<Path, Long> generations(long ahead) {
    Map<Path, Long> last = new HashMap<>(workspaces.generations());
    for (LoadedWorkspace workspace : workspaces.list()) {
      long given = workspace.lastGeneration();
      long upTo = ahead == 0 ? given : (given / ahead + 2) * ahead;
      last.merge(workspace.key().root(), upTo, Math::max);
    }
    return last;
  }
}
