package dev.sextant.rebuild;

import dev.sextant.graph.TreeState;
import dev.sextant.index.Build;
import dev.sextant.index.BuildWork;
import dev.sextant.index.IndexResult;
import dev.sextant.index.LinkState;
import dev.sextant.index.Pass;
import dev.sextant.persist.Persistence;
import dev.sextant.rebuild.RebuildEnded.Ending;
import dev.sextant.rebuild.RebuildException.Kind;
import dev.sextant.scip.UnusableIndexException;
import dev.sextant.source.SourceTreeException;
import dev.sextant.source.TreeChanges;
import dev.sextant.watch.GitState;
import dev.sextant.workspace.BuildAttempt;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.PendingFiles;
import dev.sextant.workspace.PublishedGraph;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.Reservation;
import dev.sextant.workspace.StoredGraph;
import dev.sextant.workspace.WatchedBy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One build under way.
 *
 * <p><b>Threads:</b> confined to one thread at a time: each step happens before the next.
 */
final class BuildRun {
  private static final System.Logger LOG = System.getLogger(BuildRun.class.getName());

  /** What comes first. */
  enum Start {
    /** The passes. */
    BUILD,
    /** A look for a graph of an earlier process. */
    RESTORE,
    /** A comparison of the graph of an earlier process with the files. */
    COMPARE
  }

  private final LoadedWorkspace workspace;
  private final RebuildRequest request;
  private final BuildAttempt attempt;
  private final BuildFailures failures;
  private final ThrottledProgress progress;
  private final BuildFactory builds;
  private final ModeRule modes;
  private final Admission admission;
  private final Persistence persistence;
  private final InstantSource clock;
  private final LongSupplier nanoClock;
  private final Consumer<RebuildEnded> ended;
  private final long startNanos;
  private final List<PassTime> times = new ArrayList<>();
  private RebuildMode mode;
  private Optional<Reservation> reservation = Optional.empty();
  private boolean isRefused;
  private GitState git = GitState.NONE;

  BuildRun(
      LoadedWorkspace workspace,
      RebuildRun placed,
      ThrottledProgress progress,
      BuildFactory builds,
      ModeRule modes,
      Admission admission,
      Persistence persistence,
      InstantSource clock,
      LongSupplier nanoClock,
      Consumer<RebuildEnded> ended) {
    this.workspace = workspace;
    this.request = placed.request();
    this.attempt = placed.attempt();
    this.failures = new BuildFailures(workspace, attempt);
    this.progress = progress;
    this.builds = builds;
    this.modes = modes;
    this.admission = admission;
    this.persistence = persistence;
    this.clock = clock;
    this.nanoClock = nanoClock;
    this.ended = ended;
    startNanos = nanoClock.getAsLong();
    mode = attempt.progress().mode();
  }

  /** Enters the workspace, unless a comparison comes first: then it goes on serving as it does. */
  Start begin() {
    if (mode == RebuildMode.AUTO
        && !request.changes().isOfAWatch()
        && workspace.lastError().isEmpty()
        && workspace.baseline().restoredTree().isPresent()) {
      return Start.COMPARE;
    }
    if (!workspace.beginRebuild(attempt) && !workspace.beginLoad(attempt)) {
      throw failures.notLoaded();
    }
    return request.restores() && persistence.isOn() ? Start.RESTORE : Start.BUILD;
  }

  /** The graph of an earlier process; empty when there is none. */
  Optional<RebuildOutcome> restored() {
    attempt.cancellation().check();
    Optional<PublishedGraph> graph =
        persistence.restore(workspace, attempt.cancellation(), this::reserve, this::serve);
    if (graph.isEmpty()) {
      giveBack();
      reservation = Optional.empty();
    }
    return graph.map(restored -> nothingBuilt(Ending.RESTORED, restored.generation()));
  }

  private Optional<PublishedGraph> serve(StoredGraph stored) {
    Reservation held = reservation.orElseThrow();
    refusing(() -> admission.resize(workspace, held, stored.result().sizeBytes()));
    return workspace.restore(attempt, stored, held);
  }

  private void reserve(long bytes) {
    refusing(() -> reservation = Optional.of(admission.reserve(workspace, bytes)));
  }

  private void refusing(Runnable admitting) {
    try {
      admitting.run();
    } catch (RebuildException noRoom) {
      isRefused = true;
      throw noRoom;
    }
  }

  /** The graph that is served, if no file differs from it; otherwise enters the workspace. */
  Optional<RebuildOutcome> unchanged() {
    Optional<TreeState> tree = workspace.baseline().restoredTree();
    if (tree.isPresent() && persistence.isCurrent(workspace, tree.get(), attempt.cancellation())) {
      return Optional.of(nothingBuilt(Ending.UNCHANGED, workspace.generation()));
    }
    attempt.cancellation().check();
    if (!workspace.beginRebuild(attempt)) {
      throw failures.notLoaded();
    }
    return Optional.empty();
  }

