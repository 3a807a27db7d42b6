package dev.sextant;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the pages of what the runtime is tested for, and of faults, in step with the tests. */
class RuntimeTestsPageTest {
  private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

  @Test
  void namesOnlyTestsThatExist() throws IOException {
    assertThat(namedOn("docs/runtime-tests.md")).isGreaterThan(60);
    assertThat(namedOn("docs/fault-run.md")).isGreaterThan(15);
  }

  private static int namedOn(String page) throws IOException {
    Map<String, String> sources = sources();
    Matcher named = NAMED.matcher(Files.readString(Path.of(page)));

    int seen = 0;
    while (named.find()) {
      seen++;
      assertThat(sources).as(named.group()).containsKey(named.group(1));
      assertThat(hasTest(sources, named.group(1), named.group(2))).as(named.group()).isTrue();
    }
    return seen;
  }

  private static boolean hasTest(Map<String, String> sources, String type, String method) {
    return Pattern.compile("@\\w*Test\\b[^;]{0,3000}void " + method + "\\(")
        .matcher(sources.getOrDefault(type, ""))
        .find();
  }

  private static Map<String, String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files
          .filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
          .collect(
              toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  RuntimeTestsPageTest::text));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
