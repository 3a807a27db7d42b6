package dev.sextant.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process while it writes snapshots; {@code -Dsextant.kills=N} does it N times, {@code
 * -Dproperty.seed=S} at other moments.
 */
class GraphSnapshotKillTest {
  private static final int KILLS = Integer.getInteger("sextant.kills", 20);
  private static final long SEED = Long.getLong("property.seed", 1);

  /** The longest life after the first generation; enough for several more. */
  private static final int MOST_MICROS = 40_000;

  @TempDir Path folder;

  @Test
  void aKilledWriterLeavesTheLastGenerationOrTheNext() throws Exception {
    Path file = folder.resolve("graph");
    var random = new Random(SEED);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      expected.add(Snapshots.askEverything(SnapshotWriterProcess.graph(i)));
    }
    long next = 1;
    int withRemains = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      long acknowledged = writeUntilKilled(file, next, random);

      SnapshotOutcome.Opened opened = Snapshots.opened(file);

      long generation = opened.metadata().generation();
      assertThat(generation)
          .as("generation after kill %d of seed %d", kill, SEED)
          .isIn(acknowledged, acknowledged + 1);
      assertThat(opened.metadata()).isEqualTo(Snapshots.metadata(generation));
      assertThat(Snapshots.askEverything(opened.graph()))
          .isEqualTo(expected.get((int) (generation % 4)));
      int remains = entries() - 1;
      assertThat(GraphSnapshot.removeLeftovers(file)).isEqualTo(remains).isBetween(0, 1);
      withRemains += remains;
      next = generation + 1;
    }
    assertThat(entries()).isEqualTo(1);
    assertThat(withRemains).as("kills in the middle of writing, of %d", KILLS).isPositive();
  }

  /** Answers the last generation that the process said it had written. */
  private long writeUntilKilled(Path file, long first, Random random) throws Exception {
    Process writer = start(file, first);
    try (var lines = new BufferedReader(new InputStreamReader(writer.getInputStream(), UTF_8))) {
      long last = Long.parseLong(lines.readLine());
      assertThat(writer.waitFor(random.nextInt(MOST_MICROS), TimeUnit.MICROSECONDS))
          .as("the writer ended by itself")
          .isFalse();
      // Through the handle: the other way would close the stream that is still to be read.
      assertThat(writer.toHandle().destroyForcibly()).isTrue();
      writer.waitFor();
      String line = lines.readLine();
      while (line != null) {
        last = Long.parseLong(line);
        line = lines.readLine();
      }
      return last;
    } finally {
      writer.destroyForcibly().waitFor();
    }
  }

  private static Process start(Path file, long first) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-cp",
            Path.of("target", "classes") + ":" + Path.of("target", "test-classes"),
            SnapshotWriterProcess.class.getName(),
            file.toString(),
            Long.toString(first))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private int entries() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return (int) entries.count();
    }
  }
}
