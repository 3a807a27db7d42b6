package dev.sextant.watch;

import static dev.sextant.watch.WatchedFolder.files;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.Watchable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watching where the operating system's events are refused, lost, or never come. */
class FailingEventsTest {
  @TempDir Path root;
  private final AtomicBoolean broken = new AtomicBoolean(true);

  @BeforeEach
  void writeATree() {
    WatchedFolder.write(root, "src/Shop.java", "class Shop {}");
  }

  private EventSource refusedOrReal() throws IOException {
    if (broken.get()) {
      throw new IOException("User limit of inotify watches reached");
    }
    return SystemEvents.open();
  }

  @Test
  void pollsWhenTheLimitOfWatchesIsReachedAndGoesBackToEventsLater() throws IOException {
    try (var folder = WatchedFolder.at(root, WatchedFolder.settings(), this::refusedOrReal)) {
      assertThat(folder.watch.status().mode()).isEqualTo(WatchMode.POLLING);
      assertThat(folder.watch.status().reason()).contains("User limit of inotify watches");
      assertThat(folder.watcher.watchedFolders()).isZero();

      folder.file("src/Shop.java", "class Shop { int a; }").file("new/A.java", "class A {}");
      assertThat(folder.sync().kind()).isEqualTo(SyncOutcome.Kind.SCANNED);
      assertThat(files(folder.upToNow())).containsExactly("new/A.java", "src/Shop.java");
      Files.delete(root.resolve("new/A.java"));
      assertThat(files(folder.next())).containsExactly("new/A.java");

      broken.set(false);
      folder.untilMode(WatchMode.EVENTS);
      folder.file("src/Shop.java", "class Shop { int b; }");
      assertThat(folder.sync().kind()).isEqualTo(SyncOutcome.Kind.SEEN);
      assertThat(files(folder.upToNow())).containsExactly("src/Shop.java");
    }
  }

  @Test
  void pollingNoticesAFileOfTheSameSizeAndTime() throws IOException {
    try (var folder = WatchedFolder.at(root, WatchedFolder.settings(), this::refusedOrReal)) {
      Path shop = root.resolve("src/Shop.java");
      var time = Files.getLastModifiedTime(shop);
      Files.writeString(shop, "class Shap {}");
      Files.setLastModifiedTime(shop, time);

      assertThat(files(folder.next())).containsExactly("src/Shop.java");
    }
  }

  @Test
  void pollsATreeWithMoreFoldersThanMayBeWatched() {
    WatchSettings few =
        new WatchSettings(
            Duration.ofMillis(100),
            Duration.ofSeconds(20),
            Duration.ofMillis(20),
            1,
            Duration.ofMillis(50),
            Duration.ofMillis(20),
            Duration.ofSeconds(20),
            100,
            3);
    for (int i = 0; i < 10; i++) {
      WatchedFolder.write(root, "p" + i + "/A.java", "class A {}");
    }
    try (var folder = WatchedFolder.at(root, few)) {
      assertThat(folder.watch.status().mode()).isEqualTo(WatchMode.POLLING);
      assertThat(folder.watch.status().reason()).contains("more than 3 folders");
      folder.file("p7/A.java", "class A { int a; }");
      assertThat(files(folder.next())).containsExactly("p7/A.java");
    }
  }

  @Test
  void pollsWhenNoEventComesForAFileOfItsOwn() {
    WatchSettings impatient =
        new WatchSettings(
            Duration.ofMillis(50),
            Duration.ofSeconds(20),
            Duration.ofMillis(20),
            1,
            Duration.ofHours(1),
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            100,
            100);
    try (var folder = WatchedFolder.at(root, impatient, () -> new ScriptedEvents(true))) {
      assertThat(folder.untilMode(WatchMode.POLLING).reason()).contains("no event came");
      assertThat(folder.next().scope()).isEqualTo(ChangeSet.Scope.EVERYTHING);

      folder.file("src/Shop.java", "class Shop { int a; }");
      assertThat(files(folder.upToNow())).containsExactly("src/Shop.java");
    }
  }

