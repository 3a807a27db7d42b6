package dev.sextant.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.testing.GraphDump;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole builds of small trees against golden dumps of their graphs.
 *
 * <p>A tree is one text, {@code //- path} before each file; {@code -Dgolden.update=true} rewrites
 * the dumps.
 */
class GraphGoldenTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java",
        "java-inference",
        "typescript",
        "typescript-modules",
        "commonjs",
        "python"
      })
  void graphIsTheGoldenOne(String language) throws Exception {
    Path golden = Path.of("src/test/resources/golden/graph", language);
    Path root = Files.createDirectory(folder.resolve("tree"));
    write(root, Files.readString(golden.resolve("tree.txt")));

    String dump = GraphDump.of(build(root).graph());

    Path expected = golden.resolve("graph.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, dump);
    }
    assertThat(dump).isEqualTo(Files.readString(expected));
  }

  private IndexResult build(Path root) throws Exception {
    try (var workers = new WorkerPool(2)) {
      var build =
          new IndexBuild(
              root,
              IndexSettings.defaults(folder.resolve("state")),
              workers,
              (pass, done, total) -> {},
              new Cancellation());
      for (Pass pass : Pass.values()) {
        build.run(pass);
      }
      return build.result();
    }
  }

  private static void write(Path root, String tree) throws Exception {
    for (String file : tree.substring("//- ".length()).split("(?m)^//- ", -1)) {
      int end = file.indexOf('\n');
      Path path = root.resolve(file.substring(0, end));
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.substring(end + 1));
    }
  }
}
