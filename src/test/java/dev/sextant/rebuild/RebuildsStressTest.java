package dev.sextant.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.index.Pass;
import dev.sextant.testing.TestRuntime;
import dev.sextant.workspace.GraphLease;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.RootMode;
import dev.sextant.workspace.WorkspaceEvent;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Any interleaving of requests leaves a runtime that owes nothing to anybody. */
class RebuildsStressTest {
  private static final int THREADS = 4;
  private static final int OPERATIONS_PER_THREAD = 2_000;
  private static final int ROOTS = 3;

  @TempDir private Path temporary;

  private static final Logger LOG = Logger.getLogger(RebuildPipeline.class.getName());

  private record Answer(AtomicInteger times) {}

  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> building = new ConcurrentHashMap<>();
  private final Queue<String> violations = new ConcurrentLinkedQueue<>();
  private final Map<LoadedWorkspace, Long> generations = new ConcurrentHashMap<>();

  @BeforeAll
  static void silenceTheFailuresThatAreMeantToBe() {
    LOG.setLevel(Level.OFF);
  }

  @AfterAll
  static void restoreLogging() {
    LOG.setLevel(null);
  }

  @Test
  void answersEveryRequestOnceAndLeavesNothingBehind(TestReporter reporter) throws Exception {
    long seed = Long.getLong("property.seed", new Random().nextLong());
    reporter.publishEntry("property.seed", Long.toString(seed));
    String replay = "replay with -Dproperty.seed=" + seed;
    List<Path> roots = makeRoots();
    try (ExecutorService passThreads = Executors.newFixedThreadPool(3);
        ExecutorService callers = Executors.newFixedThreadPool(THREADS)) {
      TestRuntime runtime = new TestRuntime(passThreads);
      // Before the threads, for the first Uni of a process sets up Mutiny, and not atomically.
      loadAll(runtime, roots);
      runtime.builds.doing((pass, progress, cancellation) -> unreliablePass(pass));
      try (var _ = runtime.events.subscribe(event -> countBuilds(event))) {
        CountDownLatch done = new CountDownLatch(THREADS);
        for (int thread = 0; thread < THREADS; thread++) {
          Random random = new Random(seed + thread);
          callers.execute(
              () -> {
                try {
                  for (int count = 0; count < OPERATIONS_PER_THREAD; count++) {
                    operate(runtime, roots.get(random.nextInt(ROOTS)), random);
                  }
                } catch (RuntimeException unexpected) {
                  violations.add("thrown: " + unexpected);
                } finally {
                  done.countDown();
                }
              });
        }
        assertThat(done.await(120, TimeUnit.SECONDS)).as(replay).isTrue();
        runtime.builds.succeeding();
        loadAll(runtime, roots);
        runtime.rebuilds.close();
        // Answers are given by the threads of the passes; once those have ended none is on its way.
        passThreads.shutdown();
        assertThat(passThreads.awaitTermination(60, TimeUnit.SECONDS)).as(replay).isTrue();
        assertNothingIsOwed(runtime, replay);
      }
    }
  }

  private void operate(TestRuntime runtime, Path root, Random random) {
    Optional<LoadedWorkspace> workspace = runtime.workspaces.find(root.toString());
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3 ->
          await(
              runtime.rebuilds.load(
                  new LoadRequest(root, RootMode.WORKSPACE_FOLDER, random.nextInt(20) == 0)));
      case 4, 5, 6 ->
          workspace.ifPresent(
              found ->
                  await(
                      runtime.rebuilds.rebuild(
                          found, random.nextBoolean() ? RebuildMode.AUTO : RebuildMode.FULL)));
      case 7 -> workspace.ifPresent(runtime.rebuilds::cancelRebuild);
      case 8 -> {
        if (random.nextInt(4) == 0) {
          refusable(() -> runtime.rebuilds.unload(root.toString(), UnloadForce.IGNORE_PIN));
        }
      }
      case 9 -> refusable(() -> runtime.rebuilds.reset(root.toString(), UnloadForce.IGNORE_PIN));
      case 10 -> workspace.ifPresent(found -> found.evict());
      default -> workspace.ifPresent(this::read);
    }
  }

  private void read(LoadedWorkspace workspace) {
    try (GraphLease lease = workspace.lease()) {
      long generation = lease.published().generation();
      Thread.onSpinWait();
      if (lease.published().generation() != generation) {
        violations.add("a lease changed its generation");
      }
      if (generation > 0) {
        generations.merge(workspace, generation, Math::max);
      }
    }
  }

  private void await(Uni<?> request) {
    Answer answer = new Answer(new AtomicInteger());
    answers.add(answer);
    var _ =
        request
            .subscribe()
            .with(
                item -> answer.times().incrementAndGet(),
                failure -> {
                  answer.times().incrementAndGet();
                  if (!(failure instanceof RebuildException)) {
                    violations.add("failed with " + failure);
                  }
                });
  }

  private void refusable(Runnable request) {
    try {
      request.run();
    } catch (RebuildException refused) {
      if (refused.getMessage().isEmpty()) {
        violations.add("refused without a reason");
      }
    }
  }

  private void unreliablePass(Pass pass) {
    int dice = java.util.concurrent.ThreadLocalRandom.current().nextInt(60);
    if (dice == 0) {
      throw new IllegalStateException("dice in " + pass);
    }
    if (dice == 1) {
      throw new AssertionError("dice in " + pass);
    }
    Thread.onSpinWait();
  }

  private void countBuilds(WorkspaceEvent event) {
    if (event instanceof WorkspaceEvent.GenerationPublished published) {
      building.merge(published.workspace() + "#" + published.generation(), 1, Integer::sum);
    }
  }

  /** Loads every root for good; a build that was under way may still fail, the next cannot. */
  private void loadAll(TestRuntime runtime, List<Path> roots) throws Exception {
    for (Path root : roots) {
      for (int tries = 0; tries < 3; tries++) {
        boolean ended =
            runtime.load(root).handle((loaded, failure) -> true).get(60, TimeUnit.SECONDS);
        assertThat(ended).isTrue();
      }
      assertThat(runtime.load(root)).succeedsWithin(Duration.ofSeconds(60));
    }
  }

  private void assertNothingIsOwed(TestRuntime runtime, String replay) {
    assertThat(runtime.rebuilds.attempts()).as(replay).isEmpty();
    assertThat(violations).as(replay).isEmpty();
    assertThat(answers).as(replay).isNotEmpty();
    assertThat(answers)
        .as(replay)
        .allSatisfy(answer -> assertThat(answer.times().get()).isEqualTo(1));
    assertThat(building.values())
        .as("each generation was published once, " + replay)
        .containsOnly(1);
    assertThat(runtime.workspaces.budget().openLeases()).as(replay).isZero();
    assertThat(runtime.workspaces.budget().figures().retainedBytes()).as(replay).isZero();
    assertThat(runtime.workspaces.budget().retained().list()).as(replay).isEmpty();
    assertThat(runtime.workspaces.budget().figures().loadedBytes())
        .as(replay)
        .isEqualTo(
            runtime.workspaces.list().stream().mapToLong(LoadedWorkspace::memoryBytes).sum());
    generations.forEach(
        (workspace, generation) ->
            assertThat(runtime.workspaces.find(workspace.id()).orElseThrow().generation())
                .as(replay)
                .isGreaterThanOrEqualTo(generation));
  }

  private List<Path> makeRoots() throws IOException {
    List<Path> roots = new ArrayList<>();
    for (int root = 0; root < ROOTS; root++) {
      roots.add(Files.createDirectory(temporary.toRealPath().resolve("root" + root)));
    }
    return roots;
  }
}
