package dev.sextant.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testing.EditorSave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    ChangeSet change = saveBuildFile();
    // Until the folder is listed again the file counts as one that has just come.
    for (int saves = 1; saves < 20 && change.scope() == ChangeSet.Scope.EVERYTHING; saves++) {
      change = saveBuildFile();
    }

    assertThat(change.scope()).isEqualTo(ChangeSet.Scope.PATHS);
    assertThat(change.configuration()).map(Object::toString).containsExactly("pom.xml");
    assertThat(change.files()).isEmpty();
  }

  private ChangeSet saveBuildFile() throws IOException {
    Files.writeString(root.resolve("pom.xml~"), "<project></project>");
    Files.move(
        root.resolve("pom.xml"), root.resolve("pom.xml.bak"), StandardCopyOption.REPLACE_EXISTING);
    Files.move(root.resolve("pom.xml~"), root.resolve("pom.xml"));
    return folder.upToNow();
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
