package dev.sextant.rebuild;

import dev.sextant.graph.CodeGraph;
import dev.sextant.testing.TestRuntime;
import dev.sextant.workspace.GraphLease;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.RootMode;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Random requests to a runtime, and what was answered. */
final class StressRequests {
  /** Files of the smallest tree. */
  static final int FILES = 4;

  private static final int MAX_LEASES = 4;

  /** A request: how often it was answered, and its first answer. */
  private record Asked(AtomicInteger times, CompletableFuture<Boolean> answer) {}

  /** A generation of a root. */
  private record Named(String root, long generation) {}

  private final TestRuntime runtime;
  private final List<Path> roots;
  private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
  private final Queue<String> violations = new ConcurrentLinkedQueue<>();
  private final Map<LoadedWorkspace, Long> newest = new ConcurrentHashMap<>();
  private final Map<Named, Integer> symbols = new ConcurrentHashMap<>();
  private final AtomicLong answeredMoreThanOnce = new AtomicLong();
  private final AtomicInteger edits = new AtomicInteger();

  StressRequests(TestRuntime runtime, List<Path> roots) {
    this.runtime = runtime;
    this.roots = roots;
  }

  /** Makes so many of them, one after the other, and gives every lease back. */
  void run(int count, Random random) {
    Deque<GraphLease> leases = new ArrayDeque<>();
    try {
      for (int made = 0; made < count; made++) {
        one(roots.get(random.nextInt(roots.size())), random, leases);
      }
    } catch (RuntimeException unexpected) {
      violations.add("thrown: " + unexpected);
    } finally {
      leases.forEach(GraphLease::close);
    }
  }

  private void one(Path root, Random random, Deque<GraphLease> leases) {
    Optional<LoadedWorkspace> known = runtime.workspaces.find(root.toString());
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4 ->
          ask(
              runtime.rebuilds.load(new LoadRequest(root, RootMode.WORKSPACE_FOLDER, false)),
              random);
      case 5, 6, 7 -> {
        RebuildMode mode = random.nextInt(4) == 0 ? RebuildMode.FULL : RebuildMode.AUTO;
        known.ifPresent(workspace -> ask(runtime.rebuilds.rebuild(workspace, mode), random));
      }
      case 8, 9, 10 -> edit(root, random.nextInt(FILES), edits.incrementAndGet());
      case 11 -> known.ifPresent(runtime.rebuilds::cancelRebuild);
      case 12 -> {
        if (random.nextInt(3) == 0) {
          refusable(() -> runtime.rebuilds.unload(root.toString(), UnloadForce.IGNORE_PIN));
        }
      }
      case 13 -> refusable(() -> runtime.rebuilds.reset(root.toString(), UnloadForce.RESPECT_PIN));
      case 14 -> known.ifPresent(workspace -> pin(workspace, random));
      case 15 -> known.ifPresent(workspace -> workspace.evict());
      case 16 -> jump(random);
      case 17 -> known.ifPresent(workspace -> damage(workspace, random));
      default -> known.ifPresent(workspace -> read(workspace, leases));
    }
  }

  /** Asks, and at times waits for the answer, so that not all that happens happens at once. */
  private void ask(Uni<?> request, Random random) {
    Asked one = new Asked(new AtomicInteger(), new CompletableFuture<>());
    asked.add(one);
    var _ =
        request
            .subscribe()
            .with(
                item -> answered(one),
                failure -> {
                  if (!(failure instanceof RebuildException)) {
                    violations.add("failed with " + failure);
                  }
                  answered(one);
                });
    if (random.nextInt(3) > 0) {
      await(one, 60);
    }
  }

  private void answered(Asked one) {
    if (one.times().incrementAndGet() > 1) {
      answeredMoreThanOnce.incrementAndGet();
    }
    one.answer().complete(true);
  }

  private void await(Asked one, long seconds) {
    try {
      var _ = one.answer().get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException | InterruptedException | ExecutionException none) {
      violations.add("no answer within " + seconds + " s");
    }
  }

  /** Waits until all that was asked is answered. */
  void awaitAnswers(long seconds) {
    asked.forEach(one -> await(one, seconds));
  }

  private void read(LoadedWorkspace workspace, Deque<GraphLease> leases) {
    workspace.notes().touch();
    long before = newest.getOrDefault(workspace, 0L);
    @SuppressWarnings("MustBeClosedChecker") // Given back some requests later.
    GraphLease lease = workspace.lease();
    leases.add(lease);
    long generation = lease.published().generation();
    if (generation > 0) {
      if (generation < before) {
        violations.add("generation " + generation + " behind " + before + " " + workspace.id());
      }
      newest.merge(workspace, generation, Math::max);
      same(workspace.id(), generation, lease.published().graph());
    }
    if (leases.size() > MAX_LEASES) {
      leases.remove().close();
    }
  }

  private void same(String root, long generation, CodeGraph graph) {
    int hash = hash(graph);
    Integer known = symbols.putIfAbsent(new Named(root, generation), hash);
    if (known != null && known != hash) {
      violations.add("generation " + generation + " of " + root + " names two graphs");
    }
  }

  /** Of all names in the graph: every edit brings a new one. */
  private static int hash(CodeGraph graph) {
    int hash = graph.symbols().count();
    for (int name = 0; name < graph.names().count(); name++) {
      hash = 31 * hash + graph.names().get(name).hashCode();
    }
    return hash;
  }

  private static void pin(LoadedWorkspace workspace, Random random) {
    if (random.nextInt(4) == 0) {
      workspace.notes().pin();
    } else {
      workspace.notes().unpin();
    }
  }

  private void jump(Random random) {
    Duration by = Duration.ofMinutes(random.nextInt(2_000));
    if (random.nextBoolean()) {
      runtime.clock.advance(by);
    } else {
      runtime.clock.shift(by.multipliedBy(random.nextBoolean() ? 1 : -1));
    }
  }

  private void damage(LoadedWorkspace workspace, Random random) {
    try {
      Path file = runtime.store.fileOf(workspace.key());
      if (random.nextInt(3) == 0 && Files.exists(file)) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    } catch (NoSuchFileException gone) {
      // Dropped meanwhile, or never written.
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
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

  /** Gives a file of the tree a method that no file had before; a file uses the one before it. */
  static void edit(Path root, int file, int version) {
    String text =
        "class C%d { int before; int m%d() { return %s; } }%n"
            .formatted(file, version, file == 0 ? "1" : "new C%d().before".formatted(file - 1));
    try {
      Files.writeString(root.resolve("C%d.java".formatted(file)), text);
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
  }

  List<String> violations() {
    return List.copyOf(violations);
  }

  long unanswered() {
    return asked.stream().filter(one -> one.times().get() == 0).count();
  }

  long answeredMoreThanOnce() {
    return answeredMoreThanOnce.get();
  }

  /** Forgets what is answered and over, so that what the runtime keeps can be told apart. */
  void forget() {
    asked.removeIf(one -> one.times().get() > 0);
    newest.keySet().removeIf(LoadedWorkspace::isRetired);
    symbols.clear();
  }
}
