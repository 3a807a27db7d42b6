package dev.sextant.scip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids of symbols in the grammar of SCIP. */
class SymbolTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sextant java . . a/B#c(). | sextant java . . a/B#c().",
        "sextant java . . a/B#c(int). | sextant java . . a/B#c(int).",
        "sextant java . . a/B#c(`int,String`). | sextant java . . a/B#c(int-String).",
        "sextant java . . a/B#c(`int[],T+1`). | sextant java . . a/B#c(int$$-T+1).",
        "sextant java . . a/B#c(`a.b`). | sextant java . . a/B#c(a$2e$b).",
        "sextant java . . a/B#c(A$B). | sextant java . . a/B#c(A$24$B).",
        "sextant java . . a/B#c(+2). | sextant java . . a/B#c(+2).",
        "sextant java . . a/B#`c d`(`é`). | sextant java . . a/B#`c d`($e9$).",
        "sextant ts . . src/`a.ts`/`(``x``)`(). | sextant ts . . src/`a.ts`/`(``x``)`().",
        "sextant ts . . src/`a.ts`/``. | sextant ts . . src/`a.ts`/` `."
      })
  void followsTheGrammar(String id, String text) {
    assertThat(SymbolText.of(id)).isEqualTo(text);
  }

  @Test
  void keepsWhatDiffersApart() {
    assertThat(SymbolText.of("sextant java . . B#c(`a-b`)."))
        .isNotEqualTo(SymbolText.of("sextant java . . B#c(`a,b`)."));
    assertThat(SymbolText.of("sextant java . . B#c(`int[]`)."))
        .isNotEqualTo(SymbolText.of("sextant java . . B#c(int$$)."));
  }
}
