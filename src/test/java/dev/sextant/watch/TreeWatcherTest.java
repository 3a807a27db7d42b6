package dev.sextant.watch;

import static dev.sextant.watch.WatchedFolder.covers;
import static dev.sextant.watch.WatchedFolder.files;
import static dev.sextant.watch.WatchedFolder.folders;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watching by the events of a real file system. */
class TreeWatcherTest {
  @TempDir Path temporary;

  private Path root() {
    return temporary.resolve("root");
  }

  private WatchedFolder watched() {
    WatchedFolder.write(root(), "src/Shop.java", "class Shop {}");
    return WatchedFolder.at(root());
  }

  @Test
  void tellsAtOnceWhatIsPendingAndLaterHandsItOn() {
    WatchedFolder.write(root(), "src/Shop.java", "class Shop {}");
    try (var folder =
        WatchedFolder.at(
            root(), WatchedFolder.settings(Duration.ofHours(1), Duration.ofHours(1)))) {
      folder.file("src/New.java", "class New {}");
      WatchedFolder.next(folder.seen);

      PendingChanges pending = folder.watch.pending();
      assertThat(pending.names()).map(Object::toString).containsExactly("src/New.java");
      assertThat(pending.count()).isEqualTo(1);
      assertThat(pending.since()).isPresent();
      assertThat(folder.sets).isEmpty();

      SyncOutcome outcome = folder.sync();
      assertThat(outcome).isEqualTo(new SyncOutcome(SyncOutcome.Kind.SEEN, 1));
      assertThat(files(folder.next())).containsExactly("src/New.java");
      assertThat(folder.watch.pending().count()).isZero();
    }
  }

  @Test
  void watchesEventsOfATreeWithoutARepository() {
    try (var folder = watched()) {
      assertThat(folder.watch.status()).isEqualTo(new WatchStatus(WatchMode.EVENTS, "", 2));
      assertThat(folder.watcher.watchedFolders()).isEqualTo(2);
    }
  }

  @Test
  void findsWhatAppearsInNewFoldersAndWatchesThem() throws IOException {
    try (var folder = watched()) {
      for (int i = 0; i < 30; i++) {
        folder.file("new/deep/p" + i + "/q/A.java", "class A {}");
      }
      ChangeSet change = folder.upToNow();
      for (int i = 0; i < 30; i++) {
        assertThat(covers(change, "new/deep/p" + i + "/q/A.java")).as("%s", change).isTrue();
      }

      Files.writeString(root().resolve("new/deep/p7/q/A.java"), "class A { int a; }");
      assertThat(files(folder.upToNow())).containsExactly("new/deep/p7/q/A.java");
    }
  }

  @Test
  void reportsAFolderThatIsGoneAndOneThatWasMoved() throws IOException {
    try (var folder = watched()) {
      folder.file("a/b/C.java", "class C {}");
      folder.upToNow();

      Files.move(root().resolve("a"), root().resolve("z"));
      ChangeSet moved = folder.upToNow();
      assertThat(folders(moved)).contains("a");
      assertThat(covers(moved, "z/b/C.java")).as("%s", moved).isTrue();

      folder.file("z/b/C.java", "class C { int a; }");
      assertThat(files(folder.upToNow())).containsExactly("z/b/C.java");
      assertThat(folder.watch.status().folders()).isEqualTo(4);
    }
  }

  @Test
  void saysNothingOfWhatTheWalkLeavesOut() throws IOException {
    WatchedFolder.write(root(), ".gitignore", "Ignored.java\n/gen/\n");
    WatchedFolder.write(root(), "pom.xml", "<project/>");
    try (var folder = watched()) {
      folder.file("src/Ignored.java", "class Ignored {}");
      folder.file("gen/A.java", "class A {}");
      folder.file("target/classes/B.java", "class B {}");
      folder.file("src/notes.txt", "text");
      folder.file("src/.Shop.java.swp", "swap");
      Files.createDirectories(root().resolve("empty/folder"));

      folder.assertSilent();
      assertThat(folder.watch.status().folders()).isEqualTo(4);
    }
  }

  @Test
  void listsAgainWhenIgnoreRulesChange() {
    WatchedFolder.write(root(), ".gitignore", "/gen/\n");
    WatchedFolder.write(root(), "gen/A.java", "class A {}");
    try (var folder = watched()) {
      folder.file(".gitignore", "/other/\n");
      assertThat(folder.upToNow().scope()).isEqualTo(ChangeSet.Scope.EVERYTHING);

      folder.file("gen/A.java", "class A { int a; }");
      assertThat(files(folder.upToNow())).containsExactly("gen/A.java");
    }
  }

