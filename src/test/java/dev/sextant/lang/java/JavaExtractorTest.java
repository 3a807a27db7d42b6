package dev.sextant.lang.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FactsExtractor;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import dev.sextant.lang.ScopeKind;
import dev.sextant.syntax.Grammar;
import dev.sextant.syntax.ParseLimits;
import dev.sextant.syntax.ParseOutcome.Parsed;
import dev.sextant.syntax.SyntaxParser;
import dev.sextant.testing.FactsDump;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JavaExtractorTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/facts/java");

  private final JavaLanguage language = new JavaLanguage();

  @ParameterizedTest
  @ValueSource(strings = {"Shop", "Inference", "Scopes"})
  void factsOfARichFileAreTheGoldenOnes(String name) throws IOException {
    String source = Files.readString(GOLDEN.resolve(name + ".java"));
    String dump = FactsDump.of(facts(source), source.getBytes(StandardCharsets.UTF_8));
    Path expected = GOLDEN.resolve(name + ".facts");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, dump);
    }
    assertThat(dump).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shop", "Inference", "Scopes"})
  void aNodeStandsAfterWhatItIsMadeOfHoweverTheFileIsCut(String name) throws IOException {
    String source = Files.readString(GOLDEN.resolve(name + ".java"));
    var extractor = language.newExtractor(Grammar.JAVA);
    for (int length = source.length(); length > 0; length -= 37) {
      FileFacts facts = facts(extractor, source.substring(0, length));
      for (int node = 0; node < facts.nodeCount(); node++) {
        assertThat(facts.first(node)).as("%d of %d", node, length).isLessThan(node);
        assertListBelow(facts, facts.list(node), node);
      }
      for (int scope = 0; scope < facts.scopeCount(); scope++) {
        if (facts.scopeKind(scope) == ScopeKind.LAMBDA) {
          int lambda = facts.lambdaOf(scope);
          assertThat(facts.form(lambda)).isIn(Form.LAMBDA, Form.LAMBDA_BLOCK);
          assertThat(facts.nodeScope(lambda)).isEqualTo(facts.scopeParent(scope));
        }
      }
    }
  }

  private static void assertListBelow(FileFacts facts, int list, int node) {
    for (int i = 0; i < facts.listSize(list); i++) {
      assertThat(facts.listItem(list, i)).isBetween(0, node - 1);
    }
  }

  @Test
  void brokenTextKeepsWhatCanBeRead() {
    String source =
        """
        package p;
        class Broken {
          void before() { call(; }
          int = ;
          void after() { other(1 + ); }
        """;
    assertThat(names(facts(source), SymbolKind.METHOD)).contains("before", "after");
    assertThat(names(facts("class { void m( }"), SymbolKind.FIELD)).isEmpty();
  }

  @Test
  void factsDoNotDependOnTheFileReadBefore() {
    var extractor = language.newExtractor(Grammar.JAVA);
    String source = "class A { int f = g(1); }";
    FileFacts first = facts(extractor, source);
    facts(extractor, "class B<T> { String s() { return \"\" + 1; } }");
    FileFacts again = facts(extractor, source);
    byte[] text = source.getBytes(StandardCharsets.UTF_8);
    assertThat(FactsDump.of(again, text)).isEqualTo(FactsDump.of(first, text));
  }

  @Test
  void textNestedVeryDeeplyLosesOnlyItsInnermostFacts() {
    int deep = 100_000;
    String open = "(".repeat(deep);
    String close = ")".repeat(deep);
    FileFacts facts =
        facts("class Deep { int a = " + open + "1" + close + "; void after() { x(); } }");
    assertThat(names(facts, SymbolKind.METHOD)).containsExactly("after");
    for (String unit : List.of("{", "f(", "a[", "()->", "new int[", "x.", "!", "a?", "class C {")) {
      assertThat(facts("class D { void m() { " + unit.repeat(20_000)).declarationCount())
          .as(unit)
          .isPositive();
    }
  }

  @Test
  void aLongChainOfOperatorsIsReadToItsEnd() {
    FileFacts facts = facts("class C { String s = first" + " + x".repeat(20_000) + "; }");
    assertThat(facts.nodeCount()).isGreaterThan(20_000);
  }

  private FileFacts facts(String source) {
    return facts(language.newExtractor(Grammar.JAVA), source);
  }

  private static FileFacts facts(FactsExtractor extractor, String source) {
    byte[] text = source.getBytes(StandardCharsets.UTF_8);
    try (SyntaxParser parser = SyntaxParser.open()) {
      var outcome = parser.parse(Grammar.JAVA, text, text.length, ParseLimits.STANDARD);
      assertThat(outcome).isInstanceOf(Parsed.class);
      return extractor.extract(((Parsed) outcome).tree(), text, text.length, "Shop.java");
    }
  }

  private static List<String> names(FileFacts facts, SymbolKind kind) {
    var names = new ArrayList<String>();
    for (int id = 0; id < facts.declarationCount(); id++) {
      if (facts.kind(id) == kind) {
        names.add(facts.string(facts.name(id)));
      }
    }
    return names;
  }
}
