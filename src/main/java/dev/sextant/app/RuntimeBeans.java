package dev.sextant.app;

import dev.sextant.health.RuntimeMetrics;
import dev.sextant.index.IndexBuild;
import dev.sextant.index.WorkerPool;
import dev.sextant.persist.Persistence;
import dev.sextant.persist.WorkspaceMemory;
import dev.sextant.rebuild.DrainWatch;
import dev.sextant.rebuild.IdleEviction;
import dev.sextant.rebuild.InitialLoads;
import dev.sextant.rebuild.RebuildPipeline;
import dev.sextant.rebuild.Rebuilds;
import dev.sextant.workspace.MemoryBudget;
import dev.sextant.workspace.ServeSettings;
import dev.sextant.workspace.WorkspaceEvents;
import dev.sextant.workspace.Workspaces;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** Makes the workspace state and what keeps it up to date: one of each a process. */
@Singleton
class RuntimeBeans {
  // Above the connections there can be, each of which subscribes at most once.
  private static final int MAX_EVENT_LISTENERS = 4_096;

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }

  @Produces
  @Singleton
  LongSupplier nanoClock() {
    return System::nanoTime;
  }

  @Produces
  @Singleton
  SextantSettings settings(
      IndexConfig index,
      MemoryConfig memory,
      RebuildConfig rebuild,
      ServeConfig serve,
      PersistConfig persist,
      WatchConfig watch,
      RpcConfig rpc) {
    return SextantSettings.of(
        new Configuration(index, memory, rebuild, serve, persist, watch, rpc), Machine.here());
  }

  @Produces
  @Singleton
  ServeSettings serveSettings(SextantSettings settings) {
    return settings.serve();
  }

  @Produces
  @Singleton
  RuntimeThreads threads(SextantSettings settings) {
    return new RuntimeThreads(settings.workerThreads());
  }

  @Produces
  @Singleton
  WorkerPool workers(SextantSettings settings) {
    return new WorkerPool(settings.workerThreads());
  }

  @Produces
  @Singleton
  Workspaces workspaces(LongSupplier nanoClock, SextantSettings settings) {
    return new Workspaces(
        nanoClock,
        new WorkspaceEvents(MAX_EVENT_LISTENERS),
        new MemoryBudget(settings.memoryLimitBytes()));
  }

  @Produces
  @Singleton
  RuntimeMetrics metrics(Workspaces workspaces, MeterRegistry registry) {
    return RuntimeMetrics.over(workspaces, registry);
  }

  @Produces
  @Singleton
  Rebuilds rebuilds(
      Workspaces workspaces,
      SextantSettings settings,
      RuntimeThreads threads,
      WorkerPool workers,
      InstantSource clock,
      LongSupplier nanoClock,
      RuntimeMetrics metrics,
      Persistence persistence) {
    RebuildPipeline pipeline =
        new RebuildPipeline(
            (key, before, changes, progress, cancellation) ->
                new IndexBuild(
                    key.root(),
                    settings.index(),
                    workers,
                    progress,
                    cancellation,
                    before,
                    changes,
                    key.scip()),
            threads.passes(),
            workspaces,
            clock,
            nanoClock,
            metrics,
            settings.modes(),
            persistence);
    return new Rebuilds(
        workspaces,
        pipeline,
        settings.rebuild(),
        threads.scheduler(),
        threads.blocking(),
        clock,
        nanoClock);
  }

  @Produces
  @Singleton
  IdleEviction idleEviction(
      Workspaces workspaces, RuntimeThreads threads, SextantSettings settings) {
    return new IdleEviction(workspaces, threads.scheduler(), settings.idleTimeout());
  }

  @Produces
  @Singleton
  DrainWatch drainWatch(Workspaces workspaces, RuntimeThreads threads, SextantSettings settings) {
    return new DrainWatch(workspaces, threads.scheduler(), settings.drainTimeout());
  }

  @Produces
  @Singleton
  InitialLoads initialLoads(Rebuilds rebuilds, WorkspaceMemory memory) {
    return new InitialLoads(rebuilds, memory);
  }
}
