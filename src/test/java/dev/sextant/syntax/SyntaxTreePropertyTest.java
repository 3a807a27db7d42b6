package dev.sextant.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntaxTreePropertyTest {
  private static final long SEED = Long.getLong("sextant.seed", 20_260_101L);
  private static final int TEXTS = 150;
  private static final ParseLimits LIMITS =
      new ParseLimits(Duration.ofSeconds(10), 64 * 1024, 256 * 1024, 256L * 1024 * 1024);

  @ParameterizedTest
  @EnumSource(Grammar.class)
  void treesOfRandomBytesAreWellFormed(Grammar grammar) {
    RandomGenerator random = random(grammar);
    try (var parser = SyntaxParser.open()) {
      for (int text = 0; text < TEXTS; text++) {
        byte[] bytes = new byte[random.nextInt(400)];
        random.nextBytes(bytes);
        check(parser, grammar, bytes, text);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Grammar.class)
  void treesOfDamagedTextsAreWellFormed(Grammar grammar) {
    RandomGenerator random = random(grammar);
    byte[] original = Snippets.of(grammar);
    try (var parser = SyntaxParser.open(1)) {
      for (int text = 0; text < TEXTS; text++) {
        check(parser, grammar, damage(original, random), text);
      }
    }
  }

  private static RandomGenerator random(Grammar grammar) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + grammar.code());
  }

  private static byte[] damage(byte[] original, RandomGenerator random) {
    byte[] bytes = original.clone();
    for (int edit = random.nextInt(1, 6); edit > 0 && bytes.length > 1; edit--) {
      int at = random.nextInt(bytes.length);
      int length = random.nextInt(Math.min(bytes.length - at, 30));
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = joined(bytes, at, at + length, new byte[0]);
        case 2 -> bytes = joined(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
        default -> bytes = Arrays.copyOf(bytes, at);
      }
    }
    return bytes;
  }

  private static byte[] joined(byte[] bytes, int head, int tail, byte[] between) {
    byte[] joined = Arrays.copyOf(bytes, head + between.length + bytes.length - tail);
    System.arraycopy(between, 0, joined, head, between.length);
    System.arraycopy(bytes, tail, joined, head + between.length, bytes.length - tail);
    return joined;
  }

  private static void check(SyntaxParser parser, Grammar grammar, byte[] bytes, int text) {
    ParseOutcome outcome = parser.parse(grammar, bytes, bytes.length, LIMITS);
    assertThat(outcome)
        .as("text %d of %s with -Dsextant.seed=%d", text, grammar.wireName(), SEED)
        .isInstanceOfSatisfying(
            ParseOutcome.Parsed.class, parsed -> TreeInvariants.check(parsed.tree(), bytes.length));
  }
}
