package dev.sextant.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Offsets and lines against plain string computations; the seed is the test's argument. */
class SourceTextPropertyTest {
  private static final String[] PIECES = {
    "a",
    "int x = 1;",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "é",
    "\u20ac",
    "\uff5e",
    "\ud83d\ude00",
    "\u0085",
    "\u2028",
    "\f",
    "x".repeat(70),
    "\r\r\n\n"
  };

  static LongStream seeds() {
    return LongStream.range(1, 400);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void offsetsEqualThoseOfTheString(long seed) {
    String text = randomText(new Random(seed));
    SourceText source = SourceText.of(text);

    assertThat(source.utf16Length()).isEqualTo(text.length());
    assertThat(source.isAscii()).isEqualTo(text.chars().allMatch(unit -> unit < 128));
    int bytes = 0;
    for (int unit = 0; unit <= text.length(); ) {
      assertThat(source.utf16Offset(bytes)).as("byte %d", bytes).isEqualTo(unit);
      if (unit == text.length()) {
        break;
      }
      int codePoint = text.codePointAt(unit);
      String character = Character.toString(codePoint);
      int width = character.getBytes(StandardCharsets.UTF_8).length;
      assertThat(source.text(bytes, bytes + width)).isEqualTo(character);
      bytes += width;
      unit += Character.charCount(codePoint);
    }
    assertThat(source.length()).isEqualTo(bytes);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void linesEqualThoseOfTheString(long seed) {
    String text = randomText(new Random(seed));
    LineTable lines = SourceText.of(text).lines();

    List<String> expected = List.of(text.split("\r\n|\r|\n", -1));
    List<String> actual = new ArrayList<>();
    for (int line = 0; line < lines.lineCount(); line++) {
      actual.add(text.substring(lines.lineStart(line), lines.lineEnd(line)));
    }
    assertThat(actual).isEqualTo(expected);
    for (int unit = 0; unit <= text.length(); unit++) {
      Position position = lines.position(unit);
      assertThat(lines.lineStart(position.line()) + position.character()).isEqualTo(unit);
      boolean inLineEnd = unit > lines.lineEnd(position.line());
      assertThat(lines.offset(position))
          .isEqualTo(OptionalInt.of(inLineEnd ? lines.lineEnd(position.line()) : unit));
      if (position.line() + 1 < lines.lineCount()) {
        assertThat(unit).isLessThan(lines.lineStart(position.line() + 1));
      }
    }
    assertThat(LineTable.ofPacked(lines.packed())).isEqualTo(lines);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void acceptsExactlyTheBytesThePlatformDecodes(long seed) {
    Random random = new Random(seed);
    byte[] bytes = randomText(random).getBytes(StandardCharsets.UTF_8);
    for (int change = random.nextInt(3); change > 0 && bytes.length > 0; change--) {
      bytes[random.nextInt(bytes.length)] = (byte) (1 + random.nextInt(255));
    }

    boolean accepted = SourceText.decode(bytes) instanceof ReadOutcome.Read;

    assertThat(accepted).isEqualTo(platformDecodes(bytes));
  }

  private static boolean platformDecodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\ufeff" : "");
    int kinds = random.nextBoolean() ? 7 : PIECES.length;
    for (int pieces = random.nextInt(60); pieces > 0; pieces--) {
      text.append(PIECES[random.nextInt(kinds)]);
    }
    return text.toString();
  }
}
