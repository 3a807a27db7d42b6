package dev.sextant.lang.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.syntax.Grammar;
import org.junit.jupiter.api.Test;

class PythonLanguageTest {
  private final PythonLanguage python = new PythonLanguage();

  @Test
  void takesSourcesAndStubs() {
    assertThat(python.grammarFor("shop.py")).contains(Grammar.PYTHON);
    assertThat(python.grammarFor("shop.pyi")).contains(Grammar.PYTHON);
    assertThat(python.grammarFor("shop.pyc")).isEmpty();
  }

  @Test
  void refusesAnotherGrammar() {
    assertThatThrownBy(() -> python.newExtractor(Grammar.GO)).hasMessageContaining("go");
  }

  @Test
  void looksForAbsoluteModulesFromTheRootDownAndInSrc() {
    assertThat(python.moduleFiles("lib/a/x.py", "p.q"))
        .filteredOn(path -> path.endsWith("q.py"))
        .containsExactly("p/q.py", "lib/p/q.py", "lib/a/p/q.py", "src/p/q.py");
    assertThat(python.moduleFiles("src/x.py", "p"))
        .containsExactly(
            "p.py",
            "p/__init__.py",
            "p.pyi",
            "p/__init__.pyi",
            "src/p.py",
            "src/p/__init__.py",
            "src/p.pyi",
            "src/p/__init__.pyi");
  }

  @Test
  void looksForRelativeModulesInTheImportersPackage() {
    assertThat(python.moduleFiles("a/b/x.py", ".")).startsWith("a/b/__init__.py");
    assertThat(python.moduleFiles("a/b/x.py", ".util")).startsWith("a/b/util.py");
    assertThat(python.moduleFiles("a/b/x.py", "..util.io")).startsWith("a/util/io.py");
    assertThat(python.moduleFiles("a/b/x.py", "...util")).startsWith("util.py");
    assertThat(python.moduleFiles("a/b/x.py", "....util")).isEmpty();
    assertThat(python.moduleFiles("x.py", ".util")).startsWith("util.py");
    assertThat(python.moduleFiles("x.py", "..util")).isEmpty();
  }
}
