package dev.sextant.rebuild;

import dev.sextant.index.Build;
import dev.sextant.index.BuildWork;
import dev.sextant.index.IndexResult;
import dev.sextant.index.LinkState;
import dev.sextant.index.Pass;
import dev.sextant.rebuild.RebuildEnded.Ending;
import dev.sextant.rebuild.RebuildException.Kind;
import dev.sextant.scip.UnusableIndexException;
import dev.sextant.source.SourceTreeException;
import dev.sextant.workspace.BuildAttempt;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.PublishedGraph;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.Reservation;
import dev.sextant.workspace.WorkspaceEvents;
import dev.sextant.workspace.Workspaces;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The steps of one build: begin, the passes in order, publish.
 *
 * <pre>
 *   begin -&gt; walk -&gt; extract -&gt; declare -&gt; resolve -&gt; finish -&gt; publish
 *     \________\_________\__________\___________\_________\______&gt; abandon (cancelled) or fail
 * </pre>
 *
 * <p>Cancellation is checked in front of every step, and polled by the passes themselves.
 *
 * <p><b>Threads:</b> thread-safe. <i>begin</i> runs on the thread that subscribes; every pass, and
 * publish, is a task of its own on {@code passExecutor}, whose threads are named {@code rebuild-N}.
 * Between two passes a build gives its thread to whichever build waits longest.
 */
public final class RebuildPipeline {
  private static final System.Logger LOG = System.getLogger(RebuildPipeline.class.getName());

  private final BuildFactory builds;
  private final Admission admission;
  private final Executor passExecutor;
  private final WorkspaceEvents events;
  private final InstantSource clock;
  private final LongSupplier nanoClock;
  private final Consumer<RebuildEnded> ended;

  /**
   * A pipeline.
   *
   * @param passExecutor runs the passes, which block; must refuse rather than drop what it does not
   *     run
   * @param workspaces the workspaces that are built, and their budget
   * @param nanoClock the monotonic clock, in nanoseconds
   * @param ended is told of the end of every build, on the thread that ended it
   */
  public RebuildPipeline(
      BuildFactory builds,
      Executor passExecutor,
      Workspaces workspaces,
      InstantSource clock,
      LongSupplier nanoClock,
      Consumer<RebuildEnded> ended) {
    this.builds = builds;
    this.admission = new Admission(workspaces, clock);
    this.passExecutor = passExecutor;
    this.events = workspaces.events();
    this.clock = clock;
    this.nanoClock = nanoClock;
    this.ended = ended;
  }

  /**
   * One build of {@code workspace}; runs when subscribed to, and is to be subscribed to once.
   *
   * <p><b>Errors:</b> fails with {@link RebuildException}, never with anything else.
   */
  Uni<RebuildOutcome> build(LoadedWorkspace workspace, BuildAttempt attempt) {
    ThrottledProgress progress = new ThrottledProgress(workspace, attempt, events, nanoClock);
    Run run = new Run(workspace, attempt, progress, nanoClock.getAsLong());
    Uni<Build> chain = Uni.createFrom().item(run::begin);
    for (Pass pass : Pass.values()) {
      chain = chain.chain(build -> onPassThread(() -> run.pass(build, pass)));
    }
    return chain
        .chain(build -> onPassThread(() -> run.publish(build)))
        .onFailure()
        .transform(run::failed)
        .onTermination()
        .invoke(run::giveBack);
  }

  private <T> Uni<T> onPassThread(Supplier<T> step) {
    return Uni.createFrom().item(step).runSubscriptionOn(passExecutor);
  }

  /** One build under way. Confined to one thread at a time: each step happens before the next. */
  private final class Run {
    private final LoadedWorkspace workspace;
    private final BuildAttempt attempt;
    private final ThrottledProgress progress;
    private final long startNanos;
    private final List<PassTime> times = new ArrayList<>();
    private RebuildMode mode;
    private Optional<Reservation> reservation = Optional.empty();
    private boolean isRefused;

    Run(
        LoadedWorkspace workspace,
        BuildAttempt attempt,
        ThrottledProgress progress,
        long startNanos) {
      this.workspace = workspace;
      this.attempt = attempt;
      this.progress = progress;
      this.startNanos = startNanos;
      mode = attempt.progress().mode();
    }