  @Test
  void lostEventsAreARescan() throws IOException {
    ScriptedEvents events = new ScriptedEvents(false);
    try (var folder = WatchedFolder.at(root, WatchedFolder.settings(), () -> events)) {
      folder.file("src/deep/A.java", "class A {}");
      folder.upToNow();

      events.overflow();
      folder.file("src/deep/A.java", "class A { int a; }");
      assertThat(folder.upToNow().scope()).isEqualTo(ChangeSet.Scope.EVERYTHING);
      assertThat(folder.watch.status()).isEqualTo(new WatchStatus(WatchMode.EVENTS, "", 3));
    }
  }

  @Test
  void pollsWhenTheSourceIsClosedAndComesBack() throws IOException {
    ConcurrentLinkedQueue<EventSource> opened = new ConcurrentLinkedQueue<>();
    broken.set(false);
    try (var folder =
        WatchedFolder.at(
            root,
            WatchedFolder.settings(),
            () -> {
              EventSource source = refusedOrReal();
              opened.add(source);
              return source;
            })) {
      broken.set(true);
      opened.remove().close();
      folder.untilMode(WatchMode.POLLING);
      broken.set(false);
      folder.untilMode(WatchMode.EVENTS);
      folder.sync();
      folder.sets.clear();

      folder.file("src/Shop.java", "class Shop { int a; }");
      assertThat(files(folder.upToNow())).containsExactly("src/Shop.java");
    }
  }

  @Test
  void aListenerThatThrowsIsToldTheNextTimeToo() throws Exception {
    try (var folder = WatchedFolder.at(root)) {
      var told = new LinkedBlockingQueue<ChangeSet>();
      Watch watch =
          folder.watcher.watch(
              WatchedFolder.tree(root),
              changes -> {
                told.add(changes);
                throw new IllegalStateException("a listener that fails on purpose");
              });
      watch.armed().toCompletableFuture().get(30, TimeUnit.SECONDS);

      folder.file("src/Shop.java", "class Shop { int a; }");
      assertThat(files(WatchedFolder.next(told))).containsExactly("src/Shop.java");
      folder.file("src/Shop.java", "class Shop { int b; }");
      assertThat(files(WatchedFolder.next(told))).containsExactly("src/Shop.java");
    }
  }

  /** The system's events, of which none come, or all are lost once. */
  private static final class ScriptedEvents implements EventSource {
    private final EventSource real = SystemEvents.open();
    private final boolean deaf;
    private final Map<WatchKey, Key> keys = new ConcurrentHashMap<>();
    private final BlockingQueue<WatchKey> lossy = new LinkedBlockingQueue<>();

    ScriptedEvents(boolean deaf) throws IOException {
      this.deaf = deaf;
    }

    /** Every folder loses what it has to tell. */
    void overflow() {
      for (Key key : keys.values()) {
        key.lossy.set(true);
        lossy.add(key);
      }
    }

    @Override
    public WatchKey register(Path folder) throws IOException {
      return keys.computeIfAbsent(real.register(folder), Key::new);
    }

    @Override
    public Optional<WatchKey> poll(long nanos) throws IOException, InterruptedException {
      WatchKey next = lossy.poll();
      if (next != null) {
        return Optional.of(next);
      }
      Optional<WatchKey> key = real.poll(Math.min(nanos, 20_000_000));
      return deaf ? Optional.empty() : key.map(keys::get);
    }

    @Override
    public void close() throws IOException {
      real.close();
    }
  }

  /** A key that tells of a loss instead of its events when it has to. */
  private static final class Key implements WatchKey {
    private final WatchKey real;
    private final AtomicBoolean lossy = new AtomicBoolean();

    Key(WatchKey real) {
      this.real = real;
    }

    @Override
    public boolean isValid() {
      return real.isValid();
    }

    @Override
    public List<WatchEvent<?>> pollEvents() {
      List<WatchEvent<?>> events = real.pollEvents();
      return lossy.getAndSet(false) ? List.of(LOSS) : events;
    }

    @Override
    public boolean reset() {
      return real.reset();
    }

    @Override
    public void cancel() {
      real.cancel();
    }

    @Override
    public Watchable watchable() {
      return real.watchable();
    }
  }

  private static final WatchEvent<Object> LOSS =
      new WatchEvent<>() {
        @Override
        public Kind<Object> kind() {
          return StandardWatchEventKinds.OVERFLOW;
        }

        @Override
        public int count() {
          return 1;
        }

        @Override
        public @Nullable Object context() {
          return null;
        }
      };
}
