package dev.sextant.rebuild;

import dev.sextant.persist.RememberedWorkspace;
import dev.sextant.persist.WorkspaceMemory;
import dev.sextant.workspace.RootMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The folders that are loaded because the service was started with them, or had them when it ended.
 *
 * <p>All are asked for at once; one that cannot be loaded is logged and the others go on. One that
 * is gone is not remembered any longer.
 *
 * <p><b>Threads:</b> thread-safe; {@link #start} does not wait for the loads.
 */
public final class InitialLoads {
  private static final System.Logger LOG = System.getLogger(InitialLoads.class.getName());

  private final Rebuilds rebuilds;
  private final WorkspaceMemory memory;
  private final AtomicInteger loaded = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicBoolean asked = new AtomicBoolean();
  // Written once, by the thread that has asked.
  private volatile boolean started;

  /** Loads through {@code rebuilds} what is asked for and what {@code memory} expects. */
  public InitialLoads(Rebuilds rebuilds, WorkspaceMemory memory) {
    this.rebuilds = rebuilds;
    this.memory = memory;
  }

  /** Asks for every one of {@code folders} and of those remembered; only the first call counts. */
  public void start(List<Path> folders) {
    if (!asked.compareAndSet(false, true)) {
      return;
    }
    for (LoadRequest request : requests(folders)) {
      var _ =
          rebuilds
              .load(request)
              .subscribe()
              .with(
                  workspace -> {
                    loaded.incrementAndGet();
                    LOG.log(
                        System.Logger.Level.INFO,
                        "{0} is loaded, generation {1}",
                        workspace.id(),
                        workspace.generation());
                  },
                  failure -> failed(request, failure));
    }
    started = true;
  }

  private void failed(LoadRequest request, Throwable failure) {
    failed.incrementAndGet();
    LOG.log(System.Logger.Level.ERROR, failure.getMessage());
    if (failure instanceof RebuildException known
        && known.kind() == RebuildException.Kind.ROOT_MISSING) {
      memory.forget(request.root());
    }
  }

  /** A folder that is both asked for and remembered is loaded as asked, with its pin and index. */
  private List<LoadRequest> requests(List<Path> folders) {
    Map<Path, RememberedWorkspace> remembered = new LinkedHashMap<>();
    memory.expected().forEach(one -> remembered.put(one.root(), one));
    List<LoadRequest> requests = new ArrayList<>();
    for (Path folder : folders) {
      RememberedWorkspace known = remembered.remove(root(folder));
      requests.add(
          known == null
              ? new LoadRequest(folder, RootMode.GIT_ROOT, false)
              : new LoadRequest(folder, RootMode.GIT_ROOT, known.pinned(), known.scip()));
    }
    for (RememberedWorkspace one : remembered.values()) {
      requests.add(new LoadRequest(one.root(), one.mode(), one.pinned(), one.scip()));
    }
    return requests;
  }

  private static Path root(Path folder) {
    try {
      return RootMode.GIT_ROOT.rootOf(folder.toRealPath());
    } catch (IOException _) {
      // Loading it says what is wrong with it.
      return folder;
    }
  }

  /** Whether every folder was asked for; they may still be loading. */
  public boolean isStarted() {
    return started;
  }

  /** How many were loaded. */
  public int loaded() {
    return loaded.get();
  }

  /** How many could not be loaded. */
  public int failed() {
    return failed.get();
  }
}
