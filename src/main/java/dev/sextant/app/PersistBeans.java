package dev.sextant.app;

import dev.sextant.health.RuntimeMetrics;
import dev.sextant.index.TreeComparison;
import dev.sextant.persist.Persistence;
import dev.sextant.persist.SnapshotStore;
import dev.sextant.persist.SnapshotWrites;
import dev.sextant.persist.WorkspaceMemory;
import dev.sextant.workspace.Workspaces;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** Makes what keeps workspaces beyond the process. */
@Singleton
class PersistBeans {
  @Produces
  @Singleton
  SnapshotStore store(SextantSettings settings, InstantSource clock) {
    return StateFolder.snapshots(settings.index().stateFolder(), settings.snapshotBytes(), clock);
  }

  @Produces
  @Singleton
  SnapshotWrites writes(
      SnapshotStore store, RuntimeThreads threads, RuntimeMetrics metrics, LongSupplier nanoClock) {
    return new SnapshotWrites(store, threads.persisting(), nanoClock, metrics::accept);
  }

  @Produces
  @Singleton
  Persistence persistence(
      SnapshotStore store,
      SnapshotWrites writes,
      SextantSettings settings,
      RuntimeMetrics metrics,
      LongSupplier nanoClock) {
    return new Persistence(
        store, writes, new TreeComparison(settings.index()), nanoClock, metrics::accept);
  }

  @Produces
  @Singleton
  WorkspaceMemory memory(SextantSettings settings, Workspaces workspaces, RuntimeThreads threads) {
    return WorkspaceMemory.open(
        StateFolder.memory(settings.index().stateFolder()), workspaces, threads.persisting());
  }
}
