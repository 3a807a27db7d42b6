package dev.sextant.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes random graphs, and does to the files what disks and strangers do. */
class GraphSnapshotPropertyTest {
  private static final long FIRST_SEED = Long.getLong("property.seed", 1);
  private static final int TRIES = Integer.getInteger("property.tries", 25);
  private static final int DAMAGES = 12;

  @TempDir Path folder;

  @Test
  void opensWhatWasWritten() {
    forEachSeed(
        (random, file, written) -> {
          long seed = random.nextLong();
          CodeGraph graph = Snapshots.graph(seed);
          byte[] carried = new byte[random.nextInt(50)];
          random.nextBytes(carried);
          var attachment = new SnapshotAttachment(carried);
          GraphSnapshot.write(graph, Snapshots.metadata(seed & 0xffff), attachment, file);

          SnapshotOutcome.Opened opened = Snapshots.opened(file);

          assertThat(opened.metadata()).isEqualTo(Snapshots.metadata(seed & 0xffff));
          assertThat(opened.graph().sizeBytes()).isEqualTo(graph.sizeBytes());
          assertThat(Snapshots.askEverything(opened.graph()))
              .isEqualTo(Snapshots.askEverything(graph));
          Path again = folder.resolve("again");
          GraphSnapshot.write(opened.graph(), opened.metadata(), opened.attachment(), again);
          assertThat(again).hasSameBinaryContentAs(file);
        });
  }

  @Test
  void refusesEveryFlippedBit() {
    forEachSeed(
        (random, file, written) -> {
          for (int i = 0; i < DAMAGES; i++) {
            byte[] bytes = written.clone();
            bytes[place(random, bytes)] ^= (byte) (1 << random.nextInt(8));
            refuses(file, bytes);
          }
        });
  }

  @Test
  void refusesEveryOverwrittenStretch() {
    forEachSeed(
        (random, file, written) -> {
          for (int i = 0; i < DAMAGES; i++) {
            byte[] bytes = written.clone();
            var noise = new byte[1 + random.nextInt(200)];
            random.nextBytes(noise);
            int at = random.nextInt(bytes.length);
            System.arraycopy(noise, 0, bytes, at, Math.min(noise.length, bytes.length - at));
            if (!Arrays.equals(bytes, written)) {
              refuses(file, bytes);
            }
          }
        });
  }

  @Test
  void refusesEveryTruncation() {
    forEachSeed(
        (random, file, written) -> {
          for (int i = 0; i < DAMAGES; i++) {
            byte[] bytes = Arrays.copyOf(written, place(random, written));
            refuses(file, bytes);
            // A file system that kept the length but not the blocks.
            byte[] zeros = Arrays.copyOf(bytes, written.length);
            if (!Arrays.equals(zeros, written)) {
              refuses(file, zeros);
            }
          }
        });
  }

  @Test
  void refusesMixturesOfTwoGenerations() {
    forEachSeed(
        (random, file, written) -> {
          CodeGraph graph = Snapshots.graph(random.nextLong());
          GraphSnapshot.write(graph, Snapshots.metadata(2), file);
          byte[] other = Files.readAllBytes(file);
          int common = Math.min(written.length, other.length);
          for (int i = 0; i < DAMAGES; i++) {
            int at = random.nextInt(common);
            byte[] bytes = other.clone();
            System.arraycopy(written, 0, bytes, 0, at);
            if (!Arrays.equals(bytes, other) && !Arrays.equals(bytes, written)) {
              refuses(file, bytes);
            }
          }
        });
  }

  @Test
  void noColumnWithARightChecksumLeadsAQuestionAstray() {
    var opened = new int[1];
    forEachSeed(
        (random, file, written) -> {
          for (int i = 0; i < 2 * DAMAGES; i++) {
            byte[] bytes = written.clone();
            int head = Snapshots.headBytes(bytes);
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
              int at = head + random.nextInt(bytes.length - head);
              bytes[at] = (byte) (random.nextBoolean() ? random.nextInt() : bytes[at] + 1);
            }
            Snapshots.forge(bytes);
            Files.write(file, bytes);
            if (GraphSnapshot.open(file, Snapshots.EXPECTED)
                instanceof SnapshotOutcome.Opened(CodeGraph graph, _, _)) {
              opened[0]++;
              assertThat(Snapshots.askEverything(graph)).isNotEmpty();
            }
          }
        });
    assertThat(opened[0]).as("forged files that were opened and asked").isPositive();
  }

  private interface Property {
    void check(Random random, Path file, byte[] written) throws IOException;
  }

  private void forEachSeed(Property property) {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + TRIES; seed++) {
      try {
        Path file = folder.resolve("graph");
        GraphSnapshot.write(Snapshots.graph(seed), Snapshots.metadata(1), file);
        property.check(new Random(seed), file, Files.readAllBytes(file));
      } catch (Throwable failure) {
        Assertions.fail("replay with -Dproperty.seed=" + seed + " -Dproperty.tries=1", failure);
      }
    }
  }

  private static void refuses(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    assertThat(GraphSnapshot.open(file, Snapshots.EXPECTED))
        .isInstanceOf(SnapshotOutcome.Refused.class);
  }

  /** Half of the places are in the head, which is small and matters. */
  private static int place(Random random, byte[] bytes) {
    return random.nextInt(random.nextBoolean() ? Snapshots.headBytes(bytes) : bytes.length);
  }
}
