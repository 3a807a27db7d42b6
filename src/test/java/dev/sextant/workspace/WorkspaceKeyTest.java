package dev.sextant.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What makes a load ask for the workspace that is there. */
class WorkspaceKeyTest {
  private static final WorkspaceKey PLAIN = key(Optional.empty());
  private static final WorkspaceKey INDEXED = key(Optional.of(Path.of("/src/shop/a.scip")));

  @Test
  void whoeverNamesNoIndexIsServedWithAny() {
    assertThat(PLAIN.serves(PLAIN)).isTrue();
    assertThat(INDEXED.serves(PLAIN)).isTrue();
  }

  @Test
  void whoeverNamesAnIndexIsServedWithThatOne() {
    assertThat(INDEXED.serves(INDEXED)).isTrue();
    assertThat(PLAIN.serves(INDEXED)).isFalse();
    assertThat(INDEXED.serves(key(Optional.of(Path.of("/src/shop/b.scip"))))).isFalse();
  }

  @Test
  void otherSettingsAreNotServed() {
    WorkspaceKey other = new WorkspaceKey(Path.of("/src/shop"), RootMode.GIT_ROOT, "other");

    assertThat(INDEXED.serves(other)).isFalse();
  }

  private static WorkspaceKey key(Optional<Path> scip) {
    return new WorkspaceKey(Path.of("/src/shop"), RootMode.GIT_ROOT, "fingerprint", scip);
  }
}
