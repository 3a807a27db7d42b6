package dev.sextant.lang.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.lang.FactsExtractor;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.LanguageSupport;
import dev.sextant.syntax.Grammar;
import dev.sextant.syntax.ParseLimits;
import dev.sextant.syntax.ParseOutcome;
import dev.sextant.syntax.SyntaxParser;
import dev.sextant.testing.FactsDump;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptFactsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/facts/typescript");
  private static final List<LanguageSupport> LANGUAGES =
      List.of(new TypeScriptLanguage(), new JavaScriptLanguage());

  @ParameterizedTest
  @ValueSource(strings = {"shop.ts", "view.tsx", "server.js"})
  void areTheGoldenFacts(String fileName) throws IOException {
    byte[] text = Files.readAllBytes(GOLDEN.resolve(fileName));
    String dump = FactsDump.of(facts(fileName, text), text);
    Path golden = GOLDEN.resolve(fileName + ".facts");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, dump);
    }

    assertThat(dump).isEqualTo(Files.readString(golden));
  }

  @Test
  void keepsWhatStandsAroundASyntaxError() {
    String dump =
        dump("broken.ts", "class A { m() { f( } }\n@@ ) function g(x: B) { x.y(; }\nclass {");

    assertThat(dump).contains("function g").contains("type B").contains("f");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(", "[", "{", "f(", "a[", "<A>", "x => ", "if (a) ", "!", "`${", "new ("})
  void survivesHundredThousandNestedBrackets(String bracket) {
    for (String name : List.of("deep.ts", "deep.tsx", "deep.js")) {
      byte[] text =
          ("function before() {}\nx = " + bracket.repeat(100_000)).getBytes(StandardCharsets.UTF_8);

      assertThat(facts(name, text).declarationCount()).isPositive();
    }
  }

  @Test
  void readsEveryOperandOfALongSum() {
    String dump = dump("sum.ts", "const sum = " + "a + ".repeat(5_000) + "last;");

    assertThat(dump).contains(" read last in 1");
    assertThat(dump.lines().filter(line -> line.contains(" read a in 1"))).hasSize(5_000);
  }

  @Test
  void readsEveryPartOfALongUnion() {
    String dump = dump("union.ts", "type All = " + "A | ".repeat(5_000) + "Last;");

    assertThat(dump).contains(" type Last in 1");
  }

  @Test
  void anExtractorForgetsTheFileBefore() {
    byte[] first = "export class A { m() {} }".getBytes(StandardCharsets.UTF_8);
    byte[] second = "f(1)".getBytes(StandardCharsets.UTF_8);
    try (var parser = SyntaxParser.open()) {
      FactsExtractor extractor = new TypeScriptLanguage().newExtractor(Grammar.TYPESCRIPT);
      extract(parser, extractor, Grammar.TYPESCRIPT, "a.ts", first);
      FileFacts reused = extract(parser, extractor, Grammar.TYPESCRIPT, "b.ts", second);

      assertThat(FactsDump.of(reused, second)).isEqualTo(dump("b.ts", "f(1)"));
    }
  }

  private static String dump(String fileName, String source) {
    byte[] text = source.getBytes(StandardCharsets.UTF_8);
    return FactsDump.of(facts(fileName, text), text);
  }

  private static FileFacts facts(String fileName, byte[] text) {
    for (LanguageSupport language : LANGUAGES) {
      var grammar = language.grammarFor(fileName);
      if (grammar.isPresent()) {
        try (var parser = SyntaxParser.open()) {
          var extractor = language.newExtractor(grammar.get());
          return extract(parser, extractor, grammar.get(), fileName, text);
        }
      }
    }
    throw new IllegalArgumentException("no language reads " + fileName);
  }

  private static FileFacts extract(
      SyntaxParser parser,
      FactsExtractor extractor,
      Grammar grammar,
      String fileName,
      byte[] text) {
    var standard = ParseLimits.STANDARD;
    var limits =
        new ParseLimits(
            Duration.ofMinutes(1),
            standard.maxBytes(),
            standard.maxNodes(),
            4 * standard.parserBytes());
    return switch (parser.parse(grammar, text, text.length, limits)) {
      case ParseOutcome.Parsed parsed ->
          extractor.extract(parsed.tree(), text, text.length, fileName);
      case ParseOutcome other -> throw new IllegalStateException(fileName + ": " + other);
    };
  }
}
