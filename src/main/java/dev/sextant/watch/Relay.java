package dev.sextant.watch;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What was noticed in one tree, from the moment it is noticed until its listener is told.
 *
 * <p><b>Threads:</b> thread-safe. Everything mutable is guarded by the relay itself, under which no
 * other lock is taken, no file read and nobody called. One thread at a time tells the listener: the
 * one that finds something to tell.
 */
final class Relay {
  private final WatchListener listener;
  private final WatchThreads threads;
  private final WatchSettings settings;
  private final CompletableFuture<WatchStatus> armed = new CompletableFuture<>();

  @GuardedBy("this")
  private final Settling settling;

  @GuardedBy("this")
  private final Cookies cookies = new Cookies();

  @GuardedBy("this")
  private final ScanQueue scans = new ScanQueue();

  @GuardedBy("this")
  private final Deque<Runnable> news = new ArrayDeque<>();

  @GuardedBy("this")
  private Burst burst;

  @GuardedBy("this")
  private WatchStatus status = new WatchStatus(WatchMode.OFF, "the watch begins", 0);

  @GuardedBy("this")
  private boolean telling;

  @GuardedBy("this")
  private boolean closed;

  @GuardedBy("this")
  private long clock;

  Relay(WatchListener listener, WatchThreads threads) {
    this.listener = listener;
    this.threads = threads;
    this.settings = threads.settings();
    this.settling = new Settling(settings.quiet().toNanos(), settings.longestWait().toNanos());
    this.burst = new Burst(settings.maxPaths());
  }

  synchronized WatchStatus status() {
    return status;
  }

  CompletionStage<WatchStatus> armed() {
    return armed.minimalCompletionStage();
  }

  synchronized PendingChanges pending() {
    return burst.pending();
  }

  synchronized long clock() {
    return clock;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  void file(String path) {
    change(changes -> changes.file(path));
  }

  /** Anything below {@code path} may have changed; the root is the empty string. */
  void folder(String path) {
    change(changes -> changes.folder(path));
  }

  void configuration(String path) {
    change(changes -> changes.configuration(path));
  }

  /** Something may have changed; whether it has is looked at when it has settled. */
  synchronized void touched() {
    if (!closed) {
      settling.event(threads.nanoTime());
    }
  }

  /** The part of the tree at {@code path} must be listed again. */
  void scan(String path) {
    synchronized (this) {
      if (closed) {
        return;
      }
      scans.ask(path);
    }
    threads.wakeScanner();
  }

  void cookieSeen(String name) {
    long queueEnd = threads.queueEnd();
    synchronized (this) {
      cookies.seen(name, queueEnd);
    }
  }

  void cookiesLost() {
    long queueEnd = threads.queueEnd();
    synchronized (this) {
      cookies.lost(queueEnd);
    }
  }

  synchronized void drained(long taken) {
    cookies.drained(taken, scans.mark());
  }

  private synchronized void change(Consumer<Burst> what) {
    if (closed) {
      return;
    }
    boolean first = burst.begin(threads.instant());
    what.accept(burst);
    settling.event(threads.nanoTime());
    if (first) {
      news.add(listener::seen);
    }
  }

  /** Takes a wait in; false when it is answered at once. */
  synchronized boolean await(Cookies.Wait wait) {
    boolean off = closed || status.mode() == WatchMode.OFF;
    boolean taken = !off && cookies.add(wait);
    if (!taken) {
      SyncOutcome.Kind kind = off ? SyncOutcome.Kind.OFF : SyncOutcome.Kind.TIMED_OUT;
      wait.outcome.complete(new SyncOutcome(kind, clock));
    }
    return taken;
  }

  /** Asks the two queues something. */
  synchronized <T> T ask(BiFunction<ScanQueue, Cookies, T> question) {
    return question.apply(scans, cookies);
  }

  /** Changes the two queues. */
  synchronized void update(BiConsumer<ScanQueue, Cookies> change) {
    change.accept(scans, cookies);
  }

  void changeStatus(WatchStatus now) {
    synchronized (this) {
      if (closed) {
        return;
      }
      if (!now.saysTheSameAs(status)) {
        news.add(() -> listener.modeChanged(now));
      }
      status = now;
      if (now.mode() != WatchMode.EVENTS) {
        scans.clear();
        cookies.distrusted();
      }
      if (now.mode() == WatchMode.OFF) {
        cookies.takeAll().forEach(wait -> answer(wait, SyncOutcome.Kind.OFF));
      }
    }
    armed.complete(now);
  }

  /** Ends everything; who waits is answered when {@link #tell} is called next. */
  void close() {
    WatchStatus last = new WatchStatus(WatchMode.OFF, "the watch is closed", 0);
    synchronized (this) {
      closed = true;
      status = last;
      settling.taken();
      cookies.takeAll().forEach(wait -> answer(wait, SyncOutcome.Kind.OFF));
    }
    armed.complete(last);
  }

  /** How long after {@code now} there is something to tell. */
  synchronized long dueNanos(long now) {
    if (telling) {
      // Who tells looks again before it stops.
      return Settling.NEVER;
    }
    if (!news.isEmpty() || cookies.isOneReady(scans) || cookies.isProbeOver()) {
      return 0;
    }
    return Math.min(
        settling.dueNanos(now), cookies.dueNanos(now, settings.cookiePatience().toNanos()));
  }

  /** Tells what there is to tell, unless another thread does. */
  void tell(TreeWatching watching) {
    synchronized (this) {
      if (telling) {
        return;
      }
      telling = true;
    }
    Optional<Runnable> next;
    do {
      boolean busy = false;
      if (settles()) {
        watching.events().steered();
        busy = watching.git().isBusy();
      }
      next = next(watching, busy);
      next.ifPresent(Relay::run);
    } while (next.isPresent());
  }

  private static void run(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException | Error failure) {
      System.getLogger(Relay.class.getName())
          .log(System.Logger.Level.ERROR, "a listener to changes of files failed", failure);
    }
  }

