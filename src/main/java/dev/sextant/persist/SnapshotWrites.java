package dev.sextant.persist;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.sextant.cancellation.Cancellation;
import dev.sextant.workspace.GraphLease;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.PersistState;
import dev.sextant.workspace.PublishedGraph;
import dev.sextant.workspace.StoredGraph;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots that are being written: of each root at most one, and one more that waits.
 *
 * <p>A graph that is published while the write of an earlier one waits takes its place; a save
 * never waits for a write. The graph of a write is leased until it has ended.
 *
 * <p><b>Threads:</b> thread-safe. Writes run on the executor; the lock is held for a few
 * instructions.
 */
public final class SnapshotWrites {
  private static final System.Logger LOG = System.getLogger(SnapshotWrites.class.getName());

  /** Longer than a write takes on a disk that works; building may take longer still. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private static final long LOOK_MILLIS = 20;

  private final SnapshotStore store;
  private final Executor executor;
  private final LongSupplier nanoClock;
  private final Consumer<SnapshotEvent> told;

  @GuardedBy("this")
  private final Map<Path, Slot> slots = new HashMap<>();

  @GuardedBy("this")
  private boolean closed;

  /**
   * Nothing to write yet.
   *
   * @param executor runs the writes, which block
   * @param nanoClock the monotonic clock, in nanoseconds
   * @param told hears of every write that ended, on its thread
   */
  public SnapshotWrites(
      SnapshotStore store,
      Executor executor,
      LongSupplier nanoClock,
      Consumer<SnapshotEvent> told) {
    this.store = store;
    this.executor = executor;
    this.nanoClock = nanoClock;
    this.told = told;
  }

  /** What is to be written for a workspace. */
  private record Job(LoadedWorkspace workspace, StoredGraph stored, GraphLease lease) {}

  /** A root whose snapshot is being written. */
  private static final class Slot {
    private @Nullable Job waiting;
  }

  /** Lets {@code stored}, which {@code workspace} has published as {@code published}, be kept. */
  void submit(LoadedWorkspace workspace, PublishedGraph published, StoredGraph stored) {
    Optional<GraphLease> lease = published.lease();
    if (lease.isEmpty()) {
      // Superseded already; what took its place comes here too.
      return;
    }
    Job job = new Job(workspace, stored, lease.get());
    Path root = workspace.key().root();
    Optional<Job> obsolete = Optional.empty();
    boolean starts = false;
    synchronized (this) {
      Slot slot = slots.get(root);
      if (closed) {
        obsolete = Optional.of(job);
      } else if (slot == null) {
        slots.put(root, new Slot());
        starts = true;
      } else {
        obsolete = Optional.ofNullable(slot.waiting);
        slot.waiting = job;
      }
    }
    obsolete.ifPresent(old -> old.lease().close());
    if (starts) {
      start(job);
    }
  }

  private void start(Job job) {
    try {
      executor.execute(() -> run(job));
    } catch (RejectedExecutionException ended) {
      job.lease().close();
      next(job).ifPresent(later -> later.lease().close());
      LOG.log(System.Logger.Level.WARNING, "{0} is not kept: {1}", job.workspace().id(), ended);
    }
  }

  private void run(Job job) {
    Optional<Job> next;
    try (job.lease) {
      write(job);
    } finally {
      next = next(job);
    }
    next.ifPresent(this::start);
  }

  /** The job that waited behind {@code done}; the root is free when there is none. */
  private synchronized Optional<Job> next(Job done) {
    Path root = done.workspace().key().root();
    Slot slot = slots.get(root);
    if (slot == null || slot.waiting == null) {
      slots.remove(root);
      notifyAll();
      return Optional.empty();
    }
    Job next = slot.waiting;
    slot.waiting = null;
    return Optional.of(next);
  }

  /**
   * Waits until nothing is to be written of {@code root}; false when that takes too long.
   *
   * <p><b>Errors:</b> {@link dev.sextant.cancellation.CancelledException}, within a moment.
   */
  synchronized boolean await(Path root, Cancellation cancellation) {
    long end = nanoClock.getAsLong() + LONGEST_WAIT.toNanos();
    try {
      while (slots.containsKey(root) && nanoClock.getAsLong() < end) {
        cancellation.check();
        wait(LOOK_MILLIS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return !slots.containsKey(root);
  }

  private void write(Job job) {
    LoadedWorkspace workspace = job.workspace();
    long generation = job.stored().generation();
    long start = nanoClock.getAsLong();
    try {
      long bytes = store.write(workspace.key(), job.stored());
      workspace.notes().persisted(PersistState.of(generation));
      told.accept(
          new SnapshotEvent.Written(Duration.ofNanos(nanoClock.getAsLong() - start), bytes));
    } catch (IOException | RuntimeException failure) {
      failed(workspace, generation, failure);
    }
  }

  private void failed(LoadedWorkspace workspace, long generation, Exception failure) {
    PersistState before = workspace.notes().persisted();
    String error =
        "write generation %d of %s to %s: %s; free space there, or set sextant.state-folder"
            .formatted(generation, workspace.id(), store.fileOf(workspace.key()), failure);
    workspace.notes().persisted(before.failed(error));
    if (before.error().isEmpty()) {
      LOG.log(System.Logger.Level.WARNING, error);
    }
    told.accept(new SnapshotEvent.WriteFailed());
  }

  /**
   * Takes no more, and waits until what it has taken is written, or {@code longest} is over. A
   * write that is given up leaves the snapshot of before as it is, and beside it a part that the
   * next process removes.
   */
  public synchronized void close(Duration longest) {
    closed = true;
    long end = nanoClock.getAsLong() + longest.toNanos();
    try {
      while (!slots.isEmpty()) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - nanoClock.getAsLong());
        if (left <= 0) {
          LOG.log(
              System.Logger.Level.WARNING,
              "{0} snapshots are not written within {1}; those on the disk stay as they are",
              slots.size(),
              longest);
          return;
        }
        wait(left);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
