package dev.sextant.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.source.SkipReason;
import dev.sextant.source.SourcePath;
import dev.sextant.source.TreeChanges;
import dev.sextant.testing.GraphDump;
import dev.sextant.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Builds that are told where the tree may have changed. */
class NamedChangesTest {
  private static final TreeChanges UNKNOWN = new TreeChanges.Unknown();
  private static final String TREE =
      """
      //- a/A.java
      class A { int one() { return 1; } }
      //- a/B.java
      class B { int two() { return new A().one(); } }
      //- c/C.java
      class C { int three() { return new B().two(); } }
      //- c/pom.xml
      <project><artifactId>c</artifactId></project>
      """;

  @TempDir private Path folder;

  static Stream<TreeChanges> looks() {
    return Stream.of(at("a/A.java"), at("a"), new TreeChanges.Anywhere());
  }

  @ParameterizedTest
  @MethodSource("looks")
  void anEditThatLeavesSizeAndTimeIsSeen(TreeChanges changes) throws Exception {
    Path root = Trees.write(folder, TREE);
    IndexResult before = build(root, Optional.empty(), UNKNOWN);
    editWithoutTrace(root.resolve("a/A.java"));

    IndexResult after = build(root, before.state(), changes);

    assertThat(after.changed())
        .isEqualTo(new ChangedFiles(ChangedFiles.Scope.SINCE_BUILD_BEFORE, 1, List.of("a/A.java")));
    assertThat(after.report().filesExtracted()).isEqualTo(1);
    assertIsLikeAWholeBuild(root, after);
  }

