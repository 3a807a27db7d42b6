package dev.sextant.rebuild;

import dev.sextant.index.Build;
import dev.sextant.index.Pass;
import dev.sextant.persist.Persistence;
import dev.sextant.workspace.BuildAttempt;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.WorkspaceEvents;
import dev.sextant.workspace.Workspaces;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The steps of one build: begin, the passes in order, publish, keep.
 *
 * <p>A build that finds every file as it was ends without linking; what is served stays.
 *
 * <p>A load may be met by a graph of an earlier process, and a restored graph need not be built
 * again when no file differs: then the run ends before the first pass.
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
  private static final Set<Pass> READING = EnumSet.range(Pass.WALK, Pass.EXTRACT);
  private static final Set<Pass> LINKING =
      EnumSet.complementOf(EnumSet.range(Pass.WALK, Pass.EXTRACT));

  private final BuildFactory builds;
  private final Admission admission;
  private final Executor passExecutor;
  private final WorkspaceEvents events;
  private final InstantSource clock;
  private final LongSupplier nanoClock;
  private final Consumer<RebuildEnded> ended;
  private final Persistence persistence;
  private final ModeRule modes;

  /**
   * A pipeline.
   *
   * @param passExecutor runs the passes, which block; must refuse rather than drop what it does not
   *     run
   * @param workspaces the workspaces that are built, and their budget
   * @param nanoClock the monotonic clock, in nanoseconds
   * @param ended is told of the end of every build, on the thread that ended it
   * @param modes decides how much a build looks at
   * @param persistence keeps what is published, and has what an earlier process kept
   */
  public RebuildPipeline(
      BuildFactory builds,
      Executor passExecutor,
      Workspaces workspaces,
      InstantSource clock,
      LongSupplier nanoClock,
      Consumer<RebuildEnded> ended,
      ModeRule modes,
      Persistence persistence) {
    this.builds = builds;
    this.admission = new Admission(workspaces);
    this.passExecutor = passExecutor;
    this.events = workspaces.events();
    this.clock = clock;
    this.nanoClock = nanoClock;
    this.ended = ended;
    this.modes = modes;
    this.persistence = persistence;
  }

  /**
   * One build of {@code workspace}; runs when subscribed to, and is to be subscribed to once.
   *
   * <p><b>Errors:</b> fails with {@link RebuildException}, never with anything else.
   */
  Uni<RebuildOutcome> build(LoadedWorkspace workspace, RebuildRun placed) {
    BuildAttempt attempt = placed.attempt();
    ThrottledProgress progress = new ThrottledProgress(workspace, attempt, events, nanoClock);
    BuildRun run =
        new BuildRun(
            workspace,
            placed,
            progress,
            builds,
            modes,
            admission,
            persistence,
            clock,
            nanoClock,
            ended);
    return Uni.createFrom()
        .item(() -> run.begin())
        .chain(start -> shortcut(run, start))
        .chain(
            outcome -> outcome.isPresent() ? Uni.createFrom().item(outcome.get()) : wholeBuild(run))
        .onFailure()
        .transform(run::failed)
        .onTermination()
        .invoke(run::giveBack);
  }

  /** What makes the passes unnecessary, if anything does. */
  private Uni<Optional<RebuildOutcome>> shortcut(BuildRun run, BuildRun.Start start) {
    return switch (start) {
      case BUILD -> Uni.createFrom().item(Optional.empty());
      case RESTORE -> onPassThread(run::restored);
      case COMPARE -> onPassThread(run::unchanged);
    };
  }

  private Uni<RebuildOutcome> wholeBuild(BuildRun run) {
    return passes(run, Uni.createFrom().item(run::open), READING)
        .chain(
            build ->
                run.nothingToLink(build)
                    .map(outcome -> Uni.createFrom().item(outcome))
                    .orElseGet(() -> linked(run, build)));
  }

  private Uni<RebuildOutcome> linked(BuildRun run, Build build) {
    return passes(run, Uni.createFrom().item(build), LINKING)
        .chain(made -> onPassThread(() -> run.publish(made)));
  }

  private Uni<Build> passes(BuildRun run, Uni<Build> opened, Set<Pass> passes) {
    Uni<Build> chain = opened;
    for (Pass pass : passes) {
      chain = chain.chain(build -> onPassThread(() -> run.pass(build, pass)));
    }
    return chain;
  }

  private <T> Uni<T> onPassThread(Supplier<T> step) {
    return Uni.createFrom().item(step).runSubscriptionOn(passExecutor);
  }
}
