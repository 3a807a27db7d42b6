package dev.sextant.cli;

import dev.sextant.index.IndexSettings;
import dev.sextant.persist.RememberedFile;
import dev.sextant.persist.SnapshotStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A command that was run in this process: how it ended, and what it printed. */
record CommandRun(int exitCode, String out, String err, List<Map<String, String>> served) {
  /** Runs {@code sextant} with these arguments; the service is not started, only noted. */
  static CommandRun of(Path stateFolder, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<Map<String, String>> served = new ArrayList<>();
    int exitCode =
        SextantCommand.run(
            new CommandSurroundings(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                CommandSurroundings.Progress.NONE,
                IndexSettings.defaults(stateFolder),
                new LocalState(
                    new SnapshotStore(
                        stateFolder.resolve("workspaces"),
                        SnapshotStore.USUAL_BYTES,
                        "test",
                        InstantSource.system()),
                    new RememberedFile(stateFolder.resolve("workspaces.json"))),
                2,
                "1.2.3",
                served::add),
            arguments);
    return new CommandRun(
        exitCode,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8),
        List.copyOf(served));
  }
}
