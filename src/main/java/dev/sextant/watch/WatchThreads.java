package dev.sextant.watch;

import dev.sextant.cancellation.CancelledException;
import java.io.IOException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The two threads that serve all watches: one takes the events of the operating system, the other
 * lists trees. Either tells listeners what has settled while it waits.
 *
 * <p><b>Threads:</b> thread-safe.
 */
final class WatchThreads implements AutoCloseable {
  private static final long LONGEST_WAIT_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final Duration PAUSE_WITHOUT_EVENTS = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofMillis(250);

  private final WatchSettings settings;
  private final InstantSource clock;
  private final LongSupplier nanoClock;
  private final FolderKeys keys;
  private final MountTable.Source mounts;
  private final List<Watch> watches = new CopyOnWriteArrayList<>();
  private final Semaphore wakeUps = new Semaphore(0);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicLong names = new AtomicLong();

  private final AtomicLong keysTaken = new AtomicLong();

  private final Thread eventThread;
  private final Thread scanThread;

  WatchThreads(
      WatchSettings settings,
      InstantSource clock,
      LongSupplier nanoClock,
      FolderKeys keys,
      MountTable.Source mounts) {
    this.settings = settings;
    this.clock = clock;
    this.nanoClock = nanoClock;
    this.keys = keys;
    this.mounts = mounts;
    this.eventThread = Thread.ofPlatform().name("watch-events").daemon(true).unstarted(this::take);
    this.scanThread = Thread.ofPlatform().name("watch-scan").daemon(true).unstarted(this::scan);
  }

  void start() {
    eventThread.start();
    scanThread.start();
  }

  WatchSettings settings() {
    return settings;
  }

  MountTable.Source mounts() {
    return mounts;
  }

  long nanoTime() {
    return nanoClock.getAsLong();
  }

  Instant instant() {
    return clock.instant();
  }

  /** Text that no other process and no other call gives. */
  String unique() {
    return ProcessHandle.current().pid() + "-" + names.incrementAndGet();
  }

  void wakeScanner() {
    wakeUps.release();
  }

  void add(Watch watch) {
    watches.add(watch);
    wakeScanner();
  }

  int count() {
    return watches.size();
  }

  /** After how many keys, counted since the start, those that wait now are taken. */
  long queueEnd() {
    return keysTaken.get() + keys.count() + 1;
  }

  @Override
  public void close() {
    closing.countDown();
    watches.forEach(Watch::close);
    wakeScanner();
    eventThread.interrupt();
    try {
      boolean ended = eventThread.join(GRACE) && scanThread.join(GRACE);
      if (!ended) {
        System.getLogger(WatchThreads.class.getName())
            .log(System.Logger.Level.WARNING, "a thread that watches files is left behind");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    keys.close();
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  // The thread of events.

  private void take() {
    try {
      while (!isClosing()) {
        takeOne();
      }
    } catch (InterruptedException _) {
      // Only close() interrupts.
      return;
    }
  }

  private void takeOne() throws InterruptedException {
    try {
      Optional<WatchKey> key = keys.poll(0);
      if (key.isEmpty()) {
        drained(Long.MAX_VALUE);
        tell();
        key = keys.poll(waitNanos());
      }
      if (key.isPresent()) {
        handle(key.get());
        drained(keysTaken.incrementAndGet());
      }
      tell();
    } catch (IOException lost) {
      keys.reset();
      distrust("the operating system's events were lost: " + lost.getMessage());
      boolean ends = closing.await(PAUSE_WITHOUT_EVENTS.toMillis(), TimeUnit.MILLISECONDS);
      if (!ends) {
        tell();
      }
    } catch (RuntimeException | Error failure) {
      log(System.Logger.Level.ERROR, "handling events of files failed", failure);
      distrust("handling events failed: " + failure);
    }
  }

  private void handle(WatchKey key) {
    List<FolderKeys.Subscriber> subscribers = keys.of(key);
    try {
      for (WatchEvent<?> event : key.pollEvents()) {
        for (FolderKeys.Subscriber one : subscribers) {
          one.watch().watching().events().handle(one.place(), event);
        }
      }
    } finally {
      if (!key.reset()) {
        keys.forget(key).forEach(one -> one.watch().watching().events().gone(one.place()));
      }
    }
  }

  private void drained(long taken) {
    watches.forEach(watch -> watch.relay().drained(taken));
  }

  private void distrust(String reason) {
    watches.forEach(watch -> watch.watching().distrust(reason));
  }

  private long waitNanos() {
    long now = nanoTime();
    long wait = LONGEST_WAIT_NANOS;
    for (Watch watch : watches) {
      wait = Math.min(wait, watch.relay().dueNanos(now));
    }
    return wait;
  }

  // The scanning thread.

  private void scan() {
    while (!isClosing()) {
      for (Watch watch : watches) {
        if (watch.relay().isClosed()) {
          watch.watching().release();
        } else {
          work(watch);
        }
        tell();
      }
      watches.removeIf(watch -> watch.relay().isClosed() && watch.watching().isReleased());
      rest();
    }
    tell();
  }

  private void work(Watch watch) {
    try {
      watch.watching().work();
    } catch (CancelledException _) {
      // The watch was closed; the next round gives its folders up.
      wakeScanner();
    } catch (RuntimeException | Error failure) {
      log(System.Logger.Level.ERROR, "watching a tree failed", failure);
      watch.watching().failed("watching failed: " + failure);
    }
  }

  private void rest() {
    long now = nanoTime();
    long wait = waitNanos();
    for (Watch watch : watches) {
      wait = Math.min(wait, watch.relay().isClosed() ? 0 : watch.watching().idleNanos(now));
    }
    try {
      boolean woken = wait > 0 && wakeUps.tryAcquire(wait, TimeUnit.NANOSECONDS);
      if (woken) {
        wakeUps.drainPermits();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      closing.countDown();
    }
  }

  private void tell() {
    watches.forEach(watch -> watch.relay().tell(watch.watching()));
  }

  private static void log(System.Logger.Level level, String text, Throwable cause) {
    System.getLogger(WatchThreads.class.getName()).log(level, text, cause);
  }
}
