package dev.sextant.workspace;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import dev.sextant.index.IndexResult;
import dev.sextant.testing.Graphs;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * Publishing, evicting, reading and reserving, by threads that are stopped at every point in turn.
 *
 * <p>{@code -Dsextant.interleavings=N} tries N interleavings of each set of operations.
 */
class PublishModelCheckTest {
  private static final int INTERLEAVINGS = Integer.getInteger("sextant.interleavings", 50);

  @Test
  void noInterleavingBreaksTheLedgerOrALease() {
    new ModelCheckingOptions()
        .threads(3)
        .actorsPerThread(2)
        .iterations(4)
        .invocationsPerIteration(INTERLEAVINGS)
        // They share nothing; and a path may not be turned into text under the checker.
        .addGuarantee(
            forClasses(
                    name ->
                        name.startsWith("dev.sextant.graph.")
                            || name.equals(WorkspaceKey.class.getName()))
                .allMethods()
                .ignore())
        .check(Model.class);
  }

  /** One workspace, and a budget that has room for its graph and the one that replaces it. */
  public static class Model {
    private static final IndexResult RESULT = Graphs.withFiles(1);
    private static final Instant NOW = Instant.EPOCH;

    private final MemoryBudget budget = new MemoryBudget(2 * RESULT.sizeBytes());
    private final LoadedWorkspace workspace =
        new LoadedWorkspace(
            new WorkspaceKey(Path.of("/src"), RootMode.GIT_ROOT, "fingerprint"),
            new WorkspaceEvents(1),
            budget,
            0,
            () -> 0);

    /** Builds, if no other build is under way and there is room. */
    @Operation
    public void publish() {
      var attempt = new BuildAttempt(RebuildMode.AUTO, NOW, System::nanoTime);
      if (!workspace.beginRebuild(attempt) && !workspace.beginLoad(attempt)) {
        return;
      }
      Optional<Reservation> room = budget.reserve(RESULT.sizeBytes());
      if (room.isEmpty()) {
        workspace.abandon(attempt);
        return;
      }
      try (Reservation reservation = room.get()) {
        if (workspace.publish(attempt, RESULT, "", reservation, NOW).isEmpty()) {
          workspace.abandon(attempt);
        }
      }
    }

    /** Drops the graph and stops what builds. */
    @Operation
    public void evict() {
      workspace.evict();
      possible();
    }

    /** Reads the graph: as long as it is leased its bytes are counted. */
    @Operation
    public void read() {
      try (GraphLease lease = workspace.lease()) {
        MemoryBudget.Figures figures = possible();
        if (figures.committedBytes() < lease.published().sizeBytes()) {
          throw new AssertionError("a graph is read that is not counted: " + figures);
        }
      }
    }

    private MemoryBudget.Figures possible() {
      MemoryBudget.Figures figures = budget.figures();
      if (figures.loadedBytes() < 0
          || figures.retainedBytes() < 0
          || figures.reservedBytes() < 0
          || figures.committedBytes() > figures.limitBytes()) {
        throw new AssertionError("the figures cannot be: " + figures);
      }
      return figures;
    }

    /** When all is quiet, what is counted is what is served. */
    @Validate
    public void settled() {
      MemoryBudget.Figures figures = budget.figures();
      if (figures.loadedBytes() != workspace.memoryBytes()
          || figures.reservedBytes() != 0
          || figures.retainedBytes() != 0
          || budget.openLeases() != 0) {
        throw new AssertionError(
            figures + " for a workspace that serves " + workspace.memoryBytes() + " bytes");
      }
    }
  }
}
