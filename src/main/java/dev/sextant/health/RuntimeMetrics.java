package dev.sextant.health;

import dev.sextant.graph.columns.RefusalCause;
import dev.sextant.persist.SnapshotEvent;
import dev.sextant.rebuild.PassTime;
import dev.sextant.rebuild.RebuildEnded;
import dev.sextant.workspace.MemoryBudget;
import dev.sextant.workspace.WatchedBy;
import dev.sextant.workspace.WorkspaceState;
import dev.sextant.workspace.Workspaces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * Feeds the metrics of the runtime.
 *
 * <p>Gauges hold their object weakly: the workspaces they read must live as long as the registry.
 *
 * <p><b>Threads:</b> thread-safe.
 */
public final class RuntimeMetrics implements Consumer<RebuildEnded> {
  private final MeterRegistry registry;

  private RuntimeMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Registers the gauges over {@code workspaces}; gives what is to be told of every build. */
  public static RuntimeMetrics over(Workspaces workspaces, MeterRegistry registry) {
    for (WorkspaceState state : WorkspaceState.values()) {
      Gauge.builder(MetricNames.WORKSPACES, workspaces, known -> inState(known, state))
          .description(MetricNames.WORKSPACES_DESCRIPTION)
          .tag(MetricNames.STATE, state.wireName())
          .register(registry);
    }
    for (WatchedBy mode : WatchedBy.values()) {
      Gauge.builder(MetricNames.WATCHES, workspaces, known -> watchedBy(known, mode))
          .description(MetricNames.WATCHES_DESCRIPTION)
          .tag(MetricNames.MODE, mode.wireName())
          .register(registry);
    }
    graphBytes(workspaces, registry, "loaded", MemoryBudget.Figures::loadedBytes);
    graphBytes(workspaces, registry, "reserved", MemoryBudget.Figures::reservedBytes);
    graphBytes(workspaces, registry, "retained", MemoryBudget.Figures::retainedBytes);
    graphBytes(workspaces, registry, "limit", MemoryBudget.Figures::limitBytes);
    Gauge.builder(MetricNames.LEASES, workspaces.budget(), MemoryBudget::openLeases)
        .description(MetricNames.LEASES_DESCRIPTION)
        .register(registry);
    Gauge.builder(
            MetricNames.GRAPHS_OVERDUE, workspaces.budget(), budget -> budget.retained().overdue())
        .description(MetricNames.GRAPHS_OVERDUE_DESCRIPTION)
        .register(registry);
    return new RuntimeMetrics(registry);
  }

  @Override
  public void accept(RebuildEnded ended) {
    for (PassTime time : ended.passes()) {
      Timer.builder(MetricNames.REBUILD_PASS)
          .description(MetricNames.REBUILD_PASS_DESCRIPTION)
          .tag(MetricNames.PASS, time.pass().wireName())
          .register(registry)
          .record(time.took());
    }
    Timer.builder(MetricNames.REBUILD)
        .description(MetricNames.REBUILD_DESCRIPTION)
        .tag(MetricNames.MODE, ended.mode().wireName())
        .tag(MetricNames.OUTCOME, ended.ending().wireName())
        .register(registry)
        .record(ended.took());
  }

  /** Counts what happened to a snapshot. */
  public void accept(SnapshotEvent event) {
    switch (event) {
      case SnapshotEvent.Opened(Duration took) ->
          Timer.builder(MetricNames.SNAPSHOT_OPEN)
              .description(MetricNames.SNAPSHOT_OPEN_DESCRIPTION)
              .register(registry)
              .record(took);
      case SnapshotEvent.Refused(RefusalCause cause) ->
          Counter.builder(MetricNames.SNAPSHOT_REFUSALS)
              .description(MetricNames.SNAPSHOT_REFUSALS_DESCRIPTION)
              .tag(MetricNames.CAUSE, cause.wireName())
              .register(registry)
              .increment();
      case SnapshotEvent.Written written ->
          Timer.builder(MetricNames.SNAPSHOT_WRITE)
              .description(MetricNames.SNAPSHOT_WRITE_DESCRIPTION)
              .register(registry)
              .record(written.took());
      case SnapshotEvent.WriteFailed _ ->
          Counter.builder(MetricNames.SNAPSHOT_WRITE_FAILURES)
              .description(MetricNames.SNAPSHOT_WRITE_FAILURES_DESCRIPTION)
              .register(registry)
              .increment();
    }
  }

  private static void graphBytes(
      Workspaces workspaces,
      MeterRegistry registry,
      String kind,
      ToDoubleFunction<MemoryBudget.Figures> bytes) {
    Gauge.builder(
            MetricNames.GRAPH_BYTES,
            workspaces.budget(),
            budget -> bytes.applyAsDouble(budget.figures()))
        .description(MetricNames.GRAPH_BYTES_DESCRIPTION)
        .baseUnit(BaseUnits.BYTES)
        .tag(MetricNames.KIND, kind)
        .register(registry);
  }

  private static double watchedBy(Workspaces workspaces, WatchedBy mode) {
    return workspaces.list().stream().filter(known -> known.notes().watchedBy() == mode).count();
  }

  private static double inState(Workspaces workspaces, WorkspaceState state) {
    return workspaces.list().stream().filter(known -> known.state() == state).count();
  }
}
