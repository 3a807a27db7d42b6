package dev.sextant.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {
  @TempDir Path folder;
  private Path root;
  private TemporaryTree tree;

  @BeforeEach
  void makeRoot() throws IOException {
    root = Files.createDirectory(folder.resolve("root"));
    tree = new TemporaryTree(root);
  }

  @Test
  void readsText() throws Exception {
    tree.file("a/A.java", "class \u00c4 {}");

    assertThat(read("a/A.java"))
        .isInstanceOfSatisfying(
            ReadOutcome.Read.class,
            read -> assertThat(read.text().text(0, 11)).isEqualTo("class \u00c4 {}"));
  }

  @Test
  void readsAnEmptyFile() throws Exception {
    tree.files("A.java");

    assertThat(read("A.java"))
        .isInstanceOfSatisfying(
            ReadOutcome.Read.class, read -> assertThat(read.text().length()).isZero());
  }

  @Test
  void capIsTheLargestSizeRead() throws Exception {
    tree.file("A.java", "x".repeat(100)).file("B.java", "x".repeat(101));

    assertThat(read("A.java")).isInstanceOf(ReadOutcome.Read.class);
    assertSkipped(read("B.java"), SkipReason.TOO_LARGE);
  }

  @Test
  void capHoldsForAFileThatGrewAfterItsSizeWasTaken() throws Exception {
    assertThat(drain(100, 10)).isInstanceOf(ReadOutcome.Read.class);
    assertThat(drain(100, 0)).isInstanceOf(ReadOutcome.Read.class);
    assertSkipped(drain(101, 10), SkipReason.TOO_LARGE);
    assertSkipped(drain(100_000, 100), SkipReason.TOO_LARGE);
  }

  @Test
  void takesAFileThatShrankAsItIs() throws Exception {
    assertThat(drain(3, 50))
        .isInstanceOfSatisfying(
            ReadOutcome.Read.class, read -> assertThat(read.text().length()).isEqualTo(3));
  }

  @Test
  void saysWhyAFileHasNoText() throws Exception {
    Files.write(root.resolve("binary"), new byte[] {'a', 0});
    Files.write(root.resolve("latin"), new byte[] {(byte) 0xe9, 'a'});
    Files.createDirectory(root.resolve("folder"));

    assertSkipped(read("binary"), SkipReason.BINARY);
    assertSkipped(read("latin"), SkipReason.NOT_UTF8);
    assertSkipped(read("folder"), SkipReason.NOT_A_FILE);
    assertSkipped(read("n".repeat(300)), SkipReason.UNREADABLE);
  }

  @Test
  void doesNotWaitForAPipe() throws Exception {
    Process shell = new ProcessBuilder("mkfifo", root.resolve("pipe").toString()).start();
    assertThat(shell.waitFor()).isZero();

    assertSkipped(read("pipe"), SkipReason.NOT_A_FILE);
  }

  @Test
  void saysThatAFileVanishedWithOrWithoutItsFolder() throws Exception {
    tree.files("file");

    assertSkipped(read("gone"), SkipReason.VANISHED);
    assertSkipped(read("gone/A.java"), SkipReason.VANISHED);
    assertSkipped(read("file/A.java"), SkipReason.VANISHED);
  }

  @Test
  void followsNoLinkToAFile() throws Exception {
    tree.files("A.java");
    Files.createSymbolicLink(root.resolve("Twin.java"), root.resolve("A.java"));

    assertSkipped(read("Twin.java"), SkipReason.LINK);
  }

  @Test
  void readsNothingOutsideTheRootThroughALinkedFolder() throws Exception {
    new TemporaryTree(folder).file("root-outside/Secret.java", "secret");
    Files.createSymbolicLink(root.resolve("out"), folder.resolve("root-outside"));

    assertSkipped(read("out/Secret.java"), SkipReason.LINK);
  }

  @Test
  void readsBelowARootThatIsItselfALink() throws Exception {
    tree.files("a/A.java");
    Path link = Files.createSymbolicLink(folder.resolve("link"), root);

    assertThat(SourceReader.open(link, 100).read(new SourcePath("a/A.java")))
        .isInstanceOf(ReadOutcome.Read.class);
  }

  @Test
  void refusesAMissingRootAndASenselessCap() {
    assertThatThrownBy(() -> SourceReader.open(root.resolve("none"), 100))
        .isInstanceOf(SourceTreeException.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> SourceReader.open(root, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private ReadOutcome read(String path) throws SourceTreeException {
    return SourceReader.open(root, 100).read(new SourcePath(path));
  }

  private static ReadOutcome drain(int actualBytes, int expectedBytes) throws IOException {
    byte[] bytes = "x".repeat(actualBytes).getBytes(StandardCharsets.US_ASCII);
    return SourceReader.read(
        Channels.newChannel(new ByteArrayInputStream(bytes)), expectedBytes, 100);
  }

  private static void assertSkipped(ReadOutcome outcome, SkipReason reason) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            ReadOutcome.Skipped.class,
            skipped -> {
              assertThat(skipped.reason()).isEqualTo(reason);
              assertThat(skipped.detail()).isNotBlank();
            });
  }
}
