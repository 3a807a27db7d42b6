package dev.sextant.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {
  @Test
  void emptyTextHasOneEmptyLine() {
    SourceText text = SourceText.of("");

    assertThat(text.lines().lineCount()).isEqualTo(1);
    assertThat(text.lines().position(0)).isEqualTo(new Position(0, 0));
    assertThat(text.utf16Offset(0)).isZero();
    assertThat(text.isAscii()).isTrue();
  }

  @Test
  void countsEveryKindOfLineEnd() {
    LineTable lines = SourceText.of("a\nbc\r\nd\re").lines();

    assertThat(lines.lineCount()).isEqualTo(4);
    assertThat(lines.lineStart(1)).isEqualTo(2);
    assertThat(lines.lineStart(2)).isEqualTo(6);
    assertThat(lines.lineStart(3)).isEqualTo(8);
    assertThat(lines.lineEnd(1)).isEqualTo(4);
    assertThat(lines.lineEnd(3)).isEqualTo(9);
  }

  @Test
  void lineEndAtTheEndIsFollowedByAnEmptyLine() {
    LineTable lines = SourceText.of("a\r\n").lines();

    assertThat(lines.lineCount()).isEqualTo(2);
    assertThat(lines.position(3)).isEqualTo(new Position(1, 0));
  }

  @Test
  void clampsCharactersInFrontOfTheLineEnd() {
    LineTable lines = SourceText.of("ab\r\nc").lines();

    assertThat(lines.offset(new Position(0, 3))).isEqualTo(OptionalInt.of(2));
    assertThat(lines.offset(new Position(0, Integer.MAX_VALUE))).isEqualTo(OptionalInt.of(2));
    assertThat(lines.offset(new Position(1, 7))).isEqualTo(OptionalInt.of(5));
    assertThat(lines.offset(new Position(2, 0))).isEmpty();
  }

  @Test
  void byteOrderMarkIsOneUnitOfTheFirstLine() {
    SourceText text = SourceText.of("\ufeffint x;");

    assertThat(text.length()).isEqualTo(9);
    assertThat(text.utf16Length()).isEqualTo(7);
    assertThat(text.utf16Offset(3)).isEqualTo(1);
    assertThat(text.range(3, 6)).isEqualTo(new Range(new Position(0, 1), new Position(0, 4)));
    assertThat(text.text(0, 6)).isEqualTo("\ufeffint");
  }

  @Test
  void offsetInsideACharacterCountsAsItsEnd() {
    SourceText text = SourceText.of("\ud83d\ude00!");

    assertThat(text.utf16Offset(0)).isZero();
    assertThat(text.utf16Offset(1)).isEqualTo(2);
    assertThat(text.utf16Offset(4)).isEqualTo(2);
    assertThat(text.utf16Offset(5)).isEqualTo(3);
  }

  @Test
  void hashIsTheStartOfTheSha256() {
    assertThat(SourceText.of("abc").contentHash()).isEqualTo(0xba7816bf8f01cfeaL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "c0af",
        "c1bf",
        "c3",
        "c328",
        "e0809f",
        "e282",
        "e28228",
        "eda080",
        "edbfbf",
        "f08080af",
        "f09f98",
        "f4908080",
        "f5808080",
        "ff",
        "41414141414141414180"
      })
  void refusesWhatIsNotUtf8(String hex) {
    assertThat(SourceText.decode(HexFormat.of().parseHex(hex)))
        .isInstanceOfSatisfying(
            ReadOutcome.Skipped.class,
            skipped -> {
              assertThat(skipped.reason()).isEqualTo(SkipReason.NOT_UTF8);
              assertThat(skipped.detail()).contains("byte offset");
            });
  }

  @Test
  void refusesANulByteWhereverItStands() {
    for (int at = 0; at < 40; at++) {
      byte[] bytes = "x".repeat(40).getBytes(StandardCharsets.UTF_8);
      bytes[at] = 0;

      assertThat(SourceText.decode(bytes))
          .isEqualTo(new ReadOutcome.Skipped(SkipReason.BINARY, "NUL byte at byte offset " + at));
    }
  }

  @Test
  void refusesOffsetsPastTheEnd() {
    SourceText text = SourceText.of("é");

    assertThat(text.utf16Offset(2)).isEqualTo(1);
    assertThatThrownBy(() -> text.utf16Offset(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> text.lines().lineOf(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> text.lines().lineOf(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void refusesStringsThatAreNoText() {
    assertThatThrownBy(() -> SourceText.of("\ud800")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SourceText.of("a\0")).isInstanceOf(IllegalArgumentException.class);
  }
}
