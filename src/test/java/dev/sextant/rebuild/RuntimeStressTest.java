package dev.sextant.rebuild;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.index.IndexBuild;
import dev.sextant.index.IndexSettings;
import dev.sextant.index.Pass;
import dev.sextant.index.WorkerPool;
import dev.sextant.persist.Persistence;
import dev.sextant.rebuild.RebuildEnded.Ending;
import dev.sextant.syntax.SyntaxParser;
import dev.sextant.testing.TestRuntime;
import dev.sextant.testing.Trees;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.MemoryBudget;
import dev.sextant.workspace.RebuildMode;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real builds of sixteen trees in a budget for half of them, with faults in every pass, and
 * snapshots: whatever is asked for in whatever order, nothing is owed or leaked afterwards.
 *
 * <p>{@code -Dsextant.stress.rounds=N} goes N times around in place of once, and then looks at the
 * heap as well.
 */
class RuntimeStressTest {
  private static final int ROUNDS = Integer.getInteger("sextant.stress.rounds", 1);
  private static final int CALLERS = 4;
  private static final int OPERATIONS = 250;
  private static final int ROOTS = 16;
  private static final long PATIENCE_SECONDS = 120;

  // Held, for a logger that nobody holds loses its level.
  private static final List<Logger> LOGS =
      Stream.of(RebuildPipeline.class, BuildRun.class, Admission.class, Persistence.class)
          .map(type -> Logger.getLogger(type.getName()))
          .toList();

  private final Map<Ending, Long> endings = new EnumMap<>(Ending.class);

  @TempDir private Path temporary;

  @BeforeAll
  static void silenceTheFailuresThatAreMeantToBe() {
    LOGS.forEach(log -> log.setLevel(Level.OFF));
  }

  @AfterAll
  static void restoreLogging() {
    LOGS.forEach(log -> log.setLevel(null));
  }

  @Test
  void owesAndLeaksNothingWhateverWasAskedFor(TestReporter reporter) throws Exception {
    long seed = Long.getLong("property.seed", new Random().nextLong());
    reporter.publishEntry("property.seed", Long.toString(seed));
    String replay = "replay with -Dproperty.seed=" + seed;
    Path folder = temporary.toRealPath();
    int parsersBefore = SyntaxParser.openCount();
    List<Path> roots = makeRoots(folder);
    List<Thread> threads = new ArrayList<>();
    try (WorkerPool workers = new WorkerPool(2);
        ExecutorService passes = executor("rebuild-", 3, threads);
        ExecutorService persisting = executor("persist-", 1, threads);
        ExecutorService callers = executor("caller-", CALLERS, threads)) {
      TestRuntime runtime =
          TestRuntime.keeping(folder.resolve("state"), passes, persisting, halfOfAll(roots));
      runtime.builds.opening(real(folder, workers));
      // Before the threads, for the first Uni of a process sets up Mutiny, and not atomically.
      assertThat(runtime.load(roots.getFirst())).succeedsWithin(Duration.ofSeconds(60));
      var requests = new StressRequests(runtime, roots);
      long heapBefore = 0;
      for (int round = 0; round < ROUNDS; round++) {
        runtime.builds.doing((pass, progress, cancellation) -> unreliable(pass));
        run(requests, callers, new Random(seed + round), replay);
        runtime.builds.succeeding();
        assertThat(requests.unanswered()).as(replay).isZero();
        settle(runtime, roots, persisting);
        assertThat(requests.violations()).as(replay).isEmpty();
        assertLedger(runtime, replay);
        count(runtime);
        requests.forget();
        heapBefore = assertHeap(round, heapBefore, replay);
      }
      end(runtime, passes, persisting);
      count(runtime);
      assertThat(requests.answeredMoreThanOnce()).as(replay).isZero();
      assertThat(requests.violations()).as(replay).isEmpty();
      assertThat(runtime.workspaces.list()).as(replay).isEmpty();
      assertThat(runtime.workspaces.budget().figures().committedBytes()).as(replay).isZero();
      assertThat(runtime.workspaces.budget().openLeases()).as(replay).isZero();
      reporter.publishEntry("endings", endings.toString());
      assertThat(endings).as(replay).containsKeys(Ending.PUBLISHED, Ending.FAILED);
    }
    assertThat(threads.stream().filter(RuntimeStressTest::livesOn)).as(replay).isEmpty();
    assertThat(openFilesBelow(folder)).as(replay).isEmpty();
    assertThat(SyntaxParser.openCount()).as(replay).isEqualTo(parsersBefore);
  }

