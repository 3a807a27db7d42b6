package dev.sextant.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathGlobTest {
  @Test
  void matchesOneSegmentWithAStar() {
    assertThat(matches("src/*.ts", "src/cart.ts")).isTrue();
    assertThat(matches("src/*.ts", "src/a/cart.ts")).isFalse();
    assertThat(matches("src/?.ts", "src/a.ts")).isTrue();
    assertThat(matches("src/?.ts", "src/😀.ts")).isTrue();
    assertThat(matches("src/?.ts", "src/.ts")).isFalse();
  }

  @Test
  void matchesAnyDepthWithTwoStars() {
    assertThat(matches("src/**/cart.ts", "src/cart.ts")).isTrue();
    assertThat(matches("src/**/cart.ts", "src/a/b/cart.ts")).isTrue();
    assertThat(matches("src/**/cart.ts", "src/a/xcart.ts")).isFalse();
    assertThat(matches("**", "a/b")).isTrue();
    assertThat(matches("src/**", "src/a/b")).isTrue();
    assertThat(matches("src/**", "srcs/a")).isFalse();
  }

  @Test
  void matchesAlternatives() {
    assertThat(matches("**/*.{ts,tsx}", "a/b.tsx")).isTrue();
    assertThat(matches("**/*.{ts,tsx}", "b.ts")).isTrue();
    assertThat(matches("**/*.{ts,tsx}", "b.js")).isFalse();
    assertThat(matches("a,b", "a,b")).isTrue();
  }

  @Test
  void matchesTheNameOfTheFileWithoutASlash() {
    assertThat(matches("*.java", "a/b/C.java")).isTrue();
    assertThat(matches("/*.java", "a/b/C.java")).isFalse();
  }

  @Test
  void matchesAllBelowAFolder() {
    assertThat(matches("src/main", "src/main/a/B.java")).isTrue();
    assertThat(matches("src/main/", "src/main/a/B.java")).isTrue();
    assertThat(matches("src/main", "src/mainly/B.java")).isFalse();
  }

  @Test
  void takesOtherSignsAsTheyAre() {
    assertThat(matches("a.b", "axb")).isFalse();
    assertThat(matches("a+(b)[c]^$|", "a+(b)[c]^$|")).isTrue();
    assertThat(matches("größe/数😀.py", "größe/数😀.py")).isTrue();
    assertThat(matches("\\*.py", "*.py")).isTrue();
    assertThat(matches("\\*.py", "a.py")).isFalse();
  }

  @Test
  void refusesWhatIsLeftOpen() {
    for (String glob : new String[] {"{a", "a}", "{a,{b}}", "a\\", "x".repeat(1_001)}) {
      assertThat(PathGlob.parse(glob)).as(glob).isEmpty();
    }
  }

  private static boolean matches(String glob, String path) {
    return PathGlob.parse(glob).orElseThrow().matches(path);
  }
}
