package dev.sextant.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.GraphSnapshot;
import dev.sextant.graph.SnapshotAttachment;
import dev.sextant.graph.SnapshotExpectations;
import dev.sextant.graph.SnapshotMetadata;
import dev.sextant.graph.SnapshotOrigin;
import dev.sextant.graph.SnapshotOutcome;
import dev.sextant.graph.TreeState;
import dev.sextant.source.SourcePath;
import dev.sextant.source.TreeChanges;
import dev.sextant.testing.GraphDump;
import dev.sextant.testing.RealLibrary;
import dev.sextant.testing.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A build that goes on from the one before gives what a whole build gives, after every edit.
 *
 * <p>{@code -Dsextant.edits=N} makes N edits a seed, {@code -Dsextant.seed=S} runs one seed only.
 */
class IncrementalBuildTest {
  private static final int EDITS = Integer.getInteger("sextant.edits", 12);

  // A tree that shows a difference is kept for looking at.
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  static Stream<String> runs() {
    Long seed = Long.getLong("sextant.seed");
    return Stream.of("java", "java-inference", "typescript", "python", "mixed", "library")
        .flatMap(
            tree ->
                seed == null
                    ? LongStream.rangeClosed(1, tree.equals("library") ? 2 : 6)
                        .mapToObj(number -> tree + " " + number)
                    : Stream.of(tree + " " + seed));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void givesWhatAWholeBuildGives(String run) throws Exception {
    String[] parts = run.split(" ");
    Path root = Files.createDirectory(folder.resolve("tree"));
    TreeEdits edits = new TreeEdits(root, files(parts[0]), new Random(Long.parseLong(parts[1])));

    IndexResult last = build(root, Optional.empty(), new TreeChanges.Unknown());
    StringBuilder history = new StringBuilder();
    Random restarts = new Random(~Long.parseLong(parts[1]));
    for (int step = 1; step <= EDITS; step++) {
      history.append("\n").append(step).append(": ").append(edits.edit());
      Optional<LinkState> before = perhapsRestored(last, restarts, history);
      last = build(root, before, changes(edits.touched(), restarts, history));
      IndexResult whole = build(root, Optional.empty(), new TreeChanges.Unknown());

      assertThat(GraphDump.of(last.graph()))
          .as("-Dsextant.seed=%s, tree %s, edits:%s", parts[1], parts[0], history)
          .isEqualTo(GraphDump.of(whole.graph()));
      assertThat(last.report().unresolvedReferences())
          .as("-Dsextant.seed=%s, tree %s, edits:%s", parts[1], parts[0], history)
          .isEqualTo(whole.report().unresolvedReferences());
      assertThat(last.tree())
          .as("-Dsextant.seed=%s, tree %s, edits:%s", parts[1], parts[0], history)
          .isEqualTo(whole.tree());
    }
  }

  /** What the build is told of the edit. */
  private static TreeChanges changes(
      List<SourcePath> touched, Random random, StringBuilder history) {
    TreeChanges changes =
        switch (random.nextInt(4)) {
          case 0 -> new TreeChanges.Unknown();
          case 1 -> new TreeChanges.Anywhere();
          default -> new TreeChanges.At(touched);
        };
    history.append(", ").append(changes);
    return changes;
  }

  /** What the build left, one time in three as another process reads it. */
  private Optional<LinkState> perhapsRestored(
      IndexResult last, Random random, StringBuilder history) throws Exception {
    if (random.nextInt(3) > 0) {
      return last.state();
    }
    Path file = folder.resolve("snapshot");
    var metadata =
        new SnapshotMetadata(
            new SnapshotOrigin("", "", "", ""),
            1,
            Instant.EPOCH,
            "",
            Map.of(),
            new TreeState.Builder().build());
    GraphSnapshot.write(last.graph(), metadata, last.state().orElseThrow().attachment(), file);
    history.append(", restarted");
    if (random.nextInt(3) == 0) {
      history.append(" without facts");
      forgetFacts();
    }
    var expected = new SnapshotExpectations(metadata.origin(), Long.MAX_VALUE);
    if (GraphSnapshot.open(file, expected)
        instanceof SnapshotOutcome.Opened(CodeGraph graph, _, SnapshotAttachment attachment)) {
      Optional<LinkState> restored = LinkState.restored(graph, attachment);
      assertThat(restored).isPresent();
      return restored;
    }
    return fail("the snapshot was not opened");
  }

  private void forgetFacts() throws Exception {
    Path facts = folder.resolve("state").resolve(IndexSettings.FACTS);
    try (Stream<Path> entries = Files.list(facts)) {
      for (Path entry : entries.toList()) {
        Files.delete(entry);
      }
    }
  }

  private IndexResult build(Path root, Optional<LinkState> before, TreeChanges changes)
      throws Exception {
    return Trees.build(root, folder.resolve("state"), before, changes);
  }

  private static Map<String, String> files(String tree) throws Exception {
    return switch (tree) {
      case "library" -> RealLibrary.files();
      case "mixed" -> {
        Map<String, String> files = new LinkedHashMap<>();
        for (String part : List.of("java", "typescript", "python")) {
          files.putAll(golden(part));
        }
        yield files;
      }
      default -> golden(tree);
    };
  }

  private static Map<String, String> golden(String tree) throws Exception {
    Map<String, String> files = new LinkedHashMap<>();
    String text = Files.readString(Path.of("src/test/resources/golden/graph", tree, "tree.txt"));
    for (String file : text.substring("//- ".length()).split("(?m)^//- ", -1)) {
      int end = file.indexOf('\n');
      files.put(file.substring(0, end), file.substring(end + 1));
    }
    return files;
  }
}
