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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The folders that are loaded because the service was started with them, or had them when it ended.
 *
 * <p>All are asked for at once; one that cannot be loaded is logged and the others go on. One that
 * is gone, or is none that may be loaded, is not remembered any longer.
 *
 * <p>Those that the service was started with are remembered from the beginning: a service that ends
 * before it has come to load them has them the next time.
 *
 * <p><b>Threads:</b> thread-safe; {@link #start} does not wait for the loads.
 */
public final class InitialLoads {
  private static final System.Logger LOG = System.getLogger(InitialLoads.class.getName());

  private final Rebuilds rebuilds;
  private final WorkspaceMemory memory;

  /** Roots that nobody remembered before. */
  private final Set<Path> named = ConcurrentHashMap.newKeySet();

  private final AtomicInteger loaded = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicBoolean asked = new AtomicBoolean();
  // Written once, by the thread that has asked.
  private volatile boolean started;

  /** What is to be loaded, and under which root it is remembered. */
  private record Wish(LoadRequest request, Path root) {}

  /** Loads through {@code rebuilds} what is asked for and what {@code memory} expects. */
  public InitialLoads(Rebuilds rebuilds, WorkspaceMemory memory) {
    this.rebuilds = rebuilds;
    this.memory = memory;
  }

  /** Remembers {@code folders}, which are to be loaded, before any of them is. */
  public void expect(List<Path> folders) {
    for (Path folder : folders) {
      Path root = root(folder);
      if (memory.expect(
          new RememberedWorkspace(root, RootMode.GIT_ROOT, false, Optional.empty()))) {
        named.add(root);
      }
    }
  }

  /** Asks for every one of {@code folders} and of those remembered; only the first call counts. */
  public void start(List<Path> folders) {
    if (!asked.compareAndSet(false, true)) {
      return;
    }
    expect(folders);
    for (Wish wish : wishes(folders)) {
      var _ =
          rebuilds
              .load(wish.request())
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
                  failure -> failed(wish, failure));
    }
    started = true;
  }

  private void failed(Wish wish, Throwable failure) {
    failed.incrementAndGet();
    LOG.log(System.Logger.Level.ERROR, failure.getMessage());
    if (failure instanceof RebuildException known) {
      switch (known.kind()) {
        case ROOT_MISSING -> memory.forget(wish.root());
        case ROOT_NOT_A_DIRECTORY, ROOT_NOT_ALLOWED, ROOT_UNREADABLE -> {
          if (named.contains(wish.root())) {
            memory.forget(wish.root());
          }
        }
        default -> {}
      }
    }
  }

  /** A folder that is both asked for and remembered is loaded as asked, with its pin and index. */
  private List<Wish> wishes(List<Path> folders) {
    Map<Path, RememberedWorkspace> remembered = new LinkedHashMap<>();
    memory.expected().forEach(one -> remembered.put(one.root(), one));
    List<Wish> wishes = new ArrayList<>();
    for (Path folder : folders) {
      Path root = root(folder);
      RememberedWorkspace known = remembered.remove(root);
      LoadRequest request =
          known == null
              ? new LoadRequest(folder, RootMode.GIT_ROOT, false)
              : new LoadRequest(folder, RootMode.GIT_ROOT, known.pinned(), known.scip());
      wishes.add(new Wish(request, root));
    }
    for (RememberedWorkspace one : remembered.values()) {
      LoadRequest request = new LoadRequest(one.root(), one.mode(), one.pinned(), one.scip());
      wishes.add(new Wish(request, one.root()));
    }
    return wishes;
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
