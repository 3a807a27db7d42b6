package dev.sextant.cli;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.index.IndexBuild;
import dev.sextant.index.IndexResult;
import dev.sextant.index.IndexSettings;
import dev.sextant.index.WorkerPool;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The export of edges, for tests of other packages. */
public final class EdgeExport {
  private EdgeExport() {}

  /** Writes to {@code file} what {@code sextant export --format edges} writes for {@code root}. */
  public static void write(Path root, Path stateFolder, Path file) throws IOException {
    try (var workers = new WorkerPool(Runtime.getRuntime().availableProcessors());
        OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
      IndexResult result =
          LocalBuild.run(
                  root,
                  new IndexBuild(
                      root.toRealPath(),
                      IndexSettings.usual(stateFolder, Path.of(System.getProperty("user.home"))),
                      workers,
                      (pass, done, total) -> {},
                      new Cancellation()))
              .result();
      EdgeLines.write(result.graph(), to);
    } catch (CommandFailure failed) {
      throw new IOException("the edges of " + root + " cannot be exported: " + failed, failed);
    }
  }
}
