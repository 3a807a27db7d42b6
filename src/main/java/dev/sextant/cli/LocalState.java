package dev.sextant.cli;

import dev.sextant.index.IndexSettings;
import dev.sextant.persist.Opening;
import dev.sextant.persist.RememberedFile;
import dev.sextant.persist.SnapshotStore;
import dev.sextant.watch.GitState;
import dev.sextant.workspace.RootMode;
import dev.sextant.workspace.StoredGraph;
import dev.sextant.workspace.WorkspaceKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What commands share with the service beyond the process.
 *
 * @param snapshots the graphs that a service starts from
 * @param memory what was loaded, and how far generations have come
 */
public record LocalState(SnapshotStore snapshots, RememberedFile memory) {
  /**
   * Keeps what {@code build} gave for the service to start from, above all generations that were
   * given out for its root; answers the length of the file.
   */
  long keep(LocalBuild build, IndexSettings settings) throws IOException {
    Path root = build.root();
    RootMode mode =
        RootMode.GIT_ROOT.rootOf(root).equals(root) ? RootMode.GIT_ROOT : RootMode.WORKSPACE_FOLDER;
    var key = new WorkspaceKey(root, mode, settings.fingerprint());
    long last =
        Math.max(
            memory.read().generations().getOrDefault(root, 0L),
            switch (snapshots.open(key)) {
              case Opening.Found(StoredGraph stored) -> stored.generation();
              case Opening.Refused refused -> refused.generation().orElse(0);
              case Opening.Absent _ -> 0;
            });
    Instant now = Instant.now();
    return snapshots.write(
        key,
        new StoredGraph(last + 1, build.begunAt(), now, GitState.of(root).text(), build.result()));
  }
}
