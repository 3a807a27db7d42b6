package dev.sextant.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a workspace that must change together: state, graph, and what the last builds
 * came to.
 *
 * <p>One method an arrow of the drawing in {@link LoadedWorkspace}; each gives the standing after
 * it, or empty when the arrow does not start here.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @param baseline what the next build can go on from
 * @param pending the files that are known to differ from the graph
 * @param attempt the build under way; absent when none is
 * @param enteredFrom the state the build under way was started in; otherwise the state itself
 * @param retired whether the workspace was unloaded: nothing leads out of that
 */
record Standing(
    WorkspaceState state,
    PublishedGraph published,
    long generation,
    long memoryHighWaterBytes,
    Baseline baseline,
    PendingFiles pending,
    Optional<Instant> lastGoodAt,
    Optional<String> lastError,
    int retryCount,
    @Nullable BuildAttempt attempt,
    WorkspaceState enteredFrom,
    boolean retired) {

  static Standing initial(PublishedGraph empty, long generationBefore) {
    return new Standing(
        WorkspaceState.UNLOADED,
        empty,
        generationBefore,
        0,
        Baseline.NONE,
        PendingFiles.NONE,
        Optional.empty(),
        Optional.empty(),
        0,
        null,
        WorkspaceState.UNLOADED,
        false);
  }

  Optional<Standing> beginLoad(BuildAttempt started) {
    boolean drawn =
        switch (state) {
          case UNLOADED, FAILED, EVICTED -> published.isEmpty() && !retired;
          case LOADING, LOADED, REBUILDING -> false;
        };
    return drawn ? Optional.of(building(WorkspaceState.LOADING, started)) : Optional.empty();
  }

  Optional<Standing> beginRebuild(BuildAttempt started) {
    boolean drawn =
        switch (state) {
          case LOADED, FAILED -> !published.isEmpty() && !retired;
          case UNLOADED, EVICTED, LOADING, REBUILDING -> false;
        };
    return drawn ? Optional.of(building(WorkspaceState.REBUILDING, started)) : Optional.empty();
  }

  Optional<Standing> publish(
      BuildAttempt finished, PublishedGraph next, Baseline left, Instant now) {
    if (attempt != finished) {
      return Optional.empty();
    }
    return Optional.of(
        new Standing(
            WorkspaceState.LOADED,
            next,
            next.generation(),
            Math.max(memoryHighWaterBytes, next.sizeBytes()),
            left,
            PendingFiles.NONE,
            Optional.of(now),
            Optional.empty(),
            0,
            null,
            WorkspaceState.LOADED,
            false));
  }

  /** Like {@link #publish}, with a graph that has its generation already. */
  Optional<Standing> restore(BuildAttempt finished, PublishedGraph stored, Baseline left) {
    if (attempt != finished) {
      return Optional.empty();
    }
    return Optional.of(
        new Standing(
            WorkspaceState.LOADED,
            stored,
            Math.max(generation, stored.generation()),
            Math.max(memoryHighWaterBytes, stored.sizeBytes()),
            left,
            PendingFiles.UNKNOWN,
            Optional.of(stored.publishedAt()),
            Optional.empty(),
            0,
            null,
            WorkspaceState.LOADED,
            false));
  }

  /** The same, where generations that come are above {@code given}. */
  Optional<Standing> countAbove(long given) {
    return given <= generation
        ? Optional.empty()
        : Optional.of(with(given, memoryHighWaterBytes, baseline, pending));
  }

  /** The same, with what is pending for the graph of {@code ofGeneration}. */
  Optional<Standing> found(long ofGeneration, PendingFiles files) {
    return published.generation() == ofGeneration
        ? Optional.of(with(generation, memoryHighWaterBytes, baseline, files))
        : Optional.empty();
  }

  Optional<Standing> fail(BuildAttempt finished, String error) {
    if (attempt != finished) {
      return Optional.empty();
    }
    return Optional.of(
        new Standing(
            WorkspaceState.FAILED,
            published,
            generation,
            memoryHighWaterBytes,
            baseline,
            pending,
            lastGoodAt,
            Optional.of(error),
            retryCount + 1,
            null,
            WorkspaceState.FAILED,
            false));
  }

  Optional<Standing> abandon(BuildAttempt finished) {
    return attempt == finished ? Optional.of(idle(enteredFrom, published)) : Optional.empty();
  }

  Optional<Standing> reset(PublishedGraph empty) {
    boolean drawn = attempt == null && !retired;
    return drawn ? Optional.of(idle(WorkspaceState.UNLOADED, empty)) : Optional.empty();
  }

  Optional<Standing> evict(PublishedGraph empty) {
    boolean drawn = !published.isEmpty();
    return drawn
        ? Optional.of(idle(WorkspaceState.EVICTED, empty).withHighWater(0))
        : Optional.empty();
  }

  Optional<Standing> retire(PublishedGraph empty) {
    if (retired) {
      return Optional.empty();
    }
    return Optional.of(
        new Standing(
            WorkspaceState.UNLOADED,
            empty,
            generation,
            0,
            Baseline.NONE,
            PendingFiles.NONE,
            Optional.empty(),
            Optional.empty(),
            0,
            null,
            WorkspaceState.UNLOADED,
            true));
  }

  ServeVerdict verdict(Instant now, Duration cap) {
    if (published.isEmpty()) {
      return state == WorkspaceState.FAILED
          ? new ServeVerdict.NeverGood(lastError.orElse("unknown"))
          : new ServeVerdict.NotReady(state);
    }
    if (lastError.isEmpty()) {
      return new ServeVerdict.Fresh();
    }
    Instant good = published.publishedAt();
    Duration age = Duration.between(good, now);
    if (age.isNegative()) {
      age = Duration.ZERO;
    }
    boolean withinCap = cap.isZero() || age.compareTo(cap) < 0;
    return withinCap
        ? new ServeVerdict.Stale(good, lastError.get())
        : new ServeVerdict.Expired(age, cap, good, lastError.get());
  }

  private Standing building(WorkspaceState to, BuildAttempt started) {
    return new Standing(
        to,
        published,
        generation,
        memoryHighWaterBytes,
        baseline,
        pending,
        lastGoodAt,
        lastError,
        retryCount,
        started,
        state,
        false);
  }

  private Standing with(
      long lastGeneration, long highWaterBytes, Baseline left, PendingFiles files) {
    return new Standing(
        state,
        published,
        lastGeneration,
        highWaterBytes,
        left,
        files,
        lastGoodAt,
        lastError,
        retryCount,
        attempt,
        enteredFrom,
        retired);
  }

  private Standing idle(WorkspaceState to, PublishedGraph graph) {
    return new Standing(
        to,
        graph,
        generation,
        memoryHighWaterBytes,
        graph.isEmpty() ? Baseline.NONE : baseline,
        graph.isEmpty() ? PendingFiles.NONE : pending,
        lastGoodAt,
        lastError,
        retryCount,
        null,
        to,
        retired);
  }

  /** The same, without what a build could go on from. */
  Standing withoutBaseline() {
    return with(generation, memoryHighWaterBytes, Baseline.NONE, pending);
  }

  private Standing withHighWater(long bytes) {
    return with(generation, bytes, baseline, pending);
  }
}
