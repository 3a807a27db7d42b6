package dev.sextant.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.syntax.ParseOutcome.BudgetExceeded;
import dev.sextant.syntax.ParseOutcome.Failed;
import dev.sextant.syntax.ParseOutcome.Parsed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntaxParserTest {
  private static final ParseLimits LIMITS = ParseLimits.STANDARD;

  @ParameterizedTest
  @EnumSource(Grammar.class)
  void parsesASnippetOfEachGrammarWithoutErrors(Grammar grammar) {
    byte[] text = Snippets.of(grammar);
    try (var parser = SyntaxParser.open()) {
      SyntaxTree tree = parsed(parser.parse(grammar, text, text.length, LIMITS));

      assertThat(tree.errorCount()).isZero();
      assertThat(tree.missingCount()).isZero();
      assertThat(tree.firstErrorOffset()).isEqualTo(-1);
      assertThat(tree.size()).isGreaterThan(20);
    }
  }

  @Test
  void describesEveryNodeOfASmallTree() {
    try (var parser = SyntaxParser.open()) {
      SyntaxTree tree = parse(parser, Grammar.PYTHON, "x = 1\n\ny = f(x)\n");

      assertThat(describe(Grammar.PYTHON, tree))
          .containsExactly(
              "0 module 0..16 row 0 after 16",
              "1 expression_statement 0..5 row 0 after 6",
              "2 assignment 0..5 row 0 after 6",
              "3 left:identifier 0..1 row 0 after 4",
              "4 = 2..3 row 0 after 5",
              "5 right:integer 4..5 row 0 after 6",
              "6 expression_statement 7..15 row 2 after 16",
              "7 assignment 7..15 row 2 after 16",
              "8 left:identifier 7..8 row 2 after 9",
              "9 = 9..10 row 2 after 10",
              "10 right:call 11..15 row 2 after 16",
              "11 function:identifier 11..12 row 2 after 12",
              "12 arguments:argument_list 12..15 row 2 after 16",
              "13 ( 12..13 row 2 after 14",
              "14 identifier 13..14 row 2 after 15",
              "15 ) 14..15 row 2 after 16");
    }
  }

  @Test
  void reportsErrorsAndMissingNodes() {
    try (var parser = SyntaxParser.open()) {
      SyntaxTree broken = parse(parser, Grammar.JAVA, "class A { ### }");
      assertThat(broken.errorCount()).isPositive();
      assertThat(broken.firstErrorOffset()).isEqualTo(10);

      SyntaxTree incomplete = parse(parser, Grammar.JAVA, "class A { int x }");
      assertThat(incomplete.missingCount()).isEqualTo(1);
      assertThat(incomplete.errorCount()).isZero();
      assertThat(incomplete.firstErrorOffset()).isEqualTo(15);
    }
  }

  @Test
  void parsesOnlyTheGivenLength() {
    try (var parser = SyntaxParser.open()) {
      byte[] text = "class A {} ###".getBytes(StandardCharsets.UTF_8);

      SyntaxTree tree = parsed(parser.parse(Grammar.JAVA, text, 10, LIMITS));

      assertThat(tree.errorCount()).isZero();
      assertThat(tree.end(0)).isEqualTo(10);
    }
  }

  @ParameterizedTest
  @EnumSource(Grammar.class)
  void parsesAnEmptyText(Grammar grammar) {
    try (var parser = SyntaxParser.open()) {
      SyntaxTree tree = parsed(parser.parse(grammar, new byte[0], 0, LIMITS));

      assertThat(tree.size()).isEqualTo(1);
      assertThat(tree.firstChild(0)).isEqualTo(-1);
      assertThat(tree.after(0)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Grammar.class)
  void givesTheSameTreeWhenTheArrayHasToGrow(Grammar grammar) {
    byte[] text = Snippets.of(grammar);
    try (var roomy = SyntaxParser.open();
        var tight = SyntaxParser.open(1)) {
      SyntaxTree expected = parsed(roomy.parse(grammar, text, text.length, LIMITS));

      SyntaxTree grown = parsed(tight.parse(grammar, text, text.length, LIMITS));

      assertThat(describe(grammar, grown)).isEqualTo(describe(grammar, expected));
    }
  }

  @Test
  void stopsWhenTheBudgetIsUsedUpAndGoesOnWithTheNextFile() {
    byte[] large = "f(a, b, c);\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
    var limits =
        new ParseLimits(
            Duration.ofNanos(1_000), large.length, LIMITS.maxNodes(), LIMITS.parserBytes());
    try (var parser = SyntaxParser.open()) {
      assertThat(parser.parse(Grammar.JAVASCRIPT, large, large.length, limits))
          .isEqualTo(new BudgetExceeded(limits.budget()));

      assertThat(parse(parser, Grammar.JAVASCRIPT, "f(a);").errorCount()).isZero();
    }
  }

  @Test
  void refusesATextOrATreeAboveTheLimit() {
    byte[] text = Snippets.of(Grammar.JAVA);
    try (var parser = SyntaxParser.open();
        var tight = SyntaxParser.open(1)) {
      var shorter =
          new ParseLimits(
              LIMITS.budget(), text.length - 1, LIMITS.maxNodes(), LIMITS.parserBytes());
      assertThat(parser.parse(Grammar.JAVA, text, text.length, shorter))
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.reason()).contains("bytes"));

      var few = new ParseLimits(LIMITS.budget(), text.length, 20, LIMITS.parserBytes());
      for (SyntaxParser each : List.of(parser, tight)) {
        assertThat(each.parse(Grammar.JAVA, text, text.length, few))
            .isInstanceOfSatisfying(
                Failed.class, failed -> assertThat(failed.reason()).contains("limit of 20"));
        assertThat(parse(each, Grammar.JAVA, "class A {}").size()).isPositive();
      }
    }
  }

  @Test
  void stopsATextThatAsksForGigabytesAndGoesOnWithTheNextFile() {
    byte[] text = "a<".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    var limits = new ParseLimits(Duration.ofMinutes(1), text.length, 1_000_000, 64L * 1024 * 1024);
    try (var parser = SyntaxParser.open()) {
      assertThat(parser.parse(Grammar.JAVA, text, text.length, limits))
          .isEqualTo(new Failed("the parser needed more memory than the limit of 67108864 bytes"));

      assertThat(parse(parser, Grammar.JAVA, Snippets.text(Grammar.JAVA)).errorCount()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Grammar.class)
  void survivesDeepNesting(Grammar grammar) {
    int depth = 100_000;
    var limits = new ParseLimits(Duration.ofSeconds(1), 8 * depth, 8 * depth, 128L * 1024 * 1024);
    try (var parser = SyntaxParser.open()) {
      for (String nested :
          List.of(
              "(".repeat(depth),
              "[".repeat(depth) + "]".repeat(depth),
              "x = " + "(".repeat(depth) + "1" + ")".repeat(depth),
              "{".repeat(depth),
              "a<".repeat(depth))) {
        byte[] text = nested.getBytes(StandardCharsets.UTF_8);

        switch (parser.parse(grammar, text, text.length, limits)) {
          case Parsed(SyntaxTree tree) -> TreeInvariants.check(tree, text.length);
          case BudgetExceeded exceeded -> assertThat(exceeded.budget()).isEqualTo(limits.budget());
          case Failed failed -> assertThat(failed.reason()).contains("limit");
        }
      }
    }
  }

  @Test
  void parsersOfTwoThreadsDoNotDisturbEachOther() throws Exception {
    var here = new FutureTask<>(SyntaxParserTest::describeAllGrammarsOften);
    var there = new FutureTask<>(SyntaxParserTest::describeAllGrammarsOften);
    Thread.ofPlatform().start(here);
    Thread.ofPlatform().start(there);

    assertThat(here.get()).hasSize(1).isEqualTo(there.get());
  }

  private static Set<List<List<String>>> describeAllGrammarsOften() {
    Set<List<List<String>>> seen = new HashSet<>();
    try (var parser = SyntaxParser.open(1)) {
      for (int round = 0; round < 20; round++) {
        List<List<String>> trees = new ArrayList<>();
        for (Grammar grammar : Grammar.values()) {
          trees.add(describe(grammar, parse(parser, grammar, Snippets.text(grammar))));
        }
        seen.add(trees);
      }
    }
    return seen;
  }

  @Test
  void refusesAnotherThread() {
    try (var parser = SyntaxParser.open()) {
      var elsewhere = new FutureTask<>(() -> parser.parse(Grammar.C, new byte[0], 0, LIMITS));
      Thread.ofPlatform().name("elsewhere").start(elsewhere);

      assertThatThrownBy(elsewhere::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IllegalStateException.class)
          .hasMessageContaining("elsewhere");
    }
  }

  @Test
  void refusesUseAfterClose() {
    List<SyntaxParser> closed = new ArrayList<>();
    try (var parser = SyntaxParser.open()) {
      closed.add(parser);
    }

    assertThatThrownBy(() -> closed.getFirst().parse(Grammar.C, new byte[0], 0, LIMITS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void refusesALengthPastTheText() {
    try (var parser = SyntaxParser.open()) {
      assertThatThrownBy(() -> parser.parse(Grammar.C, new byte[3], 4, LIMITS))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  private static SyntaxTree parse(SyntaxParser parser, Grammar grammar, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return parsed(parser.parse(grammar, utf8, utf8.length, LIMITS));
  }

  private static SyntaxTree parsed(ParseOutcome outcome) {
    assertThat(outcome).isInstanceOf(Parsed.class);
    return ((Parsed) outcome).tree();
  }

  private static List<String> describe(Grammar grammar, SyntaxTree tree) {
    List<String> lines = new ArrayList<>();
    for (int node = 0; node < tree.size(); node++) {
      String field = tree.field(node) == 0 ? "" : grammar.fieldName(tree.field(node)) + ":";
      lines.add(
          "%d %s%s %d..%d row %d after %d"
              .formatted(
                  node,
                  field,
                  grammar.symbolName(tree.symbol(node)),
                  tree.start(node),
                  tree.end(node),
                  tree.row(node),
                  tree.after(node)));
    }
    return lines;
  }
}
