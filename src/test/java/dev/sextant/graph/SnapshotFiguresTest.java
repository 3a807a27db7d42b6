package dev.sextant.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.index.IndexBuild;
import dev.sextant.index.IndexSettings;
import dev.sextant.index.Pass;
import dev.sextant.index.WorkerPool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints what writing and opening the snapshot of a large tree takes, and what asking it takes when
 * it is mapped instead of copied: {@code -Dsnapshot.figures=TREE}.
 */
@EnabledIfSystemProperty(named = "snapshot.figures", matches = ".+")
class SnapshotFiguresTest {
  private static final int ROUNDS = 9;

  @TempDir Path folder;
  private long answer;

  @Test
  void printsFigures() throws Exception {
    CodeGraph graph = build(Path.of(System.getProperty("snapshot.figures", "")).toRealPath());
    Path file = folder.resolve("graph");
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      GraphSnapshot.write(graph, Snapshots.metadata(1), file);
      print(round, "write", start);
      start = System.nanoTime();
      var outcome = GraphSnapshot.open(file, new SnapshotExpectations(Snapshots.ORIGIN, 1L << 32));
      print(round, "open by copying", start);
      assertThat(outcome).isInstanceOf(SnapshotOutcome.Opened.class);
      CodeGraph opened = ((SnapshotOutcome.Opened) outcome).graph();
      start = System.nanoTime();
      Map<Integer, ByteBuffer> unchecked = map(file);
      print(round, "open by mapping, unchecked", start);
      start = System.nanoTime();
      Map<Integer, ByteBuffer> mapped = map(file);
      mapped.values().forEach(SnapshotFiguresTest::checksum);
      print(round, "open by mapping, checksums", start);
      assertThat(unchecked).hasSameSizeAs(mapped);

      start = System.nanoTime();
      long copiedCallers = callers(opened);
      print(round, "callers of all symbols, arrays", start);
      start = System.nanoTime();
      assertThat(callers(opened.symbols().count(), mapped)).isEqualTo(copiedCallers);
      print(round, "callers of all symbols, mapped", start);
      start = System.nanoTime();
      long copiedScan = scan(opened);
      print(round, "scan of all targets, arrays", start);
      start = System.nanoTime();
      assertThat(scan(mapped)).isEqualTo(copiedScan);
      print(round, "scan of all targets, mapped", start);
      answer += copiedCallers + copiedScan;
    }
    System.out.printf(
        "file %d bytes, graph %d bytes, %d%n", Files.size(file), graph.sizeBytes(), answer);
  }

  private static void print(int round, String what, long start) {
    System.out.printf("%d %s: %.2f ms%n", round, what, (System.nanoTime() - start) / 1e6);
  }

  private CodeGraph build(Path tree) throws Exception {
    try (var workers = new WorkerPool(Runtime.getRuntime().availableProcessors())) {
      var settings = IndexSettings.usual(folder, Path.of(System.getProperty("user.home", "/")));
      var build =
          new IndexBuild(tree, settings, workers, (pass, done, total) -> {}, new Cancellation());
      for (Pass pass : Pass.values()) {
        build.run(pass);
      }
      return build.result().graph();
    }
  }

  private static long callers(CodeGraph graph) {
    long sum = 0;
    OccurrenceTable occurrences = graph.occurrences();
    for (int symbol = 0; symbol < graph.symbols().count(); symbol++) {
      for (int i = 0; i < occurrences.countIn(symbol); i++) {
        sum += occurrences.enclosing(occurrences.in(symbol, i));
      }
    }
    return sum;
  }

  private static long callers(int symbols, Map<Integer, ByteBuffer> columns) {
    IntBuffer firstIn = ints(columns, GraphColumns.OCCURRENCE_FIRST_IN.number());
    IntBuffer in = ints(columns, GraphColumns.OCCURRENCE_IN.number());
    IntBuffer firstOut = ints(columns, GraphColumns.OCCURRENCE_FIRST_OUT.number());
    long sum = 0;
    for (int symbol = 0; symbol < symbols; symbol++) {
      for (int i = firstIn.get(symbol); i < firstIn.get(symbol + 1); i++) {
        sum += groupOf(firstOut, in.get(i));
      }
    }
    return sum;
  }

  private static int groupOf(IntBuffer column, int item) {
    int low = 0;
    int high = column.limit() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (column.get(middle) <= item) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private static long scan(CodeGraph graph) {
    long sum = 0;
    for (int i = 0; i < graph.occurrences().count(); i++) {
      sum += graph.occurrences().target(i);
    }
    return sum;
  }

  private static long scan(Map<Integer, ByteBuffer> columns) {
    IntBuffer targets = ints(columns, GraphColumns.OCCURRENCE_TARGETS.number());
    long sum = 0;
    for (int i = 0; i < targets.limit(); i++) {
      sum += targets.get(i);
    }
    return sum;
  }

  private static IntBuffer ints(Map<Integer, ByteBuffer> columns, int number) {
    return Objects.requireNonNull(columns.get(number)).asIntBuffer();
  }

  private static void checksum(ByteBuffer column) {
    var crc = new CRC32C();
    crc.update(column.duplicate());
    assertThat(crc.getValue()).isNotNegative();
  }

  /** The columns of a snapshot by number, as they lie in the file. */
  private static Map<Integer, ByteBuffer> map(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      all.order(ByteOrder.LITTLE_ENDIAN);
      var columns = new HashMap<Integer, ByteBuffer>();
      for (int i = 0; i < all.getInt(24); i++) {
        int at = 32 + 32 * i;
        ByteBuffer column = all.slice((int) all.getLong(at + 8), (int) all.getLong(at + 16));
        columns.put(all.getInt(at), column.order(ByteOrder.LITTLE_ENDIAN));
      }
      return columns;
    }
  }
}
