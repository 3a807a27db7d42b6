package dev.sextant.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void directWrite() {
    folder.file("src/Shop.java", "class Shop { int a; }");

    assertOneChange();
  }

  @Test
  void vimWithBackupByRenaming() throws IOException {
    Files.createFile(root.resolve("src/4913"));
    Files.delete(root.resolve("src/4913"));
    Files.writeString(root.resolve("src/.Shop.java.swp"), "swap");
    Files.move(root.resolve("src/Shop.java"), root.resolve("src/Shop.java~"));
    folder.file("src/Shop.java", "class Shop { int a; }");
    Files.delete(root.resolve("src/Shop.java~"));
    Files.delete(root.resolve("src/.Shop.java.swp"));

    assertOneChange();
  }

  @Test
  void vimWithBackupByCopying() throws IOException {
    Files.copy(root.resolve("src/Shop.java"), root.resolve("src/Shop.java~"));
    folder.file("src/Shop.java", "class Shop { int a; }");
    Files.delete(root.resolve("src/Shop.java~"));

    assertOneChange();
  }

  @Test
  void jetBrainsSafeWrite() throws IOException {
    Path shop = root.resolve("src/Shop.java");
    Files.writeString(root.resolve("src/Shop.java___jb_tmp___"), "class Shop { int a; }");
    Files.move(shop, root.resolve("src/Shop.java___jb_old___"));
    Files.move(root.resolve("src/Shop.java___jb_tmp___"), shop);
    Files.delete(root.resolve("src/Shop.java___jb_old___"));

    assertOneChange();
  }

  @Test
  void visualStudioCodeInPlaceAndAtomic() throws IOException {
    Path shop = root.resolve("src/Shop.java");
    Files.writeString(shop, "");
    Files.writeString(shop, "class Shop { int a; }");
    Path temporary = root.resolve("src/Shop.java.vsctmp");
    Files.writeString(temporary, "class Shop { int b; }");
    Files.move(
        temporary, shop, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

    assertOneChange();
  }

  @Test
  void emacsWithLockAndAutoSave() throws IOException {
    Path lock = root.resolve("src/.#Shop.java");
    Files.createSymbolicLink(lock, Path.of("somebody@somewhere.1234:1"));
    Files.writeString(root.resolve("src/#Shop.java#"), "class Shop { int");
    Files.move(root.resolve("src/Shop.java"), root.resolve("src/Shop.java~"));
    folder.file("src/Shop.java", "class Shop { int a; }");
    Files.delete(root.resolve("src/#Shop.java#"));
    Files.delete(lock);

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
