package dev.sextant.watch;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/** Watchers over a system that refuses its events when the test says so. */
public final class FailingWatchers {
  private FailingWatchers() {}

  /**
   * A watcher that is told that no more folders can be watched while {@code refuses} holds, as by a
   * system whose limit of watches is reached.
   */
  public static TreeWatcher refusing(
      AtomicBoolean refuses, WatchSettings settings, InstantSource clock, LongSupplier nanoClock) {
    return TreeWatcher.start(
        settings,
        clock,
        nanoClock,
        () -> {
          if (refuses.get()) {
            throw new IOException("User limit of inotify watches reached");
          }
          return SystemEvents.open();
        },
        MountTable::ofThisProcess);
  }
}
