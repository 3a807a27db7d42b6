package dev.sextant.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProductVersionTest {
  @Test
  void isThatOfTheBuild() {
    assertThat(ProductVersion.read()).matches("\\d+\\.\\d+\\.\\d+(-\\w+)?");
  }
}
