package dev.sextant.rebuild;

import dev.sextant.workspace.RootMode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The folders that are loaded because the service was started with them.
 *
 * <p>All are asked for at once; one that cannot be loaded is logged and the others go on.
 *
 * <p><b>Threads:</b> thread-safe; {@link #start} does not wait for the loads.
 */
public final class InitialLoads {
  private static final System.Logger LOG = System.getLogger(InitialLoads.class.getName());

  private final Rebuilds rebuilds;
  private final AtomicInteger loaded = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicBoolean asked = new AtomicBoolean();
  // Written once, by the thread that has asked.
  private volatile boolean started;

  /** Loads through {@code rebuilds}. */
  public InitialLoads(Rebuilds rebuilds) {
    this.rebuilds = rebuilds;
  }

  /** Asks for every one of {@code folders}; only the first call counts. */
  public void start(List<Path> folders) {
    if (!asked.compareAndSet(false, true)) {
      return;
    }
    for (Path folder : folders) {
      var _ =
          rebuilds
              .load(new LoadRequest(folder, RootMode.GIT_ROOT, false))
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
                  failure -> {
                    failed.incrementAndGet();
                    LOG.log(System.Logger.Level.ERROR, failure.getMessage());
                  });
    }
    started = true;
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
