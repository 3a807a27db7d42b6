package dev.sextant.lang.python;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.lang.FileFacts;
import dev.sextant.syntax.Grammar;
import dev.sextant.syntax.ParseLimits;
import dev.sextant.syntax.ParseOutcome;
import dev.sextant.syntax.SyntaxParser;
import dev.sextant.testing.FactsDump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonFactsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/facts/python");

  @ParameterizedTest
  @ValueSource(strings = {"shop", "scopes", "imports", "expressions", "types", "patterns"})
  void readsTheFactsOfAFile(String name) throws IOException {
    byte[] text = Files.readAllBytes(GOLDEN.resolve(name + ".py"));
    String dump = FactsDump.of(facts(text), text);
    Path golden = GOLDEN.resolve(name + ".facts");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, dump);
    }

    assertThat(dump).isEqualTo(Files.readString(golden));
  }

  @Test
  void readsWhatIsLeftOfABrokenFile() {
    FileFacts facts =
        facts(
            """
            import os
            class Shop(Base:
                def sell(self, x:
                    return
            def good(a):
                return call(a)
            x = = 3 $
            def
            class
            lambda :
            from import
            """);

    assertThat(names(facts)).contains("good", "a");
    assertThat(facts.importCount()).isEqualTo(1);
  }

  @Test
  void readsWhatStandsBesideAHundredThousandBrackets() {
    int deep = 100_000;
    String closed = "x = " + "[".repeat(deep) + "]".repeat(deep) + "\ndef after(): pass\n";
    assertThat(names(facts(closed))).contains("x", "after");

    String open = "def before(): pass\ny = " + "(".repeat(deep);
    assertThat(names(facts(open))).contains("before");
  }

  @Test
  void readsAllOfALongSum() {
    int terms = 100_000;
    FileFacts facts = facts("x = a" + " + a".repeat(terms) + "\n");

    assertThat(facts.nodeCount()).isGreaterThan(terms);
  }

  @Test
  void readsAnyPrefixOfAFile() throws IOException {
    byte[] text = Files.readAllBytes(GOLDEN.resolve("patterns.py"));
    for (int length = 0; length < text.length; length++) {
      FileFacts facts = facts(Arrays.copyOf(text, length));
      assertThat(facts.declarationCount()).isPositive();
    }
  }

  @Test
  void startsEachFileAfresh() {
    try (var parser = SyntaxParser.open()) {
      var extractor = new PythonExtractor();
      byte[] text = "x = 1\n".getBytes(UTF_8);
      for (int i = 0; i < 2; i++) {
        var parsed =
            (ParseOutcome.Parsed)
                parser.parse(Grammar.PYTHON, text, text.length, ParseLimits.STANDARD);
        assertThat(names(extractor.extract(parsed.tree(), text, text.length, "a.py")))
            .containsExactly("a.py", "x");
      }
    }
  }

  private static List<String> names(FileFacts facts) {
    var names = new ArrayList<String>();
    for (int id = 0; id < facts.declarationCount(); id++) {
      names.add(facts.string(facts.name(id)));
    }
    return names;
  }

  private static FileFacts facts(String text) {
    return facts(text.getBytes(UTF_8));
  }

  private static FileFacts facts(byte[] text) {
    try (var parser = SyntaxParser.open()) {
      var parsed =
          (ParseOutcome.Parsed)
              parser.parse(Grammar.PYTHON, text, text.length, ParseLimits.STANDARD);
      return new PythonLanguage()
          .newExtractor(Grammar.PYTHON)
          .extract(parsed.tree(), text, text.length, "fixture.py");
    }
  }
}
