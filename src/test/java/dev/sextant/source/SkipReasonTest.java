package dev.sextant.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SkipReasonTest {
  @Test
  void wireNamesAreDistinctAndInCamelCase() {
    assertThat(Stream.of(SkipReason.values()).map(SkipReason::wireName))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z][a-zA-Z0-9]*"));
  }

  @Test
  void sentencesHaveNoFullStop() {
    assertThat(Stream.of(SkipReason.values()).map(SkipReason::sentence))
        .doesNotHaveDuplicates()
        .allMatch(sentence -> sentence.matches("[A-Z].*[^.]"));
  }
}
