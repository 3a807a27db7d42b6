package dev.sextant.lang.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModuleFilesTest {
  private final TypeScriptLanguage language = new TypeScriptLanguage();

  @Test
  void looksForSourcesThenForAnIndex() {
    assertThat(language.moduleFiles("src/app/main.ts", "../lib/x"))
        .startsWith("src/lib/x.ts", "src/lib/x.tsx", "src/lib/x.d.ts")
        .contains("src/lib/x.js", "src/lib/x/index.ts", "src/lib/x/index.js");
  }

  @Test
  void prefersTheSourceOfAWrittenJavaScriptFile() {
    assertThat(language.moduleFiles("main.ts", "./x.js"))
        .startsWith("x.ts", "x.tsx", "x.d.ts", "x.js");
    assertThat(language.moduleFiles("main.ts", "./x.mjs")).startsWith("x.mts", "x.mjs");
  }

  @Test
  void anEmptyPathIsTheImporter() {
    assertThat(language.moduleFiles("a/b.ts", "")).containsExactly("a/b.ts");
  }

  @Test
  void packagesAndPathsOutsideAreNoFiles() {
    assertThat(language.moduleFiles("a/b.ts", "react"))
        .allSatisfy(path -> assertThat(path).endsWith("/react"));
    assertThat(language.moduleFiles("a/b.ts", "../../x")).isEmpty();
  }

  @Test
  void theFolderItselfIsItsIndex() {
    assertThat(language.moduleFiles("a/b.ts", ".")).contains("a/index.ts");
    assertThat(language.moduleFiles("a/b.ts", "..")).contains("index.ts");
  }
}
