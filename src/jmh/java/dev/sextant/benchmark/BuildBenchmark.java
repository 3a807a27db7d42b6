package dev.sextant.benchmark;

import dev.sextant.benchmark.MeasuredTree.FactsKept;
import dev.sextant.index.IndexBuild;
import dev.sextant.index.IndexResult;
import dev.sextant.index.Pass;
import dev.sextant.workspace.BuildAttempt;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.MemoryBudget;
import dev.sextant.workspace.PublishedGraph;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.Reservation;
import dev.sextant.workspace.RootMode;
import dev.sextant.workspace.WorkspaceEvents;
import dev.sextant.workspace.WorkspaceKey;
import dev.sextant.workspace.Workspaces;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

/** What the passes of a whole build take, from reading the files to the graph that is served. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class BuildBenchmark {
  /** A build whose passes have run up to the one that is measured. */
  @State(Scope.Thread)
  public static class Begun {
    private MeasuredTree tree;
    private IndexBuild walked;

    /** Finds the tree. */
    @Setup(Level.Trial)
    public void open() throws Exception {
      tree = new MeasuredTree();
    }

    /** Lists the files, for a build that will read and parse all of them. */
    @Setup(Level.Invocation)
    public void walk() throws Exception {
      walked = tree.build(FactsKept.NO, Optional.empty());
      MeasuredTree.run(walked, List.of(Pass.WALK));
    }

    /** Removes what was written. */
    @TearDown(Level.Trial)
    public void close() throws Exception {
      tree.close();
    }
  }

  /** A build whose files were read. */
  @State(Scope.Thread)
  public static class Extracted {
    private MeasuredTree tree;
    private IndexBuild extracted;

    /** Finds the tree. */
    @Setup(Level.Trial)
    public void open() throws Exception {
      tree = new MeasuredTree();
    }

    /** Reads the files; their facts are known from the second time on. */
    @Setup(Level.Invocation)
    public void extract() throws Exception {
      extracted = tree.build(FactsKept.YES, Optional.empty());
      MeasuredTree.run(extracted, List.of(Pass.WALK, Pass.EXTRACT));
    }

    /** Removes what was written. */
    @TearDown(Level.Trial)
    public void close() throws Exception {
      tree.close();
    }
  }

  /** A build whose references have been resolved, and the workspace it is for. */
  @State(Scope.Thread)
  public static class Resolved {
    private MeasuredTree tree;
    private final MemoryBudget budget = new MemoryBudget(1L << 40);
    private LoadedWorkspace workspace;
    private IndexBuild resolved;
    private BuildAttempt attempt;

    /** Finds the tree. */
    @Setup(Level.Trial)
    public void open() throws Exception {
      tree = new MeasuredTree();
      var workspaces = new Workspaces(System::nanoTime, new WorkspaceEvents(1), budget);
      workspace =
          workspaces.findOrAdd(
              new WorkspaceKey(tree.scratch().toRealPath(), RootMode.WORKSPACE_FOLDER, "jmh"),
              added -> {});
    }

    /** Runs a build up to its last pass. */
    @Setup(Level.Invocation)
    public void resolve() throws Exception {
      attempt = new BuildAttempt(RebuildMode.FULL, Instant.now(), System::nanoTime);
      if (!workspace.beginRebuild(attempt) && !workspace.beginLoad(attempt)) {
        throw new IllegalStateException("the build before is still under way");
      }
      resolved = tree.build(FactsKept.YES, Optional.empty());
      MeasuredTree.run(resolved, List.of(Pass.WALK, Pass.EXTRACT, Pass.DECLARE, Pass.RESOLVE));
    }

    /** Removes what was written. */
    @TearDown(Level.Trial)
    public void close() throws Exception {
      tree.close();
    }
  }

  /** Reading, parsing and taking the facts of all files. */
  @Benchmark
  public IndexBuild parseAndExtract(Begun state) throws Exception {
    state.walked.run(Pass.EXTRACT);
    return state.walked;
  }

  /** Resolving all references of all files. */
  @Benchmark
  public IndexBuild link(Extracted state) throws Exception {
    MeasuredTree.run(state.extracted, List.of(Pass.DECLARE, Pass.RESOLVE));
    return state.extracted;
  }

  /** Joining what was resolved to a graph, and serving that. */
  @Benchmark
  public PublishedGraph publish(Resolved state) throws Exception {
    state.resolved.run(Pass.FINISH);
    IndexResult result = state.resolved.result();
    try (Reservation reservation = state.budget.reserve(result.sizeBytes()).orElseThrow()) {
      return state.workspace.publish(state.attempt, result, "", reservation, Instant.now()).orElseThrow();
    }
  }
}
