package dev.sextant.app;

import dev.sextant.index.TreeComparison;
import dev.sextant.persist.Persistence;
import dev.sextant.rebuild.Rebuilds;
import dev.sextant.rebuild.Watching;
import dev.sextant.watch.TreeWatcher;
import dev.sextant.watch.WatchSettings;
import dev.sextant.workspace.Workspaces;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Makes what notices changes of files. */
@Singleton
class WatchBeans {
  @Produces
  @Singleton
  Watching watching(
      WatchConfig config,
      SextantSettings settings,
      Workspaces workspaces,
      Rebuilds rebuilds,
      Persistence persistence,
      RuntimeThreads threads,
      InstantSource clock) {
    WatchSettings times = config.settings();
    return new Watching(
        config.enabled()
            ? Optional.of(TreeWatcher.start(times, clock, System::nanoTime))
            : Optional.empty(),
        workspaces,
        rebuilds,
        persistence,
        new TreeComparison(settings.index()),
        threads.blocking());
  }
}
