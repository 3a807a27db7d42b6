package dev.sextant.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditorFilesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        ".Shop.java.swp",
        ".Shop.java.swo",
        ".Shop.java.swx",
        ".Shop.java.svz",
        "4913",
        "49130",
        "Shop.java~",
        "#Shop.java#",
        ".#Shop.java",
        "Shop.java___jb_tmp___",
        "Shop.java___jb_old___",
        "Shop.java.bak",
        "x.tmp",
        ".goutputstream-A1B2",
        ".nfs0001"
      })
  void temporaries(String name) {
    assertThat(EditorFiles.isTemporary(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Shop.java", "swp", "a.swp.java", ".gitignore", "123.py", "#a.java", "x.swap"})
  void sources(String name) {
    assertThat(EditorFiles.isTemporary(name)).isFalse();
  }
}