  @Test
  void aBuildFileThatAppearsHidesTheOutputBesideIt() {
    WatchedFolder.write(root(), "app/target/A.java", "class A {}");
    try (var folder = watched()) {
      folder.file("app/pom.xml", "<project/>");
      assertThat(folders(folder.upToNow())).containsExactly("app");
      // What was below the hidden folder is reported as gone when the new listing is there.
      folder.sync();
      folder.sets.clear();

      folder.file("app/target/A.java", "class A { int a; }");
      folder.assertSilent();
    }
  }

  @Test
  void namesThatLookHostileAreNamesLikeOthers() {
    try (var folder = watched()) {
      folder.file("src/new\nline \"and\" \\ more.java", "class A {}");
      folder.file("src/-rf.java", "class B {}");

      assertThat(files(folder.upToNow()))
          .containsExactly("src/-rf.java", "src/new\nline \"and\" \\ more.java");
    }
  }

  @Test
  void followsNoLinkOutOfTheTree() throws IOException {
    Path outside = Files.createDirectories(temporary.resolve("outside"));
    WatchedFolder.write(outside, "A.java", "class A {}");
    try (var folder = watched()) {
      Files.createSymbolicLink(root().resolve("link"), outside);
      folder.assertSilent();

      WatchedFolder.write(outside, "A.java", "class A { int a; }");
      folder.assertSilent();
      assertThat(folder.watch.status().folders()).isEqualTo(2);
    }
  }

  @Test
  void noticesAFileExchangedForOneOfTheSameSizeAndTime() throws IOException {
    try (var folder = watched()) {
      Path shop = root().resolve("src/Shop.java");
      var time = Files.getLastModifiedTime(shop);
      Files.writeString(shop, "class Shap {}");
      Files.setLastModifiedTime(shop, time);

      assertThat(files(folder.upToNow())).containsExactly("src/Shop.java");
    }
  }

  @Test
  void endlessChurnIsHandedOnAfterTheLongestWait() {
    WatchedFolder.write(root(), "src/Shop.java", "class Shop {}");
    try (var folder =
        WatchedFolder.at(
            root(), WatchedFolder.settings(Duration.ofSeconds(5), Duration.ofMillis(300)))) {
      long begun = System.nanoTime();
      while (folder.sets.isEmpty()
          && System.nanoTime() - begun < WatchedFolder.GENEROUS.toNanos()) {
        folder.file("src/Shop.java", "class Shop { long a = " + System.nanoTime() + "; }");
      }

      assertThat(files(folder.next())).containsExactly("src/Shop.java");
    }
  }

