package dev.sextant.app;

import dev.sextant.index.WorkerPool;
import dev.sextant.persist.SnapshotStore;
import dev.sextant.persist.SnapshotWrites;
import dev.sextant.persist.WorkspaceMemory;
import dev.sextant.rebuild.DrainWatch;
import dev.sextant.rebuild.IdleEviction;
import dev.sextant.rebuild.InitialLoads;
import dev.sextant.rebuild.Rebuilds;
import dev.sextant.rebuild.Watching;
import dev.sextant.rpc.RpcEngine;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Starts and stops the runtime.
 *
 * <p>Start: everything is made, so that a bad setting ends the process at once; then the port is
 * bound; then the initial folders and those that were loaded before are loaded. Stop: what is
 * loaded is noted, watching ends, new requests are refused, builds are cancelled and waited for,
 * connections are closed, what is being written is finished, then the threads end. All steps of
 * stopping share one {@link EndTime}; what is not done by then is left behind.
 */
@Singleton
class RuntimeLifecycle {
  private static final System.Logger LOG = System.getLogger(RuntimeLifecycle.class.getName());

  /** What ends the threads takes once nothing is written any more. */
  private static final Duration AFTER_WRITES = Duration.ofMillis(500);

  private final SextantSettings settings;
  private final Rebuilds rebuilds;
  private final Watching watching;
  private final InitialLoads initial;
  private final WorkspaceMemory memory;
  private final SnapshotStore store;
  private final SnapshotWrites writes;
  private final IdleEviction idle;
  private final DrainWatch drain;
  private final RpcEngine engine;
  private final RuntimeThreads threads;
  private final WorkerPool workers;
  private final EndTime end = new EndTime(System::nanoTime);

  RuntimeLifecycle(
      SextantSettings settings,
      Rebuilds rebuilds,
      Watching watching,
      InitialLoads initial,
      WorkspaceMemory memory,
      SnapshotStore store,
      SnapshotWrites writes,
      IdleEviction idle,
      DrainWatch drain,
      RpcEngine engine,
      RuntimeThreads threads,
      WorkerPool workers) {
    this.settings = settings;
    this.rebuilds = rebuilds;
    this.watching = watching;
    this.initial = initial;
    this.memory = memory;
    this.store = store;
    this.writes = writes;
    this.idle = idle;
    this.drain = drain;
    this.engine = engine;
    this.threads = threads;
    this.workers = workers;
  }

  void start(@Observes StartupEvent event) {
    LOG.log(
        System.Logger.Level.INFO,
        "state in {0}, {1} worker threads",
        settings.index().stateFolder(),
        settings.workerThreads());
    initial.expect(settings.load());
    threads.persisting().execute(store::removeLeftovers);
    idle.start();
    drain.start();
  }

  void serve(@ObservesAsync HttpServerStart event) {
    initial.start(settings.load());
  }

  void serve(@ObservesAsync HttpsServerStart event) {
    initial.start(settings.load());
  }

  /** While the server still listens: afterwards it closes connections in its own way. */
  void leave(@Observes ShutdownDelayInitiatedEvent event) {
    refuseAndLeave();
  }

  void stop(@Observes ShutdownEvent event) {
    refuseAndLeave();
    writes.close(end.left(AFTER_WRITES));
    memory.close();
    threads.close(end.left(Duration.ZERO));
    workers.close();
  }

  private void refuseAndLeave() {
    if (!end.begin()) {
      return;
    }
    memory.freeze();
    watching.close();
    rebuilds.close();
    engine.disconnect();
  }
}
