package dev.sextant.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.cancellation.CancelledException;
import dev.sextant.graph.TreeState;
import dev.sextant.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeComparisonTest {
  private static final Instant OLD = Instant.parse("2020-01-01T00:00:00.123456789Z");

  @TempDir private Path folder;
  private Path root;
  private TreeState tree;

  @BeforeEach
  void build() throws Exception {
    root =
        Trees.write(
            folder,
            """
            //- a/A.java
            class A {}
            //- a/B.java
            class B {}
            //- a/pom.xml
            <project/>
            //- c.py
            c = 1
            """);
    for (String name : List.of("a/A.java", "a/B.java", "a/pom.xml", "c.py")) {
      touch(name, OLD);
    }
    Files.write(root.resolve("d.py"), new byte[] {'d', 0});
    touch("d.py", OLD);
    tree = Trees.build(root, folder.resolve("state")).tree();
  }

  @Test
  void findsNothingInAnUntouchedTree() throws Exception {
    assertThat(differences(tree)).isEmpty();
  }

  @Test
  void findsWhatWasAddedRemovedAndChanged() throws Exception {
    Files.writeString(root.resolve("a/A.java"), "class A { int more; }");
    Files.delete(root.resolve("a/B.java"));
    Files.writeString(root.resolve("a/Ab.java"), "class Ab {}");
    Files.writeString(root.resolve("e.py"), "e = 1");

    assertThat(differences(tree)).containsExactly("a/A.java", "a/Ab.java", "a/B.java", "e.py");
  }

  @Test
  void findsFilesThatSayHowToBuild() throws Exception {
    Files.writeString(root.resolve("a/pom.xml"), "<PROJECT/>");
    Files.writeString(root.resolve("tsconfig.json"), "{}");

    assertThat(differences(tree)).containsExactly("a/pom.xml", "tsconfig.json");
  }

  @Test
  void knowsAFileByItsContentWhenOnlyItsTimeDiffers() throws Exception {
    touch("a/A.java", OLD.plusSeconds(1));
    touch("a/pom.xml", OLD.plusSeconds(1));

    assertThat(differences(tree)).isEmpty();
  }

  @Test
  void findsAnotherContentOfTheSameLength() throws Exception {
    Files.writeString(root.resolve("c.py"), "c = 2\n");
    touch("c.py", OLD.plusSeconds(1));

    assertThat(differences(tree)).containsExactly("c.py");
  }

  @Test
  void trustsNoTimeThatCannotTell() throws Exception {
    Files.writeString(root.resolve("c.py"), "c = 2\n");
    touch("c.py", OLD);
    assertThat(differences(tree)).isEmpty();

    long nanos = TimeUnit.SECONDS.toNanos(OLD.getEpochSecond());
    // Those without a hash, too, which nothing can tell about any more.
    assertThat(differences(tree.withTimesBefore(nanos))).containsExactly("c.py", "d.py");
    assertThat(differences(tree.withTimesBefore(nanos + TimeUnit.SECONDS.toNanos(1)))).isEmpty();
  }

  @Test
  void countsAFileWithoutATextAsChangedWhenItsTimeDiffers() throws Exception {
    touch("d.py", OLD.plusSeconds(1));

    assertThat(differences(tree)).containsExactly("d.py");
  }

  @Test
  void stopsWhenItIsCancelled() {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel("test");

    assertThatThrownBy(() -> comparison().differences(root, tree, cancelled))
        .isInstanceOf(CancelledException.class);
  }

  private List<String> differences(TreeState before) throws Exception {
    return comparison().differences(root, before, new Cancellation());
  }

  private TreeComparison comparison() {
    return new TreeComparison(IndexSettings.defaults(folder.resolve("state")));
  }

  private void touch(String name, Instant time) throws IOException {
    Files.setLastModifiedTime(root.resolve(name), FileTime.from(time));
  }
}
