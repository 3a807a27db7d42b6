package dev.sextant.app;

import dev.sextant.lang.BuilderVersion;
import dev.sextant.persist.RememberedFile;
import dev.sextant.persist.SnapshotStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** What lies where in the state folder, for the service and the command line alike. */
final class StateFolder {
  private StateFolder() {}

  /** The snapshots of at most {@code limitBytes}. */
  static SnapshotStore snapshots(Path stateFolder, long limitBytes, InstantSource clock) {
    try {
      String producer = "sextant " + ProductVersion.read() + " " + BuilderVersion.read();
      return new SnapshotStore(stateFolder.resolve("workspaces"), limitBytes, producer, clock);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What is remembered of workspaces. */
  static RememberedFile memory(Path stateFolder) {
    return new RememberedFile(stateFolder.resolve("workspaces.json"));
  }
}
