package dev.sextant.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnumCodesTest {
  @Test
  void everyConstantIsFoundByItsCode() {
    for (SymbolKind kind : SymbolKind.values()) {
      assertThat(SymbolKind.ofCode(kind.code())).isSameAs(kind);
    }
    for (Role role : Role.values()) {
      assertThat(Role.ofCode(role.code())).isSameAs(role);
    }
    for (Evidence evidence : Evidence.values()) {
      assertThat(Evidence.ofCode(evidence.code())).isSameAs(evidence);
    }
  }

  @Test
  void strongerEvidenceReachesAWeakerFloor() {
    assertThat(Evidence.EXACT.atLeast(Evidence.IMPORTED)).isTrue();
    assertThat(Evidence.IMPORTED.atLeast(Evidence.IMPORTED)).isTrue();
    assertThat(Evidence.NAMED.atLeast(Evidence.IMPORTED)).isFalse();
  }

  @Test
  void namesModifiersInTheOrderOfTheirBits() {
    assertThat(Modifiers.wireNames(Modifiers.ACCESSOR | Modifiers.STATIC | Modifiers.PUBLIC))
        .containsExactly("public", "static", "accessor");
    assertThat(Modifiers.wireNames(Modifiers.NONE)).isEmpty();
  }
}
