package dev.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.index.IndexSettings;
import dev.sextant.persist.Opening;
import dev.sextant.persist.SnapshotStore;
import dev.sextant.rebuild.LoadRequest;
import dev.sextant.rebuild.Rebuilds;
import dev.sextant.rebuild.UnloadForce;
import dev.sextant.testing.GraphDump;
import dev.sextant.workspace.GraphLease;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RootMode;
import dev.sextant.workspace.WorkspaceKey;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The graph that the command line keeps of a tree, beside the one that the service serves. */
@QuarkusTest
class SameGraphTest {
  @Inject Rebuilds rebuilds;
  @TempDir Path state;
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"chain", "plants", "shapes", "shop", "small"})
  void theCommandLineAndTheServiceMakeTheSameGraph(String tree) throws Exception {
    // A copy, for what the service keeps of a root is met by whoever loads that next.
    Path root = copied(Path.of("src/test/resources/workspaces", tree));

    assertThat(CommandRun.of(state, "index", root.toString()).exitCode()).isZero();

    LoadedWorkspace served =
        rebuilds
            .load(new LoadRequest(root, RootMode.WORKSPACE_FOLDER, false))
            .await()
            .atMost(Duration.ofSeconds(60));
    try (GraphLease lease = served.lease()) {
      String dump = GraphDump.of(lease.published().graph());
      assertThat(dump).isNotBlank().isEqualTo(kept(root));
    } finally {
      rebuilds.unload(served.id(), UnloadForce.IGNORE_PIN);
    }
  }

  private Path copied(Path tree) throws IOException {
    Path root = folder.toRealPath().resolve("tree");
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.toList()) {
        Files.copy(file, root.resolve(tree.relativize(file).toString()));
      }
    }
    return root;
  }

  private String kept(Path root) {
    var store =
        new SnapshotStore(
            state.resolve("workspaces"), SnapshotStore.USUAL_BYTES, "test", InstantSource.system());
    var key =
        new WorkspaceKey(root, RootMode.GIT_ROOT, IndexSettings.defaults(state).fingerprint());
    Opening opening = store.open(key);
    assertThat(opening).isInstanceOf(Opening.Found.class);
    return GraphDump.of(((Opening.Found) opening).graph().result().graph());
  }
}
