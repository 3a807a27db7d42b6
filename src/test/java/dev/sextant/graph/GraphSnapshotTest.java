package dev.sextant.graph;

import static dev.sextant.graph.columns.RefusalCause.DAMAGED;
import static dev.sextant.graph.columns.RefusalCause.FOREIGN;
import static dev.sextant.graph.columns.RefusalCause.NEWER_VERSION;
import static dev.sextant.graph.columns.RefusalCause.OLDER_VERSION;
import static dev.sextant.graph.columns.RefusalCause.OTHER_ORIGIN;
import static dev.sextant.graph.columns.RefusalCause.OTHER_VOCABULARY;
import static dev.sextant.graph.columns.RefusalCause.TOO_LARGE;
import static dev.sextant.graph.columns.RefusalCause.TORN;
import static dev.sextant.graph.columns.RefusalCause.UNREADABLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sextant.graph.columns.FileReplacement;
import dev.sextant.source.SourceFile;
import dev.sextant.source.SourcePath;
import dev.sextant.testing.GraphModel;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphSnapshotTest {
  @TempDir Path folder;

  @Test
  void opensWhatWasWritten() throws IOException {
    CodeGraph graph = Snapshots.graph(3);

    long length = GraphSnapshot.write(graph, Snapshots.metadata(5), file());

    assertThat(length).isEqualTo(Files.size(file()));
    SnapshotOutcome.Opened opened = Snapshots.opened(file());
    assertThat(opened.metadata()).isEqualTo(Snapshots.metadata(5));
    assertThat(Snapshots.askEverything(opened.graph())).isEqualTo(Snapshots.askEverything(graph));
  }

  @Test
  void carriesBytesForOthers() throws IOException {
    var attachment = new SnapshotAttachment(new byte[] {3, 1, -4});

    GraphSnapshot.write(Snapshots.graph(3), Snapshots.metadata(5), attachment, file());

    assertThat(Snapshots.opened(file()).attachment()).isEqualTo(attachment);
  }

  @Test
  void carriesNothingUnlessAsked() throws IOException {
    assertThat(Snapshots.opened(written()).attachment().isEmpty()).isTrue();
  }

  @Test
  void opensAGraphOfNothing() throws IOException {
    CodeGraph graph = new GraphModel().link();
    GraphSnapshot.write(graph, Snapshots.metadata(1), file());

    assertThat(Snapshots.opened(file()).graph().sizeBytes()).isEqualTo(graph.sizeBytes());
  }

  @Test
  void equalGraphsGiveEqualBytes() throws IOException {
    Path other = folder.resolve("other");
    GraphSnapshot.write(Snapshots.graph(9), Snapshots.metadata(1), file());
    GraphSnapshot.write(Snapshots.graph(9), Snapshots.metadata(1), other);

    assertThat(other).hasSameBinaryContentAs(file());
  }

  @Test
  void findsTheFilesOfTheTreeByTheirPaths() throws IOException {
    GraphSnapshot.write(Snapshots.graph(1), Snapshots.metadata(2), file());

    TreeState tree = Snapshots.opened(file()).metadata().tree();

    assertThat(tree.count()).isEqualTo(3);
    for (int i = 0; i < tree.count(); i++) {
      assertThat(tree.find(tree.file(i).path())).isEqualTo(i);
    }
    assertThat(tree.file(0))
        .isEqualTo(new SourceFile(new SourcePath("a/A.java"), 12, 2_000_000_014L));
    assertThat(tree.contentHash(0)).isEqualTo(7);
    assertThat(tree.find(new SourcePath("a/B.java"))).isEqualTo(-1);
    assertThat(tree.sizeBytes()).isPositive();
  }

  @Test
  void refusesFilesOfATreeOutOfOrder() {
    var tree = new TreeState.Builder().add(new SourceFile(new SourcePath("b"), 1, 1), 1);

    assertThatThrownBy(() -> tree.add(new SourceFile(new SourcePath("a"), 1, 1), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("in the order of paths");
  }

  @Test
  void saysThatThereIsNoFile() {
    assertThat(GraphSnapshot.open(file(), Snapshots.EXPECTED))
        .isEqualTo(new SnapshotOutcome.Absent());
    assertThat(GraphSnapshot.open(folder.resolve("no/folder"), Snapshots.EXPECTED))
        .isEqualTo(new SnapshotOutcome.Absent());
  }

  @Test
  void refusesWhatIsNoSnapshot() throws IOException {
    Files.writeString(file(), "something else entirely, and long enough to hold a head");
    Snapshots.refused(file(), FOREIGN);
    Files.writeString(file(), "short");
    Snapshots.refused(file(), FOREIGN);
    Path link = Files.createSymbolicLink(folder.resolve("link"), written());
    Snapshots.refused(link, FOREIGN);
    Snapshots.refused(folder, FOREIGN);
  }

  @Test
  void refusesAnEmptyFileAsTorn() throws IOException {
    Files.createFile(file());

    Snapshots.refused(file(), TORN);
  }

  @Test
  void refusesOtherVersions() throws IOException {
    byte[] bytes = Files.readAllBytes(written());
    assertThat(bytes[8]).isEqualTo((byte) GraphSnapshot.VERSION);

    bytes[8]++;
    Snapshots.forgeHead(bytes);
    Files.write(file(), bytes);
    Snapshots.refused(file(), NEWER_VERSION);

    bytes[8] = (byte) (GraphSnapshot.VERSION - 1);
    Snapshots.forgeHead(bytes);
    Files.write(file(), bytes);
    Snapshots.refused(file(), OLDER_VERSION);
  }

  @Test
  void refusesOtherMeaningsOfNumbers() throws IOException {
    byte[] bytes = Files.readAllBytes(written());
    bytes[12]++;
    Snapshots.forgeHead(bytes);
    Files.write(file(), bytes);

    Snapshots.refused(file(), OTHER_VOCABULARY);
  }

  @Test
  void refusesAnotherOriginAndSaysWhichGenerationItHolds() throws IOException {
    var other = new SnapshotOrigin("/srv/größe", "FOLDER", "other settings", "sextant 1 rules 7");

    SnapshotOutcome outcome =
        GraphSnapshot.open(written(), new SnapshotExpectations(other, 1 << 20));

    assertThat(outcome).isInstanceOf(SnapshotOutcome.Refused.class);
    var refused = (SnapshotOutcome.Refused) outcome;
    assertThat(refused.cause()).isEqualTo(OTHER_ORIGIN);
    assertThat(refused.reason()).contains("0123abcd", "other settings");
    assertThat(refused.generation()).hasValue(5);
  }

  @Test
  void refusesAFileAboveTheLimit() throws IOException {
    var limit = new SnapshotExpectations(Snapshots.ORIGIN, Files.size(written()) - 1);

    SnapshotOutcome outcome = GraphSnapshot.open(file(), limit);

    assertThat(outcome).isInstanceOf(SnapshotOutcome.Refused.class);
    assertThat(((SnapshotOutcome.Refused) outcome).cause()).isEqualTo(TOO_LARGE);
  }

  @Test
  void saysWhichGenerationItHeldWhenOnlyTheGraphIsDamaged() throws IOException {
    byte[] bytes = Files.readAllBytes(written());
    bytes[bytes.length - 1] ^= 1;
    Files.write(file(), bytes);

    assertThat(Snapshots.refused(file(), DAMAGED).generation()).hasValue(5);
  }

  @Test
  void allocatesNothingForWhatAHeadOnlyClaims() throws IOException {
    byte[] bytes = Files.readAllBytes(written());
    ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int lengthOfFirst = 32 + 16;
    for (long claim : new long[] {1L << 40, Long.MAX_VALUE, -8, Long.MAX_VALUE - 7}) {
      head.putLong(lengthOfFirst, claim);
      Snapshots.forgeHead(bytes);
      Files.write(file(), bytes);
      Snapshots.refused(file(), DAMAGED);
    }
    head.putInt(24, Integer.MAX_VALUE);
    Files.write(file(), bytes);
    Snapshots.refused(file(), DAMAGED);
  }

  @Test
  void refusesBytesBehindTheEnd() throws IOException {
    try (var longer = new RandomAccessFile(written().toFile(), "rw")) {
      longer.setLength(longer.length() + 8);
    }

    Snapshots.refused(file(), DAMAGED);
  }

  @Test
  void refusesAFileThatMayNotBeRead() throws IOException {
    Files.setPosixFilePermissions(written(), PosixFilePermissions.fromString("-w-------"));
    assumeThat(Files.isReadable(file())).isFalse();

    Snapshots.refused(file(), UNREADABLE);
  }

  @Test
  void keepsTheOldSnapshotAndNoRemainsWhenWritingFails() throws IOException {
    byte[] before = Files.readAllBytes(written());
    CodeGraph graph = Snapshots.graph(4);
    assertThatThrownBy(
            () -> {
              try (FileReplacement replacement = FileReplacement.of(file())) {
                replacement.channel().write(ByteBuffer.wrap(new byte[100]));
                throw new IOException("the disk is full");
              }
            })
        .hasMessage("the disk is full");
    assertThatThrownBy(
            () -> GraphSnapshot.write(graph, Snapshots.metadata(6), folder.resolve("no/file")))
        .isInstanceOf(IOException.class);

    assertThat(file()).hasBinaryContent(before);
    assertThat(names()).containsExactly("graph");
  }

  @Test
  void removesWhatDeadWritersLeft() throws IOException {
    written();
    Files.writeString(folder.resolve("graph.123.part"), "half");
    Files.writeString(folder.resolve("graph.45.part"), "");
    Files.writeString(folder.resolve("other.45.part"), "somebody else's");
    Files.createDirectory(folder.resolve("graph.folder.part"));
    try (FileReplacement living = FileReplacement.of(file())) {
      int removed = GraphSnapshot.removeLeftovers(file());

      assertThat(removed).isEqualTo(2);
      assertThat(names()).contains("graph", "graph.folder.part", "other.45.part").hasSize(4);
      living.channel().write(ByteBuffer.wrap("new".getBytes(UTF_8)));
      living.commit();
    }
    assertThat(file()).hasContent("new");
  }

  @Test
  void letsNobodyElseReadIt() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written())))
        .isEqualTo("rw-------");
  }

  @Test
  void keepsTheFormatOfItsVersion() throws IOException {
    Path golden =
        Path.of("src/test/resources/golden/snapshot/format-" + GraphSnapshot.VERSION + ".bin");
    var model = new GraphModel();
    int script = model.file("lib/größe.py", "python", "lib/größe.py", List.of(0, 9), 30);
    model.symbols.add(
        new GraphModel.Symbol(
            0, SymbolKind.FUNCTION, "grow", "int", script, 4, 8, 0, 9, 30, Modifiers.PUBLIC));
    model.occurrences.add(new GraphModel.Occurrence(1, 12, 16, 1, Role.CALL, Evidence.IMPORTED));
    GraphSnapshot.write(
        model.link(),
        Snapshots.metadata(1),
        new SnapshotAttachment("carried".getBytes(UTF_8)),
        file());
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden.getParent());
      Files.copy(file(), golden, StandardCopyOption.REPLACE_EXISTING);
    }

    assertThat(file())
        .as("a changed format needs another version; a changed vocabulary, -Dgolden.update=true")
        .hasSameBinaryContentAs(golden);
  }

  private Path written() throws IOException {
    GraphSnapshot.write(Snapshots.graph(3), Snapshots.metadata(5), file());
    return file();
  }

  private Path file() {
    return folder.resolve("graph");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