  private synchronized boolean settles() {
    return settling.isPending()
        && (cookies.isOneReady(scans) || settling.dueNanos(threads.nanoTime()) == 0);
  }

  private synchronized Optional<Runnable> next(TreeWatching watching, boolean gitIsBusy) {
    long now = threads.nanoTime();
    if (!news.isEmpty()) {
      return Optional.of(news.remove());
    }
    if (cookies.isOneMissing(now, settings.cookiePatience().toNanos())) {
      cookies.distrusted();
      return Optional.of(
          () -> watching.distrust("no event came for a file that was written in the tree"));
    }
    cookies.takeProbes().forEach(wait -> answer(wait, SyncOutcome.Kind.SEEN));
    List<Cookies.Wait> ready = cookies.takeReady(scans);
    if (settling.isPending() && (!ready.isEmpty() || isDue(now, gitIsBusy))) {
      Burst taken = burst;
      burst = new Burst(settings.maxPaths());
      settling.taken();
      return Optional.of(() -> handOn(taken, ready, watching));
    }
    ready.forEach(wait -> answer(wait, wait.kind()));
    cookies.takeExpired(now).forEach(wait -> answer(wait, SyncOutcome.Kind.TIMED_OUT));
    telling = !news.isEmpty();
    return Optional.ofNullable(news.poll());
  }

  @GuardedBy("this")
  private boolean isDue(long now, boolean gitIsBusy) {
    if (settling.dueNanos(now) > 0) {
      return false;
    }
    if (!settling.isOverdue(now) && (gitIsBusy || scans.isBusy())) {
      settling.postpone(now);
      return false;
    }
    return true;
  }

  private void handOn(Burst taken, List<Cookies.Wait> ready, TreeWatching watching) {
    GitChange gitChange = watching.git().lookIfTouched();
    GitState gitState = watching.git().state();
    Instant now = threads.instant();
    Optional<ChangeSet> changes;
    synchronized (this) {
      ChangeSet set = taken.set(clock + 1, gitState, gitChange, now);
      boolean nothing = set.isOfTheRepositoryOnly() && gitChange == GitChange.NOISE;
      changes = closed || nothing ? Optional.empty() : Optional.of(set);
      clock += changes.isPresent() ? 1 : 0;
      ready.forEach(wait -> answer(wait, wait.kind()));
    }
    changes.ifPresent(listener::settled);
  }

  @GuardedBy("this")
  private void answer(Cookies.Wait wait, SyncOutcome.Kind kind) {
    SyncOutcome outcome = new SyncOutcome(kind, clock);
    news.add(() -> wait.answer(outcome));
  }
}
