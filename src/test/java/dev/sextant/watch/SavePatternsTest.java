package dev.sextant.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testing.EditorSave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way in which editors save gives one set of one file, on a real file system. */
class SavePatternsTest {
  @TempDir Path root;
  private WatchedFolder folder;

  @BeforeEach
  void watchOneFile() {
    WatchedFolder.write(root, "src/Shop.java", "class Shop {}");
    folder = WatchedFolder.at(root);
  }

  @AfterEach
  void endWatch() {
    folder.close();
  }

  @ParameterizedTest
  @EnumSource
  void everySaveIsOneSet(EditorSave editor) throws IOException {
    editor.save(root.resolve("src/Shop.java"), "class Shop { int a; }");

    assertOneChange();
  }

  @Test
  void safeWriteOfABuildFileChangesTheConfigurationOnly() throws IOException {
    folder.file("pom.xml", "<project/>");
    assertThat(folder.upToNow().scope()).isEqualTo(ChangeSet.Scope.EVERYTHING);
    assertThat(folder.watch.status().mode()).isEqualTo(WatchMode.EVENTS);
    Files.writeString(root.resolve("pom.xml~"), "<project></project>");
    Files.move(root.resolve("pom.xml"), root.resolve("pom.xml.bak"));
    Files.move(root.resolve("pom.xml~"), root.resolve("pom.xml"));

    ChangeSet change = folder.upToNow();
    assertThat(change.scope()).isEqualTo(ChangeSet.Scope.PATHS);
    assertThat(change.configuration()).map(Object::toString).containsExactly("pom.xml");
    assertThat(change.files()).isEmpty();
  }

  private void assertOneChange() {
    ChangeSet change = folder.next();
    assertThat(WatchedFolder.files(change)).isEqualTo(List.of("src/Shop.java"));
    assertThat(change.folders()).isEmpty();
    assertThat(change.configuration()).isEmpty();
    assertThat(change.scope()).isEqualTo(ChangeSet.Scope.PATHS);
    folder.assertSilent();
  }
}
