package dev.sextant.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.cancellation.CancelledException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {
  @TempDir Path folder;
  private Path root;
  private TemporaryTree tree;

  @BeforeEach
  void makeRoot() throws IOException {
    root = Files.createDirectory(folder.resolve("root"));
    tree = new TemporaryTree(root);
  }

  @Test
  void listsWantedFilesSortedByPathWithSizeAndTime() throws Exception {
    tree.file("a/B.java", "class B {}").files("a.java", "a/notes.txt", "a/A.java", "a-b/C.java");
    Files.setLastModifiedTime(
        root.resolve("a/B.java"), FileTime.from(Instant.ofEpochSecond(5, 1_000)));

    TreeListing listing =
        SourceTree.walk(
            root, WalkSettings.standard(), name -> name.endsWith(".java"), new Cancellation());

    assertThat(TemporaryTree.paths(listing))
        .containsExactly("a-b/C.java", "a.java", "a/A.java", "a/B.java");
    assertThat(listing.files().getLast())
        .isEqualTo(new SourceFile(new SourcePath("a/B.java"), 10, 5_000_001_000L));
    assertThat(listing.folders()).containsExactly("", "a", "a-b");
    assertThat(listing.counts()).isEqualTo(new TreeListing.Counts(3, 0, 0, 0, 0, 0));
    assertThat(listing.problems()).isEmpty();
  }

  @Test
  void countsIgnoredFilesAndFolders() throws Exception {
    tree.file(".gitignore", "/gen/\n*.tmp.java\n").files("gen/A.java", "B.tmp.java", "C.java");

    assertThat(tree.javaFiles()).containsExactly("C.java");
    assertThat(tree.walk().counts().ignoredFiles()).isEqualTo(1);
    assertThat(tree.walk().counts().ignoredFolders()).isEqualTo(1);
  }

  @Test
  void sextantIgnoreBeatsGitIgnoreOfTheSameFolderButNotOfADeeperOne() throws Exception {
    tree.file(".gitignore", "a/\nX.java\n")
        .file(".sextantignore", "!a/\n!X.java\nC.java\n")
        .file("a/.gitignore", "X.java\n!C.java\n")
        .files("X.java", "C.java", "a/X.java", "a/C.java", "b/C.java");

    assertThat(tree.javaFiles()).containsExactly("X.java", "a/C.java");
  }

  @Test
  void honoursTheExcludeFileOfTheRepository() throws Exception {
    tree.file(".git/info/exclude", "X.java\n").files("X.java", "Y.java");

    assertThat(tree.javaFiles()).containsExactly("Y.java");
  }

  @Test
  void honoursTheExcludeFileOfALinkedWorktree() throws Exception {
    new TemporaryTree(folder)
        .file("main/.git/info/exclude", "X.java\n")
        .file("main/.git/worktrees/w/commondir", "../..\n")
        .file("root/.git", "gitdir: ../main/.git/worktrees/w\n")
        .files("root/X.java", "root/Y.java");

    assertThat(tree.javaFiles()).containsExactly("Y.java");
  }

  @Test
  void honoursTheIgnoreFilesAboveARootInsideARepository() throws Exception {
    tree.file(".git/HEAD", "")
        .file(".gitignore", "/sub/inner/gen/\n")
        .file("sub/.gitignore", "X.java\n")
        .files("sub/inner/gen/A.java", "sub/inner/X.java", "sub/inner/b/gen/Y.java");

    assertThat(new TemporaryTree(root.resolve("sub/inner")).javaFiles())
        .containsExactly("b/gen/Y.java");
  }

  @Test
  void doesNotAskIgnoreFilesAboveARootOutsideAnyRepository() throws Exception {
    new TemporaryTree(folder).file(".gitignore", "*.java\n").files("root/A.java");

    assertThat(tree.javaFiles()).containsExactly("A.java");
  }

  @Test
  void leavesOutFoldersThatNeverHoldSources() throws Exception {
    tree.files(".git/A.java", "x/node_modules/B.java", "__pycache__/C.java", "x/D.java");

    assertThat(tree.javaFiles()).containsExactly("x/D.java");
    assertThat(tree.walk().counts().ignoredFolders()).isEqualTo(3);
  }

  @Test
  void leavesOutOutputFoldersOnlyBesideTheFileOfABuildTool() throws Exception {
    tree.files(
        "pom.xml",
        "target/Gen.java",
        "build/Kept.java",
        "src/org/foo/target/Package.java",
        "web/package.json",
        "web/dist/Bundle.java",
        "go/go.mod",
        "go/vendor/Dependency.java",
        "c/vendor/Own.java");

    assertThat(tree.javaFiles())
        .containsExactly("build/Kept.java", "c/vendor/Own.java", "src/org/foo/target/Package.java");
  }

  @Test
  void leavesOutFoldersThatMarkThemselvesButNotTheRoot() throws Exception {
    tree.files("pyvenv.cfg", "venv/Kept.java", "env/pyvenv.cfg", "env/lib/A.java")
        .files("cache/CACHEDIR.TAG", "cache/B.java");

    assertThat(tree.javaFiles()).containsExactly("venv/Kept.java");
  }

  @Test
  void negatedSextantRuleBringsBackWhatIsLeftOutByDefault() throws Exception {
    tree.file(".sextantignore", "!target/\n!node_modules/\n!cache/\n!.git/\n")
        .file(".gitignore", "target/\n")
        .files("pom.xml", "target/A.java", "x/node_modules/B.java")
        .files("cache/CACHEDIR.TAG", "cache/C.java", ".git/D.java");

    assertThat(tree.javaFiles())
        .containsExactly("cache/C.java", "target/A.java", "x/node_modules/B.java");
  }

  @Test
  void negatedGitRuleDoesNotBringBackWhatIsLeftOutByDefault() throws Exception {
    tree.file(".gitignore", "!node_modules/\n").files("node_modules/A.java");

    assertThat(tree.javaFiles()).isEmpty();
  }

  @Test
  void followsNoLinkInsideOrOutside() throws Exception {
    new TemporaryTree(folder).files("outside/Secret.java");
    tree.files("a/A.java");
    Files.createSymbolicLink(root.resolve("out"), folder.resolve("outside"));
    Files.createSymbolicLink(root.resolve("Out.java"), folder.resolve("outside/Secret.java"));
    Files.createSymbolicLink(root.resolve("a/up"), root);
    Files.createSymbolicLink(root.resolve("Twin.java"), root.resolve("a/A.java"));

    assertThat(tree.javaFiles()).containsExactly("a/A.java");
    assertThat(tree.walk().counts().linksNotFollowed()).isEqualTo(4);
  }

  @Test
  void readsNoIgnoreFileThroughALink() throws Exception {
    new TemporaryTree(folder).file("outside", "*.java\n");
    tree.files("A.java");
    Files.createSymbolicLink(root.resolve(".gitignore"), folder.resolve("outside"));

    assertThat(tree.javaFiles()).containsExactly("A.java");
    assertThat(tree.walk().problems()).isEmpty();
  }

  @Test
  void takesARootThatIsItselfALink() throws Exception {
    tree.files("A.java");
    Path link = Files.createSymbolicLink(folder.resolve("link"), root);

    assertThat(new TemporaryTree(link).javaFiles()).containsExactly("A.java");
  }

  @Test
  void countsFoldersThatCannotBeReadAndGoesOn() throws Exception {
    tree.files("A.java", "b/B.java", "c/C.java", "z.trigger");

    TreeListing listing = walkAndOn("z.trigger", () -> replaceByFile(root.resolve("b")));

    assertThat(TemporaryTree.paths(listing)).containsExactly("A.java", "c/C.java", "z.trigger");
    assertThat(listing.counts().unreadableFolders()).isEqualTo(1);
    assertThat(listing.problems())
        .containsExactly(new FolderProblem("b", "it is not a folder any more"));
  }

  @Test
  void doesNotEnterAFolderThatBecameALinkMeanwhile() throws Exception {
    new TemporaryTree(folder).files("outside/Secret.java");
    tree.files("b/B.java", "z.trigger");

    TreeListing listing =
        walkAndOn(
            "z.trigger",
            () -> {
              Files.delete(root.resolve("b/B.java"));
              Files.delete(root.resolve("b"));
              Files.createSymbolicLink(root.resolve("b"), folder.resolve("outside"));
            });

    assertThat(TemporaryTree.paths(listing)).containsExactly("z.trigger");
    assertThat(listing.problems()).hasSize(1);
  }

  @Test
  void namesOnlyTheFirstProblems() throws Exception {
    for (int i = 10; i < 40; i++) {
      tree.files("d" + i + "/A.java");
    }
    tree.files("z.trigger");

    TreeListing listing =
        walkAndOn(
            "z.trigger",
            () -> {
              for (int i = 10; i < 40; i++) {
                replaceByFile(root.resolve("d" + i));
              }
            });

    assertThat(listing.counts().unreadableFolders()).isEqualTo(30);
    assertThat(listing.problems()).hasSize(TreeListing.MAX_PROBLEMS);
    assertThat(listing.problems().getFirst().path()).isEqualTo("d10");
  }

  @Test
  void reportsAnIgnoreFileTooLargeToBeOne() throws Exception {
    tree.file(".gitignore", "*.java\n".repeat(200_000)).files("A.java");

    assertThat(tree.javaFiles()).containsExactly("A.java");
    assertThat(tree.walk().problems())
        .extracting(FolderProblem::path)
        .containsExactly(".gitignore");
  }

  @Test
  void countsNamesThatAreNoText() throws Exception {
    tree.files("A.java", "\ufffd.java", "\u00e9.java");
    Process shell =
        new ProcessBuilder("sh", "-c", "touch \"$(printf 'b\\377.java')\"")
            .directory(root.toFile())
            .inheritIO()
            .start();
    assertThat(shell.waitFor()).isZero();

    assertThat(tree.javaFiles()).containsExactly("A.java", "\u00e9.java", "\ufffd.java");
    assertThat(tree.walk().counts().unnamableFiles()).isEqualTo(1);
  }

  @Test
  void walksDeepFolders() throws Exception {
    Path deep = root;
    for (int i = 0; i < 200; i++) {
      deep = deep.resolve("d");
    }
    Files.createDirectories(deep);
    Files.createFile(deep.resolve("A.java"));

    assertThat(tree.javaFiles()).containsExactly("d/".repeat(200) + "A.java");
  }

  @Test
  void listsAPartWithItsFoldersOnly() throws Exception {
    tree.files("pom.xml", "a/A.java", "a/b/B.java", "c/C.java", "target/T.java");
    SourceTree source =
        new SourceTree(root, WalkSettings.standard(), name -> name.endsWith(".java"));

    TreeListing listing = source.listAt(new SourcePath("a"), new Cancellation());

    assertThat(TemporaryTree.paths(listing)).containsExactly("a/A.java", "a/b/B.java");
    assertThat(listing.folders()).containsExactly("a", "a/b");
    assertThat(partOf(source, "c/C.java").files()).hasSize(1);
    assertThat(partOf(source, "c/C.java").folders()).isEmpty();
    assertThat(partOf(source, "c/Gone.java").files()).isEmpty();
    assertThat(partOf(source, "c/C.java/x").files()).isEmpty();
    assertThat(partOf(source, "target/T.java").files()).isEmpty();
    assertThat(partOf(source, "pom.xml").files()).isEmpty();
  }

  @Test
  void stopsWhenCancelled() {
    tree.files("a/A.java", "b/B.java");
    Cancellation cancellation = new Cancellation();
    Predicate<String> cancelling =
        name -> {
          cancellation.cancel("evicted");
          assertThat(name).isEqualTo("A.java");
          return true;
        };

    assertThatThrownBy(
            () -> SourceTree.walk(root, WalkSettings.standard(), cancelling, cancellation))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void refusesARootThatIsMissingOrNoFolder() {
    tree.files("A.java");

    refuses(root.resolve("none"), SourceTreeException.Kind.ROOT_MISSING, "does not exist");
    refuses(root.resolve("A.java"), SourceTreeException.Kind.ROOT_NOT_A_FOLDER, "is not a folder");
  }

  @Test
  void refusesMoreFilesThanTheSettingsAllow() throws Exception {
    tree.files("A.java", "B.java");
    var two = new WalkSettings(Set.of(), Map.of(), Set.of(), 2);
    var one = new WalkSettings(Set.of(), Map.of(), Set.of(), 1);

    assertThat(SourceTree.walk(root, two, _ -> true, new Cancellation()).files()).hasSize(2);
    assertThatThrownBy(() -> SourceTree.walk(root, one, _ -> true, new Cancellation()))
        .isInstanceOfSatisfying(
            SourceTreeException.class,
            refusal ->
                assertThat(refusal.kind()).isEqualTo(SourceTreeException.Kind.TOO_MANY_FILES))
        .hasMessageContaining("more than 1 source files");
  }

  private static TreeListing partOf(SourceTree source, String path) throws SourceTreeException {
    return source.listAt(new SourcePath(path), new Cancellation());
  }

  @Test
  void tellsAVisitorOfEachFolderBeforeItIsReadAndWhatNamesMeanInIt() throws SourceTreeException {
    TemporaryTree tree =
        new TemporaryTree(root)
            .file(".gitignore", "Gone.java\n/out/\n")
            .file("pom.xml", "<project/>")
            .files("a/A.java", "out/B.java");
    List<String> entered = new ArrayList<>();
    Map<String, FolderFilter> filters = new HashMap<>();
    FolderVisitor visitor =
        new FolderVisitor() {
          @Override
          public void entering(String relative, Path folder) {
            // A file that is made now is read in a moment.
            tree.file(relative.isEmpty() ? "New.java" : relative + "/New.java", "");
            entered.add(relative);
          }

          @Override
          public void listed(String relative, FolderFilter filter) {
            filters.put(relative, filter);
          }
        };

    TreeListing listing =
        new SourceTree(root, WalkSettings.standard(), name -> name.endsWith(".java"))
            .list(visitor, new Cancellation());

    assertThat(entered).containsExactly("", "a");
    assertThat(TemporaryTree.paths(listing)).containsExactly("New.java", "a/A.java", "a/New.java");
    FolderFilter inside = Objects.requireNonNull(filters.get("a"));
    assertThat(inside.lists("Other.java")).isTrue();
    assertThat(inside.lists("Gone.java")).isFalse();
    assertThat(inside.lists("notes.txt")).isFalse();
    assertThat(inside.held("pom.xml")).isFalse();
    assertThat(Objects.requireNonNull(filters.get("")).held("pom.xml")).isTrue();
  }

  private static void refuses(Path root, SourceTreeException.Kind kind, String words) {
    assertThatThrownBy(() -> new TemporaryTree(root).walk())
        .isInstanceOfSatisfying(
            SourceTreeException.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind))
        .hasMessageContaining(root.toString())
        .hasMessageContaining(words);
  }

  /** Walks, and runs {@code action} when the walk meets the file {@code trigger}. */
  private TreeListing walkAndOn(String trigger, FileAction action) throws SourceTreeException {
    return SourceTree.walk(
        root,
        WalkSettings.standard(),
        name -> {
          if (name.equals(trigger)) {
            try {
              action.run();
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
          }
          return true;
        },
        new Cancellation());
  }

  private static void replaceByFile(Path place) throws IOException {
    try (var inside = Files.newDirectoryStream(place)) {
      for (Path file : inside) {
        Files.delete(file);
      }
    }
    Files.delete(place);
    Files.createFile(place);
  }

  @FunctionalInterface
  private interface FileAction {
    void run() throws IOException;
  }
}
