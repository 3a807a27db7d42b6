package dev.sextant.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.FileBlock;
import dev.sextant.lang.LanguageSupport;
import dev.sextant.resolve.Library;
import dev.sextant.source.LineTable;
import dev.sextant.testing.HeapSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkStateTest {
  @TempDir private Path folder;

  @Test
  void knowsItsBytes() throws Exception {
    Path root = Files.createDirectory(folder.resolve("tree"));
    for (int file = 0; file < 400; file++) {
      Files.writeString(
          root.resolve("Class" + file + ".java"),
          """
          class Class%1$d {
            private int value%1$d = %1$d;

            int method%1$d(int given%1$d) {
              Class%2$d other = new Class%2$d();
              return value%1$d + given%1$d + other.method%2$d(value%1$d);
            }
          }
          """
              .formatted(file, (file + 7) % 400));
    }
    LinkState state;
    try (var workers = new WorkerPool(2)) {
      state = build(root, workers, Optional.empty()).state().orElseThrow();
    }

    long walked =
        HeapSize.of(
            state,
            CodeGraph.class,
            FileBlock.class,
            LineTable.class,
            Library.class,
            LanguageSupport.class);

    assertThat(state.sizeBytes()).isCloseTo(walked, Percentage.withPercentage(15));
  }

  private IndexResult build(Path root, WorkerPool workers, Optional<LinkState> before)
      throws Exception {
    var build =
        new IndexBuild(
            root,
            IndexSettings.defaults(folder.resolve("state")),
            workers,
            (pass, done, total) -> {},
            new Cancellation(),
            before);
    for (Pass pass : Pass.values()) {
      build.run(pass);
    }
    return build.result();
  }
}