  @Test
  void aStormThatVanishesIsSurvivedAndTheTreeIsWatchedAfterIt() throws IOException {
    int count = Integer.getInteger("watch.storm", 3_000);
    try (var folder = watched()) {
      Path build = Files.createDirectories(root().resolve("storm"));
      for (int i = 0; i < count; i++) {
        Files.createFile(build.resolve("A" + i + ".java"));
      }
      try (Stream<Path> files = Files.list(build)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(build);
      folder.sync();
      folder.sets.clear();

      folder.file("src/Shop.java", "class Shop { int a; }");
      assertThat(covers(folder.upToNow(), "src/Shop.java")).isTrue();
      assertThat(folder.watch.status()).isEqualTo(new WatchStatus(WatchMode.EVENTS, "", 2));
    }
  }

  @Test
  void manyChangesCountAsEverything() {
    WatchSettings few =
        new WatchSettings(
            Duration.ofMillis(200),
            Duration.ofSeconds(20),
            Duration.ofSeconds(1),
            1,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(20),
            5,
            100);
    WatchedFolder.write(root(), "src/Shop.java", "class Shop {}");
    try (var folder = WatchedFolder.at(root(), few)) {
      for (int i = 0; i < 10; i++) {
        folder.file("src/A" + i + ".java", "class A {}");
      }
      ChangeSet change = folder.upToNow();
      assertThat(change.scope()).isEqualTo(ChangeSet.Scope.EVERYTHING);
      assertThat(change.files()).isEmpty();
    }
  }

  @Test
  void aRootThatIsMovedAwayAndBackIsWatchedAgain() throws IOException {
    try (var folder = watched()) {
      Files.move(root(), temporary.resolve("away"));
      assertThat(folder.untilMode(WatchMode.OFF).reason()).contains("root");
      assertThat(folder.watch.status().mode()).isEqualTo(WatchMode.OFF);

      WatchedFolder.write(temporary.resolve("away"), "src/Shop.java", "class Shop { int a; }");
      Files.move(temporary.resolve("away"), root());
      folder.untilMode(WatchMode.EVENTS);
      assertThat(folder.next().scope()).isEqualTo(ChangeSet.Scope.EVERYTHING);

      folder.file("src/Shop.java", "class Shop { int b; }");
      assertThat(files(folder.upToNow())).containsExactly("src/Shop.java");
    }
  }

  @Test
  void aRootThatIsDeletedAndMadeAnewIsWatchedAgain() throws IOException {
    try (var folder = watched()) {
      // The folder can be deleted when no cookie is in it.
      folder.sync();
      Files.delete(root().resolve("src/Shop.java"));
      Files.delete(root().resolve("src"));
      Files.delete(root());
      Files.createDirectory(root());
      folder.untilMode(WatchMode.OFF);
      folder.untilMode(WatchMode.EVENTS);
      // The end of the old folder may be noticed twice.
      while (folder.sync().kind() == SyncOutcome.Kind.OFF) {
        folder.untilMode(WatchMode.EVENTS);
      }
      folder.sets.clear();

      folder.file("src/Shop.java", "class Shop { int b; }");
      assertThat(covers(folder.upToNow(), "src/Shop.java")).isTrue();
    }
  }

  @Test
  void aRootThatComesLaterIsWatched() {
    try (var folder = WatchedFolder.at(root())) {
      assertThat(folder.watch.status().mode()).isEqualTo(WatchMode.OFF);
      assertThat(folder.sync().kind()).isEqualTo(SyncOutcome.Kind.OFF);

      WatchedFolder.write(root(), "A.java", "class A {}");
      folder.untilMode(WatchMode.EVENTS);
      assertThat(folder.next().scope()).isEqualTo(ChangeSet.Scope.EVERYTHING);
    }
  }

  @Test
  void twoWatchesOfOneTreeAreTold() throws Exception {
    try (var folder = watched()) {
      WatchedFolder.write(root(), "src/Shop.java", "class Shop { int a; }");
      folder.upToNow();
      var told = new LinkedBlockingQueue<ChangeSet>();
      Watch inner = folder.watcher.watch(WatchedFolder.tree(root().resolve("src")), told::add);
      inner.armed().toCompletableFuture().get(30, TimeUnit.SECONDS);
      assertThat(folder.watcher.watchedFolders()).isEqualTo(2);

      folder.file("src/Shop.java", "class Shop { int b; }");
      assertThat(files(folder.upToNow())).containsExactly("src/Shop.java");
      assertThat(files(WatchedFolder.next(told))).containsExactly("Shop.java");

      inner.close();
      folder.file("src/Shop.java", "class Shop { int c; }");
      assertThat(files(folder.upToNow())).containsExactly("src/Shop.java");
      assertThat(told).isEmpty();
    }
  }

  @Test
  void closingAnswersWhoWaitsAndGivesUpTheFolders() throws Exception {
    try (var folder = watched()) {
      folder.watch.close();

      assertThat(folder.sync().kind()).isEqualTo(SyncOutcome.Kind.OFF);
      assertThat(folder.watch.status().mode()).isEqualTo(WatchMode.OFF);
    }
  }

  @Test
  void leavesNoCookieBehind() throws IOException {
    try (var folder = watched()) {
      folder.sync();
      folder.assertSilent();

      try (Stream<Path> entries = Files.list(root())) {
        assertThat(entries.map(path -> path.getFileName().toString()).toList())
            .isEqualTo(List.of("src"));
      }
    }
  }

  @Test
  void everyWriteBeforeSyncIsToldBeforeItEnds() throws IOException {
    try (var folder = watched()) {
      for (int i = 0; i < 200; i++) {
        String path = "src/p" + i % 7 + "/A" + i + ".java";
        folder.file(path, "class A {}");
        Files.writeString(
            root().resolve("src/Shop.java"), "// " + i + "\n", StandardOpenOption.APPEND);

        ChangeSet change = folder.upToNow();
        assertThat(covers(change, path)).as("%s in %s", path, change).isTrue();
        assertThat(covers(change, "src/Shop.java")).as("%s", change).isTrue();
      }
    }
  }
}