  private void run(StressRequests requests, ExecutorService callers, Random random, String replay)
      throws Exception {
    List<Future<?>> running = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      long seed = random.nextLong();
      running.add(callers.submit(() -> requests.run(OPERATIONS, new Random(seed))));
    }
    for (Future<?> one : running) {
      assertThat(one).as(replay).succeedsWithin(Duration.ofSeconds(PATIENCE_SECONDS));
    }
    requests.awaitAnswers(PATIENCE_SECONDS);
  }

  /** Waits until nothing is built or written: a rebuild of each root is the last one there. */
  private static void settle(TestRuntime runtime, List<Path> roots, ExecutorService persisting)
      throws Exception {
    for (Path root : roots) {
      var loaded = runtime.load(root).handle((workspace, failure) -> failure == null);
      assertThat(loaded).succeedsWithin(Duration.ofSeconds(PATIENCE_SECONDS));
    }
    for (LoadedWorkspace workspace : runtime.workspaces.list()) {
      Uni<RebuildOutcome> last = runtime.rebuilds.rebuild(workspace, RebuildMode.AUTO);
      var ended = TestRuntime.placed(last).handle((outcome, failure) -> true);
      assertThat(ended).succeedsWithin(Duration.ofSeconds(PATIENCE_SECONDS));
    }
    // A build that an eviction has cancelled may not have noticed yet.
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!runtime.rebuilds.attempts().isEmpty() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    // Behind each write there waits one at most, and it comes behind what is taken here.
    for (int times = 0; times < 2; times++) {
      persisting.submit(() -> {}).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private static void assertLedger(TestRuntime runtime, String replay) {
    MemoryBudget.Figures figures = runtime.workspaces.budget().figures();
    long served = runtime.workspaces.list().stream().mapToLong(LoadedWorkspace::memoryBytes).sum();
    assertThat(figures.loadedBytes()).as(replay).isEqualTo(served);
    assertThat(figures.reservedBytes()).as(replay).isZero();
    assertThat(figures.retainedBytes()).as(replay).isZero();
    assertThat(runtime.workspaces.budget().retained().list()).as(replay).isEmpty();
    assertThat(figures.loadedBytes()).as(replay).isLessThanOrEqualTo(figures.limitBytes());
  }

  /** With several rounds, that one does not leave much more behind than the one before. */
  private static long assertHeap(int round, long before, String replay) {
    if (ROUNDS == 1) {
      return 0;
    }
    System.gc();
    long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    System.out.printf("round %d: %d KiB of heap in use%n", round, used >> 10);
    if (round > 1) {
      assertThat(used).as(replay).isLessThan(before + (8L << 20));
    }
    return used;
  }

  private static void end(TestRuntime runtime, ExecutorService passes, ExecutorService persisting)
      throws InterruptedException {
    runtime.rebuilds.close();
    for (LoadedWorkspace workspace : runtime.workspaces.list()) {
      assertThat(runtime.rebuilds.unload(workspace.id(), UnloadForce.IGNORE_PIN).wasLoaded())
          .isTrue();
    }
    // Answers are given by the threads of the passes; once those have ended none is on its way.
    passes.shutdown();
    assertThat(passes.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    runtime.memory.close();
    persisting.shutdown();
    assertThat(persisting.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
  }

  /** Counts what ended, and lets the test keep no more than the counts: its heap is looked at. */
  private void count(TestRuntime runtime) {
    runtime.ended.forEach(end -> endings.merge(end.ending(), 1L, Long::sum));
    runtime.ended.clear();
    runtime.snapshots.clear();
    runtime.builds.forget();
  }

  private static void unreliable(Pass pass) {
    int dice = ThreadLocalRandom.current().nextInt(100);
    if (dice == 0) {
      throw new IllegalStateException("dice in " + pass);
    }
    if (dice == 1) {
      throw new AssertionError("dice in " + pass);
    }
  }

  private static BuildFactory real(Path folder, WorkerPool workers) {
    IndexSettings settings = IndexSettings.defaults(folder.resolve("state"));
    return (key, before, changes, progress, cancellation) ->
        new IndexBuild(
            key.root(), settings, workers, progress, cancellation, before, changes, key.scip());
  }

  /** Half of what the trees take, and enough for the estimate of one. */
  private long halfOfAll(List<Path> roots) throws Exception {
    long all = 0;
    for (Path root : roots) {
      all += Trees.build(root, temporary.resolve("measured")).sizeBytes();
    }
    return all / 2;
  }

  private static List<Path> makeRoots(Path folder) throws IOException {
    List<Path> roots = new ArrayList<>();
    for (int root = 0; root < ROOTS; root++) {
      Path made = Files.createDirectory(folder.resolve("root" + root));
      for (int file = 0; file < StressRequests.FILES + root; file++) {
        StressRequests.edit(made, file, 0);
      }
      roots.add(made);
    }
    return roots;
  }

  private static ExecutorService executor(String name, int count, List<Thread> threads) {
    return Executors.newFixedThreadPool(
        count,
        task -> {
          Thread thread = Thread.ofPlatform().name(name).unstarted(task);
          threads.add(thread);
          return thread;
        });
  }

  private static boolean livesOn(Thread thread) {
    try {
      return !thread.join(Duration.ofSeconds(20));
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** What this process has open there; nothing where the system does not say. */
  private static List<Path> openFilesBelow(Path folder) throws IOException {
    List<Path> open = new ArrayList<>();
    Path descriptors = Path.of("/proc/self/fd");
    if (Files.isDirectory(descriptors)) {
      try (Stream<Path> all = Files.list(descriptors)) {
        for (Path one : all.toList()) {
          Path file = Files.exists(one) ? Files.readSymbolicLink(one) : requireNonNull(one);
          if (file.startsWith(folder)) {
            open.add(file);
          }
        }
      }
    }
    return open;
  }
}
