package dev.sextant.rebuild;

import dev.sextant.testing.ManualClock;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RootMode;
import dev.sextant.workspace.WorkspaceEvents;
import dev.sextant.workspace.Workspaces;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/** A runtime over scripted builds. */
final class TestRuntime {
  final ManualClock clock = new ManualClock();
  final WorkspaceEvents events = new WorkspaceEvents(8);
  final Workspaces workspaces = new Workspaces(clock, events);
  final ScriptedBuilds builds = new ScriptedBuilds();
  final List<RebuildEnded> ended = new CopyOnWriteArrayList<>();
  final Rebuilds rebuilds;

  TestRuntime(Executor passExecutor) {
    this(passExecutor, List.of());
  }

  TestRuntime(Executor passExecutor, List<Path> allowedRoots) {
    rebuilds =
        new Rebuilds(
            workspaces,
            new RebuildPipeline(builds, passExecutor, events, clock, clock, ended::add),
            new RebuildSettings(
                new RootPolicy(allowedRoots), "fingerprint", Duration.ofSeconds(10)),
            Runnable::run,
            clock);
  }

  CompletableFuture<LoadedWorkspace> load(Path root) {
    return placed(rebuilds.load(new LoadRequest(root, RootMode.WORKSPACE_FOLDER, false)));
  }

  static <T> CompletableFuture<T> placed(Uni<T> request) {
    return request.subscribeAsCompletionStage();
  }
}
