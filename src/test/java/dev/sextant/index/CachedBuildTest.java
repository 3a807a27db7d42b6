package dev.sextant.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.index.cache.FactsCache;
import dev.sextant.testing.GraphDump;
import dev.sextant.testing.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds that find the facts of files seen before. */
class CachedBuildTest {
  private static final int FILES = 12;
  private static final long FIRST_SEED = Long.getLong("property.seed", 1);

  @TempDir private Path folder;
  private Path tree;
  private Path facts;

  @BeforeEach
  void write() throws Exception {
    tree = Files.createDirectory(folder.resolve("tree"));
    facts = folder.resolve("facts");
    for (int i = 0; i < FILES - 2; i++) {
      write(
          "p/C%d.java",
          i, "package p; class C%d { /* é */ C%d other; void m(int a) { other.m(a + 1); } }", i);
    }
    write("broken%d.java", 0, "class Broken { void m( { } }", 0);
    write("script%d.py", 0, "def f(x):\n    return f(x)\n", 0);
  }

  private void write(String path, int i, String text, int j) throws Exception {
    Path file = tree.resolve(path.formatted(i));
    Files.createDirectories(file.getParent());
    Files.writeString(file, text.replace("%d", Integer.toString(j)));
  }

  @Test
  void secondBuildExtractsNothing() throws Exception {
    IndexResult first = build(tree);
    IndexResult second = build(tree);

    assertThat(first.report().filesExtracted()).isEqualTo(FILES);
    assertThat(first.report().filesFromCache()).isZero();
    assertThat(second.report().filesExtracted()).isZero();
    assertThat(second.report().filesFromCache()).isEqualTo(FILES);
    assertThat(second.report().filesWithSyntaxErrors()).isEqualTo(1);
    assertSameGraph(second, first);
  }

  @Test
  void anotherWorktreeExtractsNothing() throws Exception {
    IndexResult first = build(tree);
    Path moved = folder.resolve("moved");
    Files.move(tree, moved);

    IndexResult second = build(moved);

    assertThat(second.report().filesExtracted()).isZero();
    assertSameGraph(second, first);
  }

  @Test
  void changedFileIsTheOnlyOneExtracted() throws Exception {
    build(tree);
    write("p/C%d.java", 3, "package p; class C3 { void other() {} }", 3);

    IndexResult changed = build(tree);

    assertThat(changed.report().filesExtracted()).isEqualTo(1);
    assertSameGraph(changed, uncached(tree));
  }

  @Test
  void fileOfTheSameContentAndAnotherNameIsExtracted() throws Exception {
    build(tree);
    Files.copy(tree.resolve("script0.py"), tree.resolve("copy.py"));

    IndexResult again = build(tree);

    assertThat(again.report().filesExtracted()).isEqualTo(1);
    assertSameGraph(again, uncached(tree));
  }

  @Test
  void damagedEntriesAreDroppedAndMadeAnew() throws Exception {
    IndexResult good = build(tree);
    byte[] bytes = Files.readAllBytes(segments().getFirst());
    for (long seed = FIRST_SEED; seed < FIRST_SEED + 40; seed++) {
      var random = new Random(seed);
      for (Path segment : segments()) {
        Files.delete(segment);
      }
      byte[] bad = bytes.clone();
      for (int flips = random.nextInt(5); flips >= 0; flips--) {
        bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      }
      int length = random.nextBoolean() ? bad.length : random.nextInt(bad.length);
      Files.write(facts.resolve("0000000000000001.segment"), Arrays.copyOf(bad, length));

      IndexResult damaged = build(tree);
      IndexResult repaired = build(tree);

      String replay = "-Dproperty.seed=" + seed;
      assertThat(GraphDump.of(damaged.graph())).as(replay).isEqualTo(GraphDump.of(good.graph()));
      assertThat(damaged.report().filesExtracted()).as(replay).isPositive();
      assertThat(cacheProblems(damaged)).as(replay).hasSize(1);
      assertThat(repaired.report().filesExtracted()).as(replay).isZero();
      assertSameGraph(repaired, good);
    }
  }

  @Test
  void readOnlyTreeIsCached() throws Exception {
    Files.setPosixFilePermissions(tree, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      build(tree);
      assertThat(build(tree).report().filesExtracted()).isZero();
    } finally {
      Files.setPosixFilePermissions(tree, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    assertThat(tree.resolve("facts")).doesNotExist();
  }

  @Test
  void folderThatCannotBeMadeCostsOneProblemAndNothingElse() throws Exception {
    Files.writeString(facts, "in the way");

    IndexResult result = build(tree);

    assertThat(result.report().filesExtracted()).isEqualTo(FILES);
    assertThat(cacheProblems(result)).hasSize(1);
    assertSameGraph(result, uncached(tree));
  }

  @Test
  void folderThatCannotBeWrittenCostsOneProblemAndNothingElse() throws Exception {
    // A folder of that name stands where the lock file should be, for every user.
    Files.createDirectories(facts.resolve("lock"));

    IndexResult result = build(tree);

    assertThat(result.report().filesExtracted()).isEqualTo(FILES);
    assertThat(cacheProblems(result)).hasSize(1);
    assertThat(segments()).isEmpty();
  }

  @Test
  void cacheThatIsOffKeepsNothing() throws Exception {
    assertThat(uncached(tree).report().filesExtracted()).isEqualTo(FILES);
    assertThat(uncached(tree).report().filesExtracted()).isEqualTo(FILES);
    assertThat(facts).doesNotExist();
  }

  @Test
  void buildsAtTheSameTimeShareOneFolder() throws Exception {
    IndexResult alone = uncached(tree);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var running =
          List.of(
              threads.submit(() -> build(tree)),
              threads.submit(() -> build(tree)),
              threads.submit(() -> build(tree)),
              threads.submit(() -> build(tree)));
      for (var one : running) {
        assertThat(cacheProblems(one.get())).isEmpty();
        assertSameGraph(one.get(), alone);
      }
    }
    assertThat(build(tree).report().filesExtracted()).isZero();
  }

  private static void assertSameGraph(IndexResult actual, IndexResult expected) {
    assertThat(GraphDump.of(actual.graph())).isEqualTo(GraphDump.of(expected.graph()));
  }

  private static List<FileProblem> cacheProblems(IndexResult result) {
    return result.report().problems().stream()
        .filter(problem -> problem.reason().equals("factsCache"))
        .toList();
  }

  private List<Path> segments() throws Exception {
    try (var files = Files.list(facts)) {
      return files.filter(file -> file.toString().endsWith(".segment")).sorted().toList();
    }
  }

  private IndexResult build(Path root) throws Exception {
    return build(root, FactsCache.in(facts, FactsCache.USUAL_BYTES));
  }

  private IndexResult uncached(Path root) throws Exception {
    return build(root, FactsCache.in(facts, 0));
  }

  private IndexResult build(Path root, FactsCache cache) throws Exception {
    Path state = folder.resolve("state");
    IndexSettings usual = IndexSettings.defaults(state);
    return Trees.build(
        root,
        new IndexSettings(
            usual.maxFileBytes(), usual.parseBudget(), state, usual.libraries(), cache));
  }
}
