package dev.sextant.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testing.GraphDump;
import dev.sextant.testing.Trees;
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
    Path root = Trees.write(folder, Files.readString(golden.resolve("tree.txt")));

    String dump = GraphDump.of(Trees.build(root, folder.resolve("state")).graph());

    Path expected = golden.resolve("graph.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, dump);
    }
    assertThat(dump).isEqualTo(Files.readString(expected));
  }
}