  @Test
  void anEditOfABuildFileThatLeavesSizeAndTimeIsSeen() throws Exception {
    Path root = Trees.write(folder, TREE);
    IndexResult before = build(root, Optional.empty(), UNKNOWN);
    Path file = root.resolve("c/pom.xml");
    FileTime time = Files.getLastModifiedTime(file);
    Files.writeString(file, Files.readString(file).replace(">c<", ">d<"));
    Files.setLastModifiedTime(file, time);

    IndexResult after = build(root, before.state(), at("c/pom.xml"));

    assertThat(after.report().work().incremental()).isFalse();
    assertThat(after.changed()).isEqualTo(ChangedFiles.all(3));
    assertIsLikeAWholeBuild(root, after);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void nothingIsDoneForFilesThatAreNamedAndTheSame(TreeChanges changes) throws Exception {
    Path root = Trees.write(folder, TREE);
    IndexResult before = build(root, Optional.empty(), UNKNOWN);

    IndexResult after = build(root, before.state(), changes);

    assertThat(after.changed().count()).isZero();
    assertThat(after.report().filesExtracted()).isZero();
    assertThat(after.report().filesFromCache()).isZero();
    assertThat(after.report().work().filesLinked()).isZero();
  }

  @Test
  void onlyNamedPlacesAreListed() throws Exception {
    Path root = Trees.write(folder, TREE);
    IndexResult before = build(root, Optional.empty(), UNKNOWN);
    editWithoutTrace(root.resolve("a/A.java"));
    Files.writeString(root.resolve("c/D.java"), "class D {}");

    IndexResult after = build(root, before.state(), at("a/A.java"));

    assertThat(after.changed().paths()).containsExactly("a/A.java");
    assertThat(after.report().files()).isEqualTo(3);
  }

  @Test
  void aFileThatIsSkippedIsKnownByTheNextBuildToo() throws Exception {
    Path root = Trees.write(folder, TREE);
    Path skipped = Files.write(root.resolve("a/S.java"), new byte[] {'c', 0});
    IndexResult first = build(root, Optional.empty(), UNKNOWN);
    editWithoutTrace(root.resolve("a/A.java"));

    IndexResult second = build(root, first.state(), at("a/A.java"));
    assertThat(second.report().skipped()).containsKey(SkipReason.BINARY);
    assertIsLikeAWholeBuild(root, second);

    Files.writeString(skipped, "class S {}");
    IndexResult third = build(root, second.state(), at("a/S.java"));
    assertThat(third.changed().paths()).containsExactly("a/S.java");
    assertThat(third.report().skipped()).isEmpty();
    assertIsLikeAWholeBuild(root, third);

    Files.write(skipped, new byte[] {'c', 0});
    IndexResult fourth = build(root, third.state(), at("a/S.java"));
    assertThat(fourth.changed().paths()).containsExactly("a/S.java");
    assertIsLikeAWholeBuild(root, fourth);
  }

  @Test
  void aFolderThatIsRenamedIsNamedByBothItsNames() throws Exception {
    Path root = Trees.write(folder, TREE);
    IndexResult before = build(root, Optional.empty(), UNKNOWN);
    Files.move(root.resolve("a"), root.resolve("d"));

    IndexResult after = build(root, before.state(), at("a", "d"));

    assertThat(after.changed().paths())
        .containsExactly("a/A.java", "a/B.java", "d/A.java", "d/B.java");
    assertIsLikeAWholeBuild(root, after);
  }

  @Test
  void aChangedIgnoreFileConcernsItsFolder() throws Exception {
    Path root = Trees.write(folder, TREE);
    IndexResult before = build(root, Optional.empty(), UNKNOWN);
    Files.writeString(root.resolve("a/.gitignore"), "B.java\n");

    IndexResult after = build(root, before.state(), at("a/.gitignore"));

    assertThat(after.changed().paths()).containsExactly("a/B.java");
    assertIsLikeAWholeBuild(root, after);
  }

  @Test
  void manyChangesAreCountedAndTheFirstNamed() throws Exception {
    Path root = Trees.write(folder, TREE);
    IndexResult before = build(root, Optional.empty(), UNKNOWN);
    int count = ChangedFiles.MOST_PATHS + 5;
    for (int file = 0; file < count; file++) {
      Files.writeString(root.resolve("c/N%04d.py".formatted(file)), "");
    }

    ChangedFiles changed = build(root, before.state(), at("c")).changed();

    assertThat(changed.count()).isEqualTo(count);
    assertThat(changed.paths())
        .isEqualTo(
            IntStream.range(0, ChangedFiles.MOST_PATHS).mapToObj("c/N%04d.py"::formatted).toList());
  }

  @Test
  void aWholeBuildChangesAll() throws Exception {
    IndexResult whole = build(Trees.write(folder, TREE), Optional.empty(), at("a/A.java"));

    assertThat(whole.changed()).isEqualTo(ChangedFiles.all(3));
  }

  @Test
  void filesThatAreOnlyReadDoNotCountAsChanged() throws Exception {
    Path root = Trees.write(folder, TREE);
    IndexResult before = build(root, Optional.empty(), UNKNOWN);

    BuildSize named = sizeOf(root, before.state(), at("a/A.java"));
    BuildSize anywhere = sizeOf(root, before.state(), new TreeChanges.Anywhere());

    assertThat(named).isEqualTo(new BuildSize(named.sourceBytes(), 0, 3, 0, true));
    assertThat(anywhere).isEqualTo(named);
  }

  private static TreeChanges at(String... paths) {
    return new TreeChanges.At(Stream.of(paths).map(SourcePath::new).toList());
  }

  private static void editWithoutTrace(Path file) throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    Files.writeString(file, Files.readString(file).replace("one", "eno"));
    Files.setLastModifiedTime(file, time);
  }

  private void assertIsLikeAWholeBuild(Path root, IndexResult result) throws Exception {
    IndexResult whole = build(root, Optional.empty(), UNKNOWN);
    assertThat(GraphDump.of(result.graph())).isEqualTo(GraphDump.of(whole.graph()));
    assertThat(result.tree()).isEqualTo(whole.tree());
  }

  private BuildSize sizeOf(Path root, Optional<LinkState> before, TreeChanges changes)
      throws Exception {
    try (var workers = new WorkerPool(1)) {
      IndexBuild build = open(root, workers, before, changes);
      build.run(Pass.WALK);
      return build.size();
    }
  }

  private IndexResult build(Path root, Optional<LinkState> before, TreeChanges changes)
      throws Exception {
    try (var workers = new WorkerPool(2)) {
      IndexBuild build = open(root, workers, before, changes);
      for (Pass pass : Pass.values()) {
        build.run(pass);
      }
      return build.result();
    }
  }

  private IndexBuild open(
      Path root, WorkerPool workers, Optional<LinkState> before, TreeChanges changes) {
    return new IndexBuild(
        root,
        IndexSettings.defaults(folder.resolve("state")),
        workers,
        (pass, done, total) -> {},
        new Cancellation(),
        before,
        changes,
        Optional.empty());
  }
}
