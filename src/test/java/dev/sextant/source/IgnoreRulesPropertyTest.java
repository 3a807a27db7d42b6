package dev.sextant.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.cancellation.Cancellation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random ignore files over random trees, against {@code git check-ignore}; the seed is the test's
 * argument.
 *
 * <p>Left out is {@code a**}{@code /b}, two stars behind a letter: git's manual gives it the
 * meaning of one star, git itself matches across folders, and JGit follows the manual.
 */
class IgnoreRulesPropertyTest {
  private static final String[] NAMES = {"a", "b", "ab", "a.c", "b.c", "foo", "foo.c", "x y", ".h"};
  private static final String[] PATTERNS = {
    "a",
    "b",
    "ab",
    "a.c",
    "*.c",
    "foo",
    "foo*",
    "*",
    "a*",
    "?",
    "?b",
    "[ab]",
    "[!a]",
    "[a-b].c",
    "[^b]*",
    "x y",
    ".h",
    "**",
    "a\\b",
    "\\a",
    "*o*",
    "foo.?",
    "[[:alpha:]]",
    "**b",
    "x*y",
    "[]a]",
    "a.[!d]"
  };
  private static final WalkSettings ONLY_RULES =
      new WalkSettings(Set.of(), Map.of(), Set.of(), 100_000);

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.range(1, 120);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void listsExactlyWhatGitDoesNotIgnore(long seed) throws Exception {
    Random random = new Random(seed);
    Set<String> paths = randomTree(random);
    TemporaryTree tree = new TemporaryTree(folder).files(paths.toArray(String[]::new));
    git("init", "-q");
    StringBuilder story = new StringBuilder();
    for (String path : ignoreFiles(random, paths)) {
      String rules = randomRules(random);
      tree.file(path, rules);
      story.append("== ").append(path).append('\n').append(rules);
    }
    Set<String> expected = new TreeSet<>(paths);
    expected.removeAll(ignoredByGit(paths));

    Set<String> actual =
        new TreeSet<>(
            TemporaryTree.paths(
                SourceTree.walk(folder, ONLY_RULES, _ -> true, new Cancellation())));

    actual.removeIf(path -> path.endsWith(".gitignore"));
    assertThat(actual).as("rules:%n%s", story).isEqualTo(expected);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void listsEachPartLikeTheWhole(long seed) throws Exception {
    Random random = new Random(seed);
    Set<String> paths = randomTree(random);
    TemporaryTree tree = new TemporaryTree(folder).files(paths.toArray(String[]::new));
    for (String path : ignoreFiles(random, paths)) {
      tree.file(path, randomRules(random));
    }
    SourceTree source = new SourceTree(folder, ONLY_RULES, _ -> true);
    List<SourceFile> whole = source.list(new Cancellation()).files();

    for (String path : paths) {
      for (String start = path; !start.isEmpty(); start = parent(start)) {
        String at = start;
        assertThat(source.listAt(new SourcePath(at), new Cancellation()).files())
            .as("at %s", at)
            .isEqualTo(
                whole.stream().filter(file -> (file.path() + "/").startsWith(at + "/")).toList());
      }
    }
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private static Set<String> randomTree(Random random) {
    Set<String> files = new TreeSet<>();
    Set<String> folders = new HashSet<>();
    for (int tries = 40; tries > 0; tries--) {
      List<String> segments = new ArrayList<>();
      for (int depth = 1 + random.nextInt(4); depth > 0; depth--) {
        segments.add(NAMES[random.nextInt(NAMES.length)]);
      }
      boolean crossesFile = false;
      for (int end = 1; end < segments.size(); end++) {
        crossesFile |= files.contains(String.join("/", segments.subList(0, end)));
      }
      String file = String.join("/", segments);
      if (!crossesFile && !folders.contains(file)) {
        files.add(file);
        for (int end = 1; end < segments.size(); end++) {
          folders.add(String.join("/", segments.subList(0, end)));
        }
      }
    }
    return files;
  }

  private static List<String> ignoreFiles(Random random, Set<String> paths) {
    Set<String> places = new TreeSet<>(Set.of(".gitignore"));
    for (String path : paths) {
      if (random.nextInt(8) == 0 && path.contains("/")) {
        places.add(path.substring(0, path.lastIndexOf('/') + 1) + ".gitignore");
      }
    }
    if (random.nextInt(3) == 0) {
      places.add(".git/info/exclude");
    }
    return List.copyOf(places);
  }

  private static String randomRules(Random random) {
    StringBuilder rules = new StringBuilder();
    for (int count = 1 + random.nextInt(5); count > 0; count--) {
      rules.append(random.nextInt(3) == 0 ? "!" : "");
      rules.append(random.nextInt(4) == 0 ? "/" : "");
      rules.append(random.nextInt(8) == 0 ? "**/" : "");
      for (int more = random.nextInt(3); more > 0; more--) {
        rules.append(PATTERNS[random.nextInt(PATTERNS.length)]).append('/');
      }
      rules.append(PATTERNS[random.nextInt(PATTERNS.length)]);
      rules.append(random.nextInt(4) == 0 ? "/" : "");
      rules.append(random.nextInt(10) == 0 ? "  " : "");
      rules.append(random.nextInt(12) == 0 ? "\r\n" : "\n");
      rules.append(random.nextInt(10) == 0 ? "# a comment\n\n" : "");
    }
    return rules.toString();
  }

  private Set<String> ignoredByGit(Set<String> paths) throws Exception {
    Process process = start("check-ignore", "--no-index", "-z", "--stdin");
    try (var in = process.getOutputStream()) {
      in.write(String.join("\0", paths).getBytes(StandardCharsets.UTF_8));
      in.write(0);
    }
    byte[] out = process.getInputStream().readAllBytes();
    // git answers 1 when none is ignored.
    assertThat(process.waitFor()).isBetween(0, 1);
    String[] ignored = new String(out, StandardCharsets.UTF_8).split("\0");
    return new HashSet<>(Arrays.asList(ignored));
  }

  private void git(String... arguments) throws Exception {
    Process process = start(arguments);
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve(".git/none").toString());
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
