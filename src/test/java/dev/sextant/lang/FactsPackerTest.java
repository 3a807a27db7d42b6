package dev.sextant.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sextant.lang.java.JavaLanguage;
import dev.sextant.lang.python.PythonLanguage;
import dev.sextant.lang.typescript.JavaScriptLanguage;
import dev.sextant.lang.typescript.TypeScriptLanguage;
import dev.sextant.syntax.ParseLimits;
import dev.sextant.syntax.ParseOutcome;
import dev.sextant.syntax.SyntaxParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Packed facts of random files and of real ones.
 *
 * <p>{@code -Dfacts.tree=FOLDER} takes the real ones from there.
 */
class FactsPackerTest {
  private static final long FIRST_SEED = Long.getLong("property.seed", 1);
  private static final int TRIES = Integer.getInteger("property.tries", 200);
  private static final List<LanguageSupport> LANGUAGES =
      List.of(
          new JavaLanguage(),
          new TypeScriptLanguage(),
          new JavaScriptLanguage(),
          new PythonLanguage());

  private final FactsPacker packer = new FactsPacker();

  @AfterEach
  void close() {
    packer.close();
  }

  @Test
  void givesBackRandomFacts() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + TRIES; seed++) {
      comesBack(RandomFacts.of(new Random(seed)), "-Dproperty.seed=" + seed);
    }
  }

  @Test
  void givesBackTheFactsOfRealFilesFromAFifthOfTheirBytes() throws Exception {
    long plainBytes = 0;
    long packedBytes = 0;
    try (SyntaxParser parser = SyntaxParser.open();
        var files = Files.walk(Path.of(System.getProperty("facts.tree", "src")))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        byte[] text = Files.readAllBytes(file);
        for (LanguageSupport language : LANGUAGES) {
          var grammar = language.grammarFor(name);
          if (grammar.isPresent()
              && parser.parse(grammar.get(), text, text.length, ParseLimits.STANDARD)
                  instanceof ParseOutcome.Parsed(var tree)) {
            var extractor = language.newExtractor(grammar.get());
            FileFacts facts = extractor.extract(tree, text, text.length, name);
            packedBytes += comesBack(facts, file.toString());
            plainBytes += facts.sizeBytes();
          }
        }
      }
    }
    assertThat(plainBytes).isGreaterThan(100_000);
    assertThat(packedBytes).isLessThan(plainBytes / 5);
  }

  @Test
  void survivesDamage() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + TRIES; seed++) {
      var random = new Random(seed);
      byte[] good = packer.pack(RandomFacts.of(random));
      byte[] bad = Arrays.copyOf(good, 1 + random.nextInt(good.length));
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      }

      assertThatCode(() -> packer.unpack(bad))
          .as("-Dproperty.seed=" + seed)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void refusesWhatIsCutOff() {
    byte[] good = packer.pack(RandomFacts.of(new Random(3)));

    for (int length = 0; length < good.length - 1; length++) {
      assertThat(packer.unpack(Arrays.copyOf(good, length))).as("cut at " + length).isEmpty();
    }
  }

  private int comesBack(FileFacts facts, String which) {
    byte[] packed = packer.pack(facts);

    FileFacts back = packer.unpack(packed).orElseThrow();

    assertThat(Arrays.deepEquals(back.tables(), facts.tables())).as(which).isTrue();
    assertThat(back.stringStarts()).as(which).isEqualTo(facts.stringStarts());
    assertThat(back.stringBytes()).as(which).isEqualTo(facts.stringBytes());
    assertThat(back.namespace()).as(which).isEqualTo(facts.namespace());
    return packed.length;
  }
}
