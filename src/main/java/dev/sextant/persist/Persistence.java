package dev.sextant.persist;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.TreeState;
import dev.sextant.index.IndexResult;
import dev.sextant.index.TreeComparison;
import dev.sextant.source.SourceTreeException;
import dev.sextant.workspace.BuildAttempt;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.PendingFiles;
import dev.sextant.workspace.PersistState;
import dev.sextant.workspace.PublishedGraph;
import dev.sextant.workspace.StoredGraph;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * The steps by which a workspace is kept beyond the process and comes back: keep what was
 * published, restore it, compare it with the files.
 *
 * <p><b>Threads:</b> thread-safe. {@link #keep} does not block; the others do, on the disk.
 */
public final class Persistence {
  private static final System.Logger LOG = System.getLogger(Persistence.class.getName());

  private final SnapshotStore store;
  private final SnapshotWrites writes;
  private final TreeComparison comparison;
  private final LongSupplier nanoClock;
  private final Consumer<SnapshotEvent> told;

  /**
   * Over {@code store}.
   *
   * @param comparison looks at files as builds do
   * @param nanoClock the monotonic clock, in nanoseconds
   * @param told hears of every snapshot that was opened or refused
   */
  public Persistence(
      SnapshotStore store,
      SnapshotWrites writes,
      TreeComparison comparison,
      LongSupplier nanoClock,
      Consumer<SnapshotEvent> told) {
    this.store = store;
    this.writes = writes;
    this.comparison = comparison;
    this.nanoClock = nanoClock;
    this.told = told;
  }

  /** Whether anything is kept. */
  public boolean isOn() {
    return store.isOn();
  }

  /** Lets what {@code workspace} has published be written; the write follows. */
  public void keep(
      LoadedWorkspace workspace,
      PublishedGraph published,
      BuildAttempt attempt,
      String gitState,
      IndexResult result) {
    if (isOn()) {
      writes.submit(
          workspace,
          published,
          new StoredGraph(
              published.generation(),
              attempt.progress().startedAt(),
              published.publishedAt(),
              gitState,
              result));
    }
  }

  /**
   * Lets {@code serving} serve the snapshot of {@code workspace}; empty when there is none that can
   * be used. Why one is refused is logged and counted, and generations go on above its own. One
   * that is being written is waited for; one of before what clients have seen is not used.
   *
   * @param reserving is told about how many bytes the graph will take, before it is read
   */
  public Optional<PublishedGraph> restore(
      LoadedWorkspace workspace,
      Cancellation cancellation,
      LongConsumer reserving,
      Function<StoredGraph, Optional<PublishedGraph>> serving) {
    if (!writes.await(workspace.key().root(), cancellation)) {
      return Optional.empty();
    }
    long start = nanoClock.getAsLong();
    reserving.accept(store.bytes(workspace.key()));
    switch (store.open(workspace.key())) {
      case Opening.Absent _ -> {
        return Optional.empty();
      }
      case Opening.Refused refused -> {
        LOG.log(System.Logger.Level.WARNING, "{0}; {1} is built", refused.reason(), workspace.id());
        told.accept(new SnapshotEvent.Refused(refused.cause()));
        refused.generation().ifPresent(workspace::countAbove);
        return Optional.empty();
      }
      case Opening.Found(StoredGraph stored) -> {
        if (stored.generation() < workspace.notes().lastServed()) {
          // Writing the later one has failed.
          return Optional.empty();
        }
        Optional<PublishedGraph> restored = serving.apply(stored);
        if (restored.isPresent()) {
          workspace.notes().persisted(PersistState.of(stored.generation()));
          told.accept(new SnapshotEvent.Opened(Duration.ofNanos(nanoClock.getAsLong() - start)));
        }
        return restored;
      }
    }
  }

  /**
   * Compares a restored graph with the files and notes on the workspace what is pending; whether
   * nothing is.
   *
   * <p><b>Errors:</b> {@link dev.sextant.cancellation.CancelledException}. A root that cannot be
   * listed counts as changed: the build that follows says what is wrong with it.
   */
  public boolean isCurrent(LoadedWorkspace workspace, TreeState tree, Cancellation cancellation) {
    long generation = workspace.generation();
    try {
      List<String> differences = comparison.differences(workspace.key().root(), tree, cancellation);
      workspace.foundPending(generation, PendingFiles.of(differences));
      LOG.log(
          System.Logger.Level.INFO,
          "{0}: {1} of {2} files differ from generation {3}",
          workspace.id(),
          differences.size(),
          tree.count(),
          generation);
      return differences.isEmpty();
    } catch (SourceTreeException unlistable) {
      LOG.log(System.Logger.Level.DEBUG, "comparing " + workspace.id(), unlistable);
      return false;
    }
  }
}