    Build begin() {
      if (!workspace.beginRebuild(attempt) && !workspace.beginLoad(attempt)) {
        throw new RebuildException(
            Kind.NOT_LOADED, "build " + workspace.id() + ": it was unloaded; load it again");
      }
      Optional<LinkState> before =
          attempt.progress().mode() == RebuildMode.FULL
              ? Optional.empty()
              : workspace.linkState().filter(state -> !state.isCrowded());
      return builds.open(workspace.key(), before, progress, attempt.cancellation());
    }

    Build pass(Build build, Pass pass) {
      attempt.cancellation().check();
      long start = nanoClock.getAsLong();
      progress.started(pass);
      try {
        build.run(pass);
      } catch (SourceTreeException failure) {
        throw new RebuildException(kindOf(failure), String.valueOf(failure.getMessage()));
      } catch (UnusableIndexException failure) {
        throw new RebuildException(Kind.BUILD_FAILED, String.valueOf(failure.getMessage()));
      }
      progress.finished();
      times.add(new PassTime(pass, since(start)));
      if (pass == Pass.WALK) {
        reserve(build);
      }
      return build;
    }

    /** Only now it is known how much there is to read. */
    private void reserve(Build build) {
      long bytes = MemoryEstimate.of(build.size(), workspace.memoryBytes());
      try {
        reservation = Optional.of(admission.reserve(workspace, bytes));
      } catch (RebuildException noRoom) {
        isRefused = true;
        throw noRoom;
      }
    }

    RebuildOutcome publish(Build build) {
      IndexResult result = build.result();
      Reservation held = reservation.orElseThrow();
      admission.resize(workspace, held, result.sizeBytes());
      PublishedGraph published =
          workspace
              .publish(attempt, result, held, clock.instant())
              .orElseThrow(() -> cancelled("its workspace was unloaded"));
      RebuildOutcome outcome =
          new RebuildOutcome(
              published.generation(),
              modeOf(result.report().work()),
              result.report().filesExtracted(),
              result.report().filesFromCache(),
              result.report().work().referencesLinked(),
              since(startNanos),
              times);
      mode = outcome.mode();
      tell(Ending.PUBLISHED);
      return outcome;
    }

    /** Whatever happened; after a publish nothing is left to give back. */
    void giveBack() {
      reservation.ifPresent(Reservation::close);
    }

    RebuildException failed(Throwable failure) {
      if (attempt.isCancelled()) {
        workspace.abandon(attempt);
        tell(Ending.CANCELLED);
        return cancelled("it published nothing");
      }
      RebuildException reported = reported(failure);
      if (isRefused) {
        workspace.abandon(attempt);
        tell(Ending.REFUSED);
        return reported;
      }
      workspace.fail(attempt, reported.getMessage());
      tell(reported.kind() == Kind.CANCELLED ? Ending.CANCELLED : Ending.FAILED);
      return reported;
    }

    private RebuildException reported(Throwable failure) {
      if (failure instanceof RebuildException expected) {
        return expected;
      }
      String where = attempt.progress().pass().wireName().toLowerCase(Locale.ROOT);
      LOG.log(
          System.Logger.Level.ERROR,
          "build of " + workspace.id() + " failed in pass " + where,
          failure);
      return new RebuildException(
          Kind.BUILD_FAILED,
          "build "
              + workspace.id()
              + ": pass "
              + where
              + " failed with "
              + failure.getClass().getSimpleName()
              + ": "
              + failure.getMessage()
              + "; the service's log has the details, request a rebuild to try again");
    }

    private RebuildException cancelled(String effect) {
      return new RebuildException(
          Kind.CANCELLED,
          "build " + workspace.id() + " was cancelled: " + effect + "; request it again if wanted");
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
  }

  private static RebuildMode modeOf(BuildWork work) {
    return work.incremental() ? RebuildMode.INCREMENTAL : RebuildMode.FULL;
  }

  private static Kind kindOf(SourceTreeException failure) {
    return switch (failure.kind()) {
      case ROOT_MISSING -> Kind.ROOT_MISSING;
      case ROOT_NOT_A_FOLDER -> Kind.ROOT_NOT_A_DIRECTORY;
      case ROOT_UNREADABLE -> Kind.ROOT_UNREADABLE;
      case TOO_MANY_FILES -> Kind.BUILD_FAILED;
    };
  }
}
