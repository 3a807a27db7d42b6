package dev.sextant.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcePathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "/a", "a/", "a//b", ".", "..", "../a", "a/..", "a/./b", "a\0b", "\ud800", "x\udc00"
      })
  void refusesWhatIsNoPathInsideAWorkspace(String value) {
    assertThatThrownBy(() -> new SourcePath(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("source path '")
        .hasMessageContaining("' is refused: it ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a/b.java",
        "...",
        "..a",
        "a..",
        ".a/b",
        "a\\b",
        "é/\ud83d\ude00.py",
        "a b/\n"
      })
  void acceptsEveryOtherName(String value) {
    assertThat(new SourcePath(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "a/b/Shop.java, Shop.java, java",
    "Makefile, Makefile, ''",
    "a.d/.bashrc, .bashrc, ''",
    "x.tar.GZ, x.tar.GZ, GZ",
    "odd., odd., ''"
  })
  void knowsNameAndExtension(String value, String name, String extension) {
    var path = new SourcePath(value);

    assertThat(path.name()).isEqualTo(name);
    assertThat(path.extension()).isEqualTo(extension);
  }

  @Test
  void liesUnderARoot() {
    assertThat(new SourcePath("a/b.c").under(Path.of("/w"))).isEqualTo(Path.of("/w/a/b.c"));
  }

  @Test
  void sortsByCodePointNotByUtf16Unit() {
    Stream<String> unsorted =
        Stream.of("\ud83d\ude00", "\uff5e", "b", "a/b", "a", "\ud83d\ude01", "a.b");

    assertThat(unsorted.map(SourcePath::new).sorted().map(SourcePath::value))
        .containsExactly("a", "a.b", "a/b", "b", "\uff5e", "\ud83d\ude00", "\ud83d\ude01");
  }
}
