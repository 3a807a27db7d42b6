package dev.sextant.benchmark;

import dev.sextant.benchmark.MeasuredTree.FactsKept;
import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.Evidence;
import dev.sextant.graph.GraphSnapshot;
import dev.sextant.graph.SnapshotExpectations;
import dev.sextant.graph.SnapshotMetadata;
import dev.sextant.graph.SnapshotOrigin;
import dev.sextant.graph.SnapshotOutcome;
import dev.sextant.graph.TreeState;
import dev.sextant.index.IndexBuild;
import dev.sextant.index.Pass;
import dev.sextant.query.Calls;
import dev.sextant.query.Window;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a graph costs that is there: opening it from its file, and asking it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class GraphBenchmark {
  private static final int ASKED = 1_000;
  private static final Window FIRST_HUNDRED = new Window(0, 100);

  private final Random random = new Random(7);
  private final int[] symbols = new int[ASKED];
  private MeasuredTree tree;
  private CodeGraph graph;
  private SnapshotExpectations expectations;
  private Path snapshot;
  private int next;

  /** Builds the graph, writes it, and picks callables at random. */
  @Setup(Level.Trial)
  public void open() throws Exception {
    tree = new MeasuredTree();
    IndexBuild build = tree.build(FactsKept.YES, Optional.empty());
    MeasuredTree.run(build, List.of(Pass.values()));
    graph = build.result().graph();
    snapshot = tree.scratch().resolve("graph.snapshot");
    var origin = new SnapshotOrigin("/tree", "workspaceFolder", "jmh", "jmh");
    GraphSnapshot.write(
        graph,
        new SnapshotMetadata(
            origin, 1, Instant.EPOCH, "", Map.of(), new TreeState.Builder().build()),
        snapshot);
    expectations = new SnapshotExpectations(origin, Long.MAX_VALUE);
    for (int i = 0; i < ASKED; ) {
      int symbol = random.nextInt(graph.symbols().count());
      if (graph.symbols().kind(symbol).isCallable()) {
        symbols[i++] = symbol;
      }
    }
  }

  /** Removes what was written. */
  @TearDown(Level.Trial)
  public void close() throws Exception {
    tree.close();
  }

  /** Reading a graph from its file, with all checks. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public SnapshotOutcome openSnapshot() {
    return GraphSnapshot.open(snapshot, expectations);
  }

  /** The first hundred callers of some callable. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public Calls callers() {
    next = (next + 1) % ASKED;
    return Calls.in(
        graph,
        new Calls.Request(
            symbols[next],
            Calls.Direction.CALLERS,
            1,
            Evidence.NAMED,
            Calls.Dispatch.DECLARED,
            FIRST_HUNDRED),
        new Cancellation());
  }
}