  Build open() {
    Optional<LinkState> before =
        mode == RebuildMode.FULL
            ? Optional.empty()
            : workspace.baseline().linkState().filter(state -> !state.isCrowded());
    return builds.open(workspace.key(), before, changes(), progress, attempt.cancellation());
  }

  /** A watch does not know what changed before the process began. */
  private TreeChanges changes() {
    boolean isRestored = workspace.baseline().restoredTree().isPresent();
    boolean isPartial = request.changes().tree() instanceof TreeChanges.At;
    return isRestored && isPartial ? new TreeChanges.Anywhere() : request.changes().tree();
  }

  Build pass(Build build, Pass pass) {
    attempt.cancellation().check();
    long start = nanoClock.getAsLong();
    progress.started(pass);
    if (pass == Pass.WALK) {
      // Before any file is read: what is checked out later is not in the graph.
      GitState seen = request.changes().git();
      git = seen.isNone() ? GitState.of(workspace.key().root()) : seen;
    }
    try {
      build.run(pass);
    } catch (SourceTreeException failure) {
      throw BuildFailures.ofTree(failure);
    } catch (UnusableIndexException failure) {
      throw new RebuildException(Kind.BUILD_FAILED, String.valueOf(failure.getMessage()));
    }
    progress.finished();
    times.add(new PassTime(pass, since(start)));
    if (pass == Pass.WALK) {
      // Only now it is known how much there is to read.
      if (modes.decide(mode, build.size()) == RebuildMode.FULL) {
        build.startOver();
      }
      reserve(MemoryEstimate.of(build.size(), workspace.memoryBytes()));
    }
    return build;
  }

  /**
   * The graph that is served, if every file was read and is as that was made of. Not when it was
   * asked for anew, and not behind a failure, whose end has to be seen.
   */
  Optional<RebuildOutcome> nothingToLink(Build build) {
    attempt.cancellation().check();
    boolean same =
        mode == RebuildMode.AUTO && workspace.lastError().isEmpty() && build.changesNothing();
    if (!same || !workspace.abandon(attempt)) {
      return Optional.empty();
    }
    long generation = workspace.generation();
    if (workspace.notes().watchedBy() == WatchedBy.OFF) {
      // Otherwise whoever watches notes what is pending, and may have seen more by now.
      workspace.foundPending(generation, PendingFiles.of(List.of()));
    }
    return Optional.of(nothingBuilt(Ending.UNCHANGED, generation));
  }

  RebuildOutcome publish(Build build) {
    IndexResult result = build.result();
    Reservation held = reservation.orElseThrow();
    admission.resize(workspace, held, result.sizeBytes());
    PublishedGraph published =
        workspace
            .publish(attempt, result, git.text(), held, clock.instant())
            .orElseThrow(() -> failures.cancelled("its workspace was unloaded"));
    RebuildOutcome outcome =
        new RebuildOutcome(
            published.generation(),
            modeOf(result.report().work()),
            result.report().filesExtracted(),
            result.report().filesFromCache(),
            result.report().work().referencesLinked(),
            request.superseded(),
            since(startNanos),
            times);
    persistence.keep(workspace, published, attempt, git.text(), result);
    mode = outcome.mode();
    tell(Ending.PUBLISHED);
    return outcome;
  }

  RebuildException failed(Throwable failure) {
    if (attempt.isCancelled()) {
      workspace.abandon(attempt);
      tell(attempt.isSuperseded() ? Ending.SUPERSEDED : Ending.CANCELLED);
      return failures.cancelled("it published nothing");
    }
    RebuildException reported = failures.of(failure);
    if (isRefused) {
      workspace.abandon(attempt);
      tell(Ending.REFUSED);
      return reported;
    }
    if (reported == failure) {
      workspace.fail(attempt, reported.getMessage());
    } else {
      // A bug may lie in what the build went on from: the next one has to do without it.
      workspace.failWhole(attempt, reported.getMessage());
    }
    tell(reported.kind() == Kind.CANCELLED ? Ending.CANCELLED : Ending.FAILED);
    return reported;
  }

  /** Whatever happened; after a publish nothing is left to give back. */
  void giveBack() {
    reservation.ifPresent(Reservation::close);
  }

  private RebuildOutcome nothingBuilt(Ending ending, long generation) {
    tell(ending);
    return new RebuildOutcome(
        generation,
        RebuildMode.INCREMENTAL,
        0,
        0,
        0,
        request.superseded(),
        since(startNanos),
        List.of());
  }

  private void tell(Ending ending) {
    try {
      ended.accept(new RebuildEnded(workspace.id(), mode, ending, since(startNanos), times));
    } catch (RuntimeException bug) {
      LOG.log(System.Logger.Level.ERROR, "counting the build of " + workspace.id(), bug);
    }
  }

  private Duration since(long nanos) {
    return Duration.ofNanos(nanoClock.getAsLong() - nanos);
  }

  private static RebuildMode modeOf(BuildWork work) {
    return work.incremental() ? RebuildMode.INCREMENTAL : RebuildMode.FULL;
  }
}
