package dev.sextant.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.syntax.SyntaxParser;
import dev.sextant.testing.Trees;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The native memory of parsers is no part of the memory budget: their number bounds it. */
class ParsersGivenBackTest {
  private static final int WORKERS = 2;
  private static final int FILES = 20;

  @TempDir private Path folder;

  @Test
  void everyBuildGivesItsParsersBackAndHasNoMoreThanWorkers() throws Exception {
    StringBuilder files = new StringBuilder();
    for (int file = 0; file < FILES; file++) {
      files.append("//- A%d.java\nclass A%d { int a; }\n".formatted(file, file));
    }
    Path root = Trees.write(folder.toRealPath(), files.toString());
    int before = SyntaxParser.openCount();
    var most = new AtomicInteger();
    try (var workers = new WorkerPool(WORKERS)) {
      for (int stopAt = 1; stopAt <= FILES; stopAt++) {
        var cancellation = new Cancellation();
        int last = stopAt;
        boolean fails = stopAt % 2 == 0;
        PassProgress progress =
            (pass, done, total) -> {
              most.accumulateAndGet(SyntaxParser.openCount() - before, Math::max);
              if (pass == Pass.EXTRACT && done == last) {
                if (fails) {
                  throw new AssertionError("planned");
                }
                cancellation.cancel("planned");
              }
            };
        extract(root, stopAt, workers, progress, cancellation);

        assertThat(SyntaxParser.openCount()).as("stopped at file %d", stopAt).isEqualTo(before);
      }
    }
    assertThat(most).hasValueBetween(1, WORKERS);
  }

  private void extract(
      Path root, int number, WorkerPool workers, PassProgress progress, Cancellation cancellation)
      throws Exception {
    IndexSettings settings = IndexSettings.defaults(folder.resolve("state" + number));
    var build = new IndexBuild(root, settings, workers, progress, cancellation);
    build.run(Pass.WALK);
    try {
      build.run(Pass.EXTRACT);
    } catch (RuntimeException | AssertionError planned) {
      assertThat(planned).hasMessageContaining("planned");
    }
  }
}
