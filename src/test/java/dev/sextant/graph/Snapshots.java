package dev.sextant.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.graph.columns.RefusalCause;
import dev.sextant.source.SourceFile;
import dev.sextant.source.SourcePath;
import dev.sextant.testing.GraphDump;
import dev.sextant.testing.RandomGraphs;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.zip.CRC32C;

/** Snapshots of small random graphs, and what tests do to them. */
final class Snapshots {
  static final SnapshotOrigin ORIGIN =
      new SnapshotOrigin("/srv/größe", "FOLDER", "0123abcd", "sextant 1 rules 7");
  static final SnapshotExpectations EXPECTED = new SnapshotExpectations(ORIGIN, 1 << 24);

  private static final int FIXED_HEAD = 32;
  private static final int SECTION = 32;

  private Snapshots() {}

  static CodeGraph graph(long seed) {
    return RandomGraphs.graph(seed).link();
  }

  static SnapshotMetadata metadata(long generation) {
    TreeState tree =
        new TreeState.Builder()
            .add(new SourceFile(new SourcePath("a/A.java"), 12, 1_000_000_007L * generation), 7)
            .add(
                new SourceFile(new SourcePath("a/größe.py"), 1L << 33, TreeState.NO_TIME),
                TreeState.NO_HASH)
            .add(new SourceFile(new SourcePath("b/😀.ts"), 0, -1), -7)
            .build();
    return new SnapshotMetadata(
        ORIGIN,
        generation,
        Instant.ofEpochSecond(1_800_000_000L + generation, 123_456_789),
        "HEAD 1234 refs/heads/main\n",
        Map.of("report", "files=3", "empty", ""),
        tree);
  }

  static SnapshotOutcome.Opened opened(Path file) {
    SnapshotOutcome outcome = GraphSnapshot.open(file, EXPECTED);
    assertThat(outcome).isInstanceOf(SnapshotOutcome.Opened.class);
    return (SnapshotOutcome.Opened) outcome;
  }

  static SnapshotOutcome.Refused refused(Path file, RefusalCause cause) {
    SnapshotOutcome outcome = GraphSnapshot.open(file, EXPECTED);
    assertThat(outcome).isInstanceOf(SnapshotOutcome.Refused.class);
    var refused = (SnapshotOutcome.Refused) outcome;
    assertThat(refused.reason()).contains(file.toString());
    assertThat(refused.cause()).as(refused.reason()).isEqualTo(cause);
    return refused;
  }

  /** Asks a graph everything that follows its columns; throws what they make it throw. */
  static String askEverything(CodeGraph graph) {
    var answers = new StringBuilder(GraphDump.of(graph));
    for (int name = 0; name < graph.names().count(); name++) {
      answers.append(graph.names().find(graph.names().get(name)));
      for (int i = 0; i < graph.names().symbolCount(name); i++) {
        answers.append(graph.ids().resolve(graph.ids().render(graph.names().symbol(name, i))));
      }
    }
    for (int symbol = 0; symbol < graph.symbols().count(); symbol++) {
      answers.append(graph.symbols().range(symbol)).append(graph.symbols().disambiguator(symbol));
      answers.append(graph.symbols().bodyStart(symbol));
      for (int subtype : graph.supertypes().subtypes(symbol)) {
        answers.append(graph.symbols().name(subtype));
      }
      for (int i = 0; i < graph.occurrences().countIn(symbol); i++) {
        answers.append(graph.occurrences().range(graph.occurrences().in(symbol, i)));
      }
    }
    for (int file = 0; file < graph.files().count(); file++) {
      answers.append(graph.files().find(graph.files().path(file)));
      answers.append(graph.names().get(graph.files().namespaceNameId(file)));
      answers.append(graph.files().contentHash(file)).append(graph.files().sizeBytes(file));
      for (int at = 0; at <= graph.files().lines(file).utf16Length(); at++) {
        answers.append(graph.places().enclosing(file, at)).append(' ');
        answers.append(graph.places().declared(file, at)).append(' ');
        answers.append(graph.places().occurrences(file, at).length).append('\n');
      }
    }
    return answers.append(graph.files().lineCount()).append(graph.sizeBytes()).toString();
  }

  /** Makes all checksums of a snapshot agree with its bytes, as an attacker would. */
  static void forge(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int sections = file.getInt(24);
    for (int i = 0; i < sections; i++) {
      int at = FIXED_HEAD + i * SECTION;
      int from = (int) file.getLong(at + 8);
      int to = i + 1 < sections ? (int) file.getLong(at + SECTION + 8) : bytes.length;
      file.putInt(at + 24, checksum(bytes, from, to));
    }
    forgeHead(bytes);
  }

  /** Makes the checksum of the head agree with its bytes. */
  static void forgeHead(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(28, 0);
    file.putInt(28, checksum(bytes, 0, headBytes(bytes)));
  }

  static int headBytes(byte[] bytes) {
    return FIXED_HEAD + SECTION * ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(24);
  }

  private static int checksum(byte[] bytes, int from, int to) {
    var crc = new CRC32C();
    crc.update(bytes, from, to - from);
    return (int) crc.getValue();
  }
}
