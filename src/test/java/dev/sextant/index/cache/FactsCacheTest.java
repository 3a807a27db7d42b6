package dev.sextant.index.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.source.ContentHash;
import dev.sextant.syntax.Grammar;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries in segments: what is found again, what goes, and who may be there at once. */
class FactsCacheTest {
  private static final long LIMIT = 1 << 20;
  private static final int ENTRY_BYTES = 1 << 10;

  @TempDir private Path folder;

  @Test
  void changedExtractorMisses() {
    var content = new ContentHash(1, 2);
    CacheKey key = CacheKey.of(content, "java", Grammar.JAVA, "A.java", "one");

    assertThat(CacheKey.of(content, "java", Grammar.JAVA, "A.java", "one")).isEqualTo(key);
    assertThat(
            List.of(
                CacheKey.of(content, "java", Grammar.JAVA, "A.java", "two"),
                CacheKey.of(content, "java", Grammar.JAVA, "B.java", "one"),
                CacheKey.of(content, "java", Grammar.TSX, "A.java", "one"),
                CacheKey.of(content, "python", Grammar.JAVA, "A.java", "one"),
                CacheKey.of(new ContentHash(1, 3), "java", Grammar.JAVA, "A.java", "one")))
        .doesNotContain(key);
  }

  @Test
  void findsWhatWasAddedBeforeAndNotWhatIsBeingAdded() throws Exception {
    try (CacheSession session = session()) {
      session.add(entry(1));
      assertThat(session.find(key(1))).isEmpty();
    }

    try (CacheSession session = session()) {
      assertThat(session.find(key(1))).contains(bytes(1));
      assertThat(session.find(key(2))).isEmpty();
    }
  }

  @Test
  void keepsWithinItsLimitWhatWasUsedLast() throws Exception {
    int rounds = 40;
    int each = 100;
    for (int round = 0; round < rounds; round++) {
      try (CacheSession session = session()) {
        // Number 0 is asked for in every round, the others of the first round never again.
        assertThat(session.find(key(0)).isPresent()).as("round " + round).isEqualTo(round > 0);
        for (int i = 0; i < each; i++) {
          session.add(entry(round * each + i));
        }
      }
      assertThat(sizeOfSegments()).isLessThanOrEqualTo(LIMIT);
    }
    try (CacheSession session = session()) {
      assertThat(session.find(key(0))).isPresent();
      assertThat(session.find(key(1))).isEmpty();
      assertThat(session.find(key(rounds * each - 1))).isPresent();
      assertThat(session.damagedCount()).isZero();
    }
    assertThat(sizeOfSegments()).isGreaterThan(LIMIT / 2);
  }

  @Test
  void dropsNothingToMakeRoomForWhatCannotFit() throws Exception {
    try (CacheSession session = session()) {
      session.add(entry(1));
    }
    try (CacheSession session = session()) {
      session.add(new Entry(key(2), new byte[(int) LIMIT]));
      session.add(entry(3));
    }

    try (CacheSession session = session()) {
      assertThat(session.find(key(1))).isPresent();
      assertThat(session.find(key(2))).isEmpty();
      assertThat(session.find(key(3))).isPresent();
      assertThat(session.failure()).isEmpty();
    }
  }

  @Test
  void manySmallSegmentsBecomeFew() throws Exception {
    for (int i = 0; i < 200; i++) {
      try (CacheSession session = session()) {
        session.add(entry(i));
      }
    }

    assertThat(segments()).hasSizeLessThan(50);
    try (CacheSession session = session()) {
      for (int i = 0; i < 200; i++) {
        assertThat(session.find(key(i))).as("entry " + i).contains(bytes(i));
      }
    }
  }

  @Test
  void sessionMissesWhatAnotherDropped() throws Exception {
    try (CacheSession session = session()) {
      session.add(entry(1));
    }
    try (CacheSession reading = session()) {
      for (int i = 0; i < 3; i++) {
        try (CacheSession session = session()) {
          session.add(new Entry(key(2), new byte[(int) LIMIT / 2]));
        }
      }

      assertThat(reading.find(key(1))).isEmpty();
      assertThat(reading.damagedCount()).isZero();
    }
  }

  @Test
  void processesShareOneFolder() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int number = 1; number <= 2; number++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  String.join(File.pathSeparator, "target/classes", "target/test-classes"),
                  OtherProcess.class.getName(),
                  folder.toString(),
                  Integer.toString(number))
              .inheritIO()
              .start());
    }
    for (Process process : processes) {
      assertThat(process.waitFor()).isZero();
    }

    try (CacheSession session = session()) {
      for (int i = 0; i < 2 * OtherProcess.ENTRIES; i++) {
        assertThat(session.find(key(OtherProcess.ENTRIES + i))).as("entry " + i).isPresent();
      }
      assertThat(session.damagedCount()).isZero();
    }
  }

  /** Adds entries in many sessions and reads what it finds. */
  static final class OtherProcess {
    static final int ENTRIES = 200;

    private OtherProcess() {}

    public static void main(String[] arguments) throws IOException {
      var cache = new SegmentFolder(Path.of(arguments[0]), LIMIT);
      int first = ENTRIES * Integer.parseInt(arguments[1]);
      for (int i = 0; i < ENTRIES; i++) {
        try (CacheSession session = CacheSession.on(cache, "")) {
          for (int j = 0; j < 3 * ENTRIES; j++) {
            session.find(key(j));
          }
          session.add(entry(first + i));
          if (session.damagedCount() > 0) {
            throw new IOException("damage in session " + i);
          }
        }
      }
    }
  }

  private CacheSession session() throws IOException {
    return CacheSession.on(new SegmentFolder(folder, LIMIT), "");
  }

  private static CacheKey key(int number) {
    var random = new Random(number);
    return new CacheKey(random.nextLong(), random.nextLong());
  }

  private static byte[] bytes(int number) {
    byte[] bytes = new byte[ENTRY_BYTES];
    Arrays.fill(bytes, (byte) number);
    return bytes;
  }

  private static Entry entry(int number) {
    return new Entry(key(number), bytes(number));
  }

  private List<Path> segments() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".segment")).toList();
    }
  }

  private long sizeOfSegments() throws IOException {
    long size = 0;
    for (Path segment : segments()) {
      size += Files.size(segment);
    }
    return size;
  }
}
