package dev.sextant.app;

import dev.sextant.index.IndexBuild;
import dev.sextant.index.IndexSettings;
import dev.sextant.index.WorkerPool;
import dev.sextant.rebuild.RebuildPipeline;
import dev.sextant.rebuild.RebuildSettings;
import dev.sextant.rebuild.Rebuilds;
import dev.sextant.rebuild.RootPolicy;
import dev.sextant.workspace.ServeSettings;
import dev.sextant.workspace.WorkspaceEvents;
import dev.sextant.workspace.Workspaces;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Makes the runtime: what is loaded, and what builds it. */
@Singleton
class RuntimeBeans {
  /** Subscriptions of the service itself, and one for each request that waits for a generation. */
  private static final int MAX_LISTENERS = 2048;

  private final ExecutorService passes;
  private final ExecutorService files;
  private final WorkerPool workers;

  RuntimeBeans(RuntimeConfig config) {
    int threads = config.buildThreads().orElse(Runtime.getRuntime().availableProcessors());
    workers = new WorkerPool(threads);
    passes =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("rebuild-", 0).factory());
    files = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("load-", 0).factory());
  }

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }

  @Produces
  @Singleton
  ServeSettings serving(RuntimeConfig config) {
    return new ServeSettings(config.staleCap());
  }

  @Produces
  @Singleton
  Workspaces workspaces(InstantSource clock) {
    return new Workspaces(clock, new WorkspaceEvents(MAX_LISTENERS));
  }

  @Produces
  @Singleton
  Rebuilds rebuilds(RuntimeConfig config, Workspaces workspaces, InstantSource clock) {
    Path state =
        config.stateFolder().orElse(Path.of(System.getProperty("user.home"), ".cache", "sextant"));
    IndexSettings index = IndexSettings.defaults(state);
    RebuildPipeline pipeline =
        new RebuildPipeline(
            (root, progress, cancellation) ->
                new IndexBuild(root, index, workers, progress, cancellation),
            passes,
            workspaces.events(),
            clock,
            System::nanoTime,
            _ -> {});
    RebuildSettings settings =
        new RebuildSettings(
            new RootPolicy(config.allowedRoots().orElse(List.of())), "1", config.closeGrace());
    return new Rebuilds(workspaces, pipeline, settings, files, clock);
  }

  void close(@Disposes Rebuilds rebuilds) {
    rebuilds.close();
    passes.shutdownNow();
    files.shutdownNow();
    workers.close();
  }
}
