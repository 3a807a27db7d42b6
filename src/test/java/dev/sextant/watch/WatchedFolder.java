package dev.sextant.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.source.WalkSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real folder of Java files that is watched, and what the watch said. */
final class WatchedFolder implements AutoCloseable {
  /** Far more than any wait needs; reached by tests that fail only. */
  static final Duration GENEROUS = Duration.ofSeconds(30);

  final Path root;
  final TreeWatcher watcher;
  final Watch watch;
  final BlockingQueue<ChangeSet> sets = new LinkedBlockingQueue<>();
  final BlockingQueue<WatchStatus> modes = new LinkedBlockingQueue<>();
  final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

  private WatchedFolder(Path root, TreeWatcher watcher) {
    this.root = root;
    this.watcher = watcher;
    this.watch = watcher.watch(tree(root), new Recorder());
  }

  static WatchedFolder at(Path root) {
    return at(root, settings());
  }

  static WatchedFolder at(Path root, WatchSettings settings) {
    return at(root, settings, SystemEvents::open);
  }

  static WatchedFolder at(Path root, WatchSettings settings, EventSource.Opening opening) {
    return at(root, settings, opening, MountTable::ofThisProcess);
  }

  static WatchedFolder at(
      Path root, WatchSettings settings, EventSource.Opening opening, MountTable.Source mounts) {
    WatchedFolder folder =
        new WatchedFolder(
            root,
            TreeWatcher.start(settings, InstantSource.system(), System::nanoTime, opening, mounts));
    folder.armed();
    return folder;
  }

  /** Settings with a settle time that a busy machine does not stretch over two bursts. */
  static WatchSettings settings() {
    return settings(Duration.ofMillis(200), Duration.ofSeconds(20));
  }

  static WatchSettings settings(Duration quiet, Duration longest) {
    return new WatchSettings(
        quiet,
        longest,
        Duration.ofMillis(20),
        1,
        Duration.ofMillis(200),
        Duration.ofMillis(20),
        Duration.ofSeconds(20),
        10_000,
        10_000);
  }

  static WatchedTree tree(Path root) {
    return new WatchedTree(
        root, WalkSettings.standard(), name -> name.endsWith(".java"), BuildFiles::isOne);
  }

  WatchStatus armed() {
    try {
      return watch.armed().toCompletableFuture().get(GENEROUS.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError("the watch was not armed", failure);
    }
  }

  SyncOutcome sync() {
    try {
      return watch
          .sync(GENEROUS)
          .toCompletableFuture()
          .get(2 * GENEROUS.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError("no answer to sync", failure);
    }
  }

  /** The next set of changes. */
  ChangeSet next() {
    return next(sets);
  }

  static <T> T next(BlockingQueue<T> queue) {
    try {
      T next = queue.poll(GENEROUS.toSeconds(), TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing was told");
      }
      return next;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** All sets that were told up to now, as one. */
  ChangeSet upToNow() {
    assertThat(sync().kind()).isIn(SyncOutcome.Kind.SEEN, SyncOutcome.Kind.SCANNED);
    List<ChangeSet> all = new ArrayList<>();
    sets.drainTo(all);
    return all.stream()
        .reduce(ChangeSet::then)
        .orElseThrow(() -> new AssertionError("nothing was told"));
  }

  /** Waits until everything so far was told, and checks that nothing was. */
  void assertSilent() {
    sync();
    assertThat(sets).isEmpty();
  }

  /** Waits until the mode is this one. */
  WatchStatus untilMode(WatchMode mode) {
    WatchStatus status = watch.status();
    while (status.mode() != mode) {
      status = next(modes);
    }
    return status;
  }

  WatchedFolder file(String path, String text) {
    write(root, path, text);
    return this;
  }

  static void write(Path root, String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static List<String> files(ChangeSet set) {
    return set.files().stream().map(Object::toString).toList();
  }

  /**
   * Whether {@code set} says that the file may have changed, by name or with a folder around it.
   */
  static boolean covers(ChangeSet set, String path) {
    return set.scope() == ChangeSet.Scope.EVERYTHING
        || files(set).contains(path)
        || folders(set).stream().anyMatch(folder -> path.startsWith(folder + "/"));
  }

  static List<String> folders(ChangeSet set) {
    return set.folders().stream().map(Object::toString).toList();
  }

  @Override
  public void close() {
    watcher.close();
  }

  private final class Recorder implements WatchListener {
    @Override
    public void seen() {
      seen.add("seen");
    }

    @Override
    public void settled(ChangeSet changes) {
      sets.add(changes);
    }

    @Override
    public void modeChanged(WatchStatus status) {
      modes.add(status);
    }
  }
}
