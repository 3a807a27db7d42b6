package dev.sextant.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.cancellation.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tree that is listed again where it changed, against the same tree listed as a whole. */
class ListAgainTest {
  private static final int STEPS = 60;
  // Folders that sort before, between and behind a name and what lies below it; build output too.
  private static final List<String> FOLDERS =
      List.of(
          "a",
          "a-b",
          "a.b",
          "a0",
          "\u00e9",
          "\ud83d\ude00",
          "\uff5e",
          "build",
          "target",
          "node_modules");
  private static final List<String> FILES =
      List.of(
          "A.java",
          "b.py",
          "a",
          "pom.xml",
          "package.json",
          ".gitignore",
          ".sextantignore",
          "CACHEDIR.TAG");
  private static final List<String> RULES =
      List.of("a\n", "*.py\n", "/a/\n", "!build/\n", "!A.java\n", "a-b/*\n!a-b/a\n", "");

  @TempDir private Path folder;
  private final List<SourcePath> touched = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void givesWhatAWholeListingGives(long seed) throws Exception {
    var random = new Random(seed);
    List<String> history = new ArrayList<>();
    for (int file = 0; file < 40; file++) {
      history.add(edit(random));
    }
    List<SourceFile> before = whole();
    for (int step = 0; step < STEPS; step++) {
      touched.clear();
      for (int edits = random.nextInt(4); edits >= 0; edits--) {
        history.add(edit(random));
      }

      before = again(before, touched);

      assertThat(before).as("seed %d, edits %s", seed, history).isEqualTo(whole());
    }
  }

  @Test
  void keepsWhatIsListedOutsideOfTheNamedPlaces() throws Exception {
    var tree = new TemporaryTree(folder).files("a/A.java", "a-b/A.java", "a0/A.java");
    List<SourceFile> before = whole();
    tree.file("a/A.java", "changed").file("a-b/A.java", "changed").file("a/c/B.java", "new");

    List<SourceFile> after = again(before, List.of(new SourcePath("a")));

    assertThat(after)
        .extracting(file -> file.path() + " " + file.sizeBytes())
        .containsExactly("a-b/A.java 0", "a/A.java 7", "a/c/B.java 3", "a0/A.java 0");
  }

  private String edit(Random random) throws IOException {
    Path into = folder;
    for (int depth = random.nextInt(4); depth > 0; depth--) {
      into = into.resolve(FOLDERS.get(random.nextInt(FOLDERS.size())));
      if (Files.exists(into, LinkOption.NOFOLLOW_LINKS) && !isFolder(into)) {
        // A file, or a link that would lead elsewhere.
        return remove(into);
      }
    }
    return switch (random.nextInt(8)) {
      case 0 -> into.equals(folder) ? "nothing" : remove(into);
      case 1 -> into.equals(folder) || !isFolder(into) ? "nothing" : move(into, random);
      case 2 -> link(into, random);
      default -> write(into, random);
    };
  }

  private String write(Path into, Random random) throws IOException {
    Path file = into.resolve(FILES.get(random.nextInt(FILES.size())));
    boolean isThere = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    if (isThere
        && (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || random.nextInt(3) == 0)) {
      return remove(file);
    }
    touch(firstMissing(file));
    Files.createDirectories(into);
    Files.writeString(file, RULES.get(random.nextInt(RULES.size())));
    return "write " + file;
  }

  private String link(Path into, Random random) throws IOException {
    if (!isFolder(into)) {
      return "nothing";
    }
    Path file = into.resolve(random.nextBoolean() ? "A.java" : "a");
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return remove(file);
    }
    touch(file);
    Files.createSymbolicLink(file, folder);
    return "link " + file;
  }

  private String move(Path from, Random random) throws IOException {
    Path to = from.resolveSibling(FOLDERS.get(random.nextInt(FOLDERS.size())));
    if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
      return "nothing";
    }
    touch(from);
    touch(to);
    Files.move(from, to);
    return "move " + from + " to " + to;
  }

  private String remove(Path path) throws IOException {
    touch(path);
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> below = Files.walk(path)) {
        for (Path one : below.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
    return "remove " + path;
  }

  /** A new folder is named, not what is written in it. */
  private Path firstMissing(Path file) {
    Path above = folder;
    for (Path name : folder.relativize(file)) {
      above = above.resolve(name);
      if (!Files.exists(above, LinkOption.NOFOLLOW_LINKS)) {
        return above;
      }
    }
    return file;
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private void touch(Path path) {
    touched.add(new SourcePath(folder.relativize(path).toString()));
  }

  private List<SourceFile> again(List<SourceFile> before, List<SourcePath> changed)
      throws SourceTreeException {
    return tree().listAgain(before, new TreeChanges.At(changed), new Cancellation());
  }

  private List<SourceFile> whole() throws SourceTreeException {
    return tree().list(new Cancellation()).files();
  }

  private SourceTree tree() {
    return new SourceTree(folder, WalkSettings.standard(), name -> !name.startsWith("."));
  }
}
