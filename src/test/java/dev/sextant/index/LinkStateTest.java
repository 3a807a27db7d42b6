package dev.sextant.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.SnapshotAttachment;
import dev.sextant.lang.LanguageSupport;
import dev.sextant.resolve.Library;
import dev.sextant.source.LineTable;
import dev.sextant.testing.GraphDump;
import dev.sextant.testing.HeapSize;
import dev.sextant.testing.Trees;
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
    Path root = tree(400);
    LinkState state = build(root, Optional.empty()).state().orElseThrow();

    long walked =
        HeapSize.of(state, CodeGraph.class, LineTable.class, Library.class, LanguageSupport.class);

    assertThat(state.sizeBytes()).isCloseTo(walked, Percentage.withPercentage(15));
  }

  @Test
  void letsTheFirstBuildAfterARestartDoOnlyWhatChanged() throws Exception {
    Path root = tree(40);
    IndexResult before = build(root, Optional.empty());
    Optional<LinkState> restored = restored(before);
    Path edited = root.resolve("Class3.java");
    Files.writeString(edited, Files.readString(edited).replace("return ", "return 1 + "));

    IndexResult after = build(root, restored);

    assertThat(after.report().filesExtracted()).isEqualTo(1);
    assertThat(after.report().work().filesLinked()).isEqualTo(1);
    assertThat(GraphDump.of(after.graph()))
        .isEqualTo(GraphDump.of(build(root, Optional.empty()).graph()));
  }

  @Test
  void comesBackAsItWas() throws Exception {
    IndexResult before = build(tree(10), Optional.empty());
    LinkState restored = restored(before).orElseThrow();

    assertThat(restored.attachment()).isEqualTo(before.state().orElseThrow().attachment());
  }

  @Test
  void linksEverythingAgainWhenOtherLibrariesAreFound() throws Exception {
    Path root = tree(5);
    IndexResult before = build(root, Optional.empty());
    LinkState known = restored(before).orElseThrow();
    var linkedWithOthers =
        new LinkState(
            known.graph(),
            known.names(),
            known.files(),
            ~known.libraryFingerprint(),
            known.buildFiles());

    IndexResult after = build(root, Optional.of(linkedWithOthers));

    assertThat(after.report().work().filesLinked()).isEqualTo(5);
    assertThat(after.report().work().incremental()).isFalse();
    assertThat(GraphDump.of(after.graph())).isEqualTo(GraphDump.of(before.graph()));
  }

  @Test
  void refusesWhatAnotherProgramWrote() throws Exception {
    IndexResult built = build(tree(3), Optional.empty());
    IndexResult other = build(tree(4), Optional.empty());
    LinkState state = built.state().orElseThrow();
    byte[] bytes = LinkStateForm.write(state, "some extractors");

    assertThat(LinkStateForm.read(built.graph(), bytes, "some extractors")).isPresent();
    assertThat(LinkStateForm.read(built.graph(), bytes, "other extractors")).isEmpty();
    assertThat(LinkStateForm.read(other.graph(), bytes, "some extractors")).isEmpty();
    bytes[0]++;
    assertThat(LinkStateForm.read(built.graph(), bytes, "some extractors")).isEmpty();
    assertThat(LinkState.restored(built.graph(), SnapshotAttachment.NONE)).isEmpty();
  }

  private static Optional<LinkState> restored(IndexResult built) {
    return LinkState.restored(built.graph(), built.state().orElseThrow().attachment());
  }

  private Path tree(int files) throws Exception {
    Path root = Files.createDirectory(folder.resolve("tree" + files));
    for (int file = 0; file < files; file++) {
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
              .formatted(file, (file + 7) % files));
    }
    return root;
  }

  private IndexResult build(Path root, Optional<LinkState> before) throws Exception {
    return Trees.build(root, Optional.empty(), folder.resolve("state"), before);
  }
}
