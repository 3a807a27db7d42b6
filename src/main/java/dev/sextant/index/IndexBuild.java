package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.StringInterner;
import dev.sextant.source.SourceTreeException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Stand-in. */
public final class IndexBuild implements Build {
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

  @Override
  public void run(Pass pass) throws SourceTreeException {
    cancellation.check();
    progress.advanced(pass, 1, 1);
  }

  @Override
  public IndexResult result() {
    return new IndexResult(
        CodeGraph.link(List.of(), new StringInterner(), cancellation),
        new BuildReport(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), List.of(), Map.of()));
  }
}
