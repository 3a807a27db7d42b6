package dev.sextant.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.index.BuildSize;
import dev.sextant.workspace.RebuildMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModeRuleTest {
  @ParameterizedTest
  @CsvSource({
    // percent, asked, goes on, files, changed, decision
    "50, FULL, true, 1000, 0, FULL",
    "50, AUTO, false, 1000, 0, FULL",
    "50, AUTO, true, 1000, 0, INCREMENTAL",
    "50, AUTO, true, 1000, 500, INCREMENTAL",
    "50, AUTO, true, 1000, 501, FULL",
    "50, AUTO, true, 1, 1, INCREMENTAL",
    "50, AUTO, true, 10, 200, INCREMENTAL",
    "50, AUTO, true, 10, 201, FULL",
    "50, AUTO, true, 0, 201, FULL",
    "0, AUTO, true, 1000, 200, INCREMENTAL",
    "0, AUTO, true, 1000000, 201, FULL",
    "100, AUTO, true, 1000, 1000, INCREMENTAL",
    "100, FULL, true, 1000, 1000, FULL",
    "50, AUTO, true, 2147483647, 1073741823, INCREMENTAL",
    "50, AUTO, true, 2147483647, 1073741824, FULL",
  })
  void buildsEverythingWhenAskedOrWhenMuchChanged(
      int percent,
      RebuildMode asked,
      boolean goesOn,
      int files,
      int changed,
      RebuildMode decision) {
    BuildSize size = new BuildSize(1, 1, files, changed, goesOn);

    assertThat(new ModeRule(percent).decide(asked, size)).isEqualTo(decision);
  }

  @Test
  void refusesWhatIsNoPercentage() {
    assertThatThrownBy(() -> new ModeRule(101)).hasMessageContaining("101");
    assertThatThrownBy(() -> new ModeRule(-1)).hasMessageContaining("-1");
  }
}
