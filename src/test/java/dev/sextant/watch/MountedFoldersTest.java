package dev.sextant.watch;

import static dev.sextant.watch.WatchedFolder.files;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watching a tree in which file systems are mounted and unmounted, of which no event tells. */
class MountedFoldersTest {
  private static final String SHOP = "src/inner/Shop.java";
  private static final String OUTER = "1 0 8:1 / / rw - ext4 /dev/sda rw\n";

  @TempDir Path folder;
  private Path root;

  /** Stands for the folder that is covered. */
  private Path covered;

  private volatile String inner = "";

  @BeforeEach
  void writeATree() throws IOException {
    root = folder.toRealPath().resolve("root");
    covered = folder.toRealPath().resolve("covered");
    WatchedFolder.write(root, SHOP, "class Shop {}");
    WatchedFolder.write(covered, "Shop.java", "class Covered {}");
  }

  private List<String> names() {
    return List.of(Objects.requireNonNull(root.toFile().list()));
  }

  /** Looks at mounts only in a {@code sync}. */
  private WatchedFolder watchedWithoutLooking() {
    WatchSettings usual = WatchedFolder.settings();
    return watched(
        new WatchSettings(
            usual.quiet(),
            usual.longestWait(),
            usual.pollInterval(),
            usual.pollShare(),
            usual.retryEvents(),
            Duration.ofHours(1),
            usual.cookiePatience(),
            usual.maxPaths(),
            usual.maxFolders()));
  }

  private WatchedFolder watched(WatchSettings settings) {
    return WatchedFolder.at(root, settings, CoveringEvents::new, () -> OUTER + inner);
  }

  private void mount(int number, String type) {
    inner = number + " 1 0:50 / " + root.resolve("src/inner") + " rw - " + type + " x rw\n";
  }

  @Test
  void aMountIsToldBeforeASyncEndsAndItsFoldersAreWatched() {
    try (var folder = watchedWithoutLooking()) {
      folder.assertSilent();
      mount(7, "tmpfs");
      folder.file(SHOP, "class Shop { int mounted; }");

      assertThat(folder.upToNow().scope()).isEqualTo(ChangeSet.Scope.EVERYTHING);
      assertThat(folder.watch.status()).isEqualTo(new WatchStatus(WatchMode.EVENTS, "", 3));
      folder.file(SHOP, "class Shop { int later; }");
      assertThat(folder.sync().kind()).isEqualTo(SyncOutcome.Kind.SEEN);
      assertThat(files(folder.upToNow())).containsExactly(SHOP);
    }
  }

  @Test
  void anUnmountIsToldBeforeASyncEnds() {
    mount(7, "tmpfs");
    try (var folder = watchedWithoutLooking()) {
      folder.assertSilent();
      inner = "";
      assertThat(folder.upToNow().scope()).isEqualTo(ChangeSet.Scope.EVERYTHING);
      folder.assertSilent();
    }
  }

  @Test
  void aMountIsNoticedWithoutBeingAskedFor() {
    try (var folder = watched(WatchedFolder.settings())) {
      folder.assertSilent();
      mount(7, "tmpfs");
      assertThat(folder.next().scope()).isEqualTo(ChangeSet.Scope.EVERYTHING);
    }
  }

  @Test
  void aMountElsewhereIsNothing() {
    try (var folder = watchedWithoutLooking()) {
      inner = "7 1 0:50 / " + root + "-beside rw - nfs4 x rw\n";
      folder.assertSilent();
      assertThat(folder.watch.status().mode()).isEqualTo(WatchMode.EVENTS);
    }
  }

  @Test
  void pollsWhileAFileSystemOfOtherMachinesIsMountedInside() {
    try (var folder = watchedWithoutLooking()) {
      mount(7, "nfs4");
      assertThat(folder.upToNow().scope()).isEqualTo(ChangeSet.Scope.EVERYTHING);
      WatchStatus status = folder.untilMode(WatchMode.POLLING);
      assertThat(status.reason()).contains("nfs4 at " + root.resolve("src/inner"));

      folder.file(SHOP, "class Shop { int far; }");
      assertThat(folder.sync().kind()).isEqualTo(SyncOutcome.Kind.SCANNED);
      assertThat(folder.upToNow()).matches(set -> WatchedFolder.covers(set, SHOP));

      inner = "";
      folder.untilMode(WatchMode.EVENTS);
    }
  }

  @Test
  void pollsFromTheStartWhereAFileSystemOfOtherMachinesIsMountedInside() {
    mount(7, "fuse.sshfs");
    try (var folder = watchedWithoutLooking()) {
      assertThat(folder.watch.status().mode()).isEqualTo(WatchMode.POLLING);
      assertThat(folder.watch.status().reason()).contains("fuse.sshfs");
    }
  }

  @Test
  void leavesNoFileBehindWhenASyncNoticesAMount() {
    try (var folder = watchedWithoutLooking()) {
      for (int number = 1; number <= 200; number++) {
        mount(number, "tmpfs");
        assertThat(folder.upToNow().scope()).isEqualTo(ChangeSet.Scope.EVERYTHING);
      }
      // The last listing tries events with a file of its own, which goes when its event has come.
      for (int more = 0; more < 1_000 && names().size() > 1; more++) {
        folder.sync();
      }
      assertThat(names()).containsExactly("src");
    }
  }

  /** The system's events, in which the inner folder is the covered one until it is mounted. */
  private final class CoveringEvents implements EventSource {
    private final EventSource real;

    CoveringEvents() throws IOException {
      real = SystemEvents.open();
    }

    @Override
    public WatchKey register(Path folder) throws IOException {
      boolean isCovered = inner.isEmpty() && folder.equals(root.resolve("src/inner"));
      return real.register(isCovered ? covered : folder);
    }

    @Override
    public Optional<WatchKey> poll(long nanos) throws IOException, InterruptedException {
      return real.poll(nanos);
    }

    @Override
    public void close() throws IOException {
      real.close();
    }
  }
}
