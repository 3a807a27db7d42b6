package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.StringInterner;
import dev.sextant.source.SourceTreeException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Stand-in. */
public final class IndexBuild {
  private final PassProgress progress;
  private final Cancellation cancellation;

  /** Stand-in. */
  public IndexBuild(
      Path root,
      IndexSettings settings,
      WorkerPool workers,
      PassProgress progress,
      Cancellation cancellation) {
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /** Stand-in. */
  public void run(Pass pass) throws SourceTreeException {
    cancellation.check();
    progress.advanced(pass, 1, 1);
  }

  /** Stand-in. */
  public IndexResult result() {
    return new IndexResult(
        CodeGraph.link(List.of(), new StringInterner(), cancellation),
        new BuildReport(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), List.of(), Map.of()));
  }
}
