package dev.sextant.app;

import dev.sextant.index.TreeComparison;
import dev.sextant.persist.Persistence;
import dev.sextant.rebuild.Rebuilds;
import dev.sextant.rebuild.Watching;
import dev.sextant.watch.TreeWatcher;
import dev.sextant.workspace.Workspaces;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** Makes what notices changes of files. */
@Singleton
class WatchBeans {
  @Produces
  @Singleton
  Watching watching(
      SextantSettings settings,
      Workspaces workspaces,
      Rebuilds rebuilds,
      Persistence persistence,
      RuntimeThreads threads,
      InstantSource clock,
      LongSupplier nanoClock) {
    return new Watching(
        settings.watch().map(times -> TreeWatcher.start(times, clock, nanoClock)),
        workspaces,
        rebuilds,
        persistence,
        new TreeComparison(settings.index()),
        threads.blocking());
  }
}
