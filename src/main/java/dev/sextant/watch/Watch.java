package dev.sextant.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * The watch over one tree.
 *
 * <p><b>Threads:</b> thread-safe. {@link #sync} reads and writes a small file on its caller's
 * thread; nothing else blocks.
 */
public final class Watch implements AutoCloseable {
  private final WatchThreads threads;
  private final Relay relay;
  private final TreeWatching watching;

  Watch(WatchedTree tree, WatchListener listener, WatchThreads threads, FolderKeys keys) {
    this.threads = threads;
    this.relay = new Relay(listener, threads);
    this.watching = new TreeWatching(tree, this, relay, keys, threads);
  }

  /** How the tree is watched now. */
  public WatchStatus status() {
    return relay.status();
  }

  /**
   * Completes when changes are noticed from then on, in whichever mode, or cannot be for now: files
   * that are read after that are read again when they change.
   */
  public CompletionStage<WatchStatus> armed() {
    return relay.armed();
  }

  /** What was seen to change and is not yet handed on. */
  public PendingChanges pending() {
    return relay.pending();
  }

  /** The clock of the last set of changes; 0 when there was none. */
  public long clock() {
    return relay.clock();
  }

  /**
   * Waits until every change made before this call has been handed on.
   *
   * <p>Writes and deletes a small file in the tree or in its {@code .git} folder; where it cannot,
   * or where there are no events, the tree is looked at instead. Completes after the listener was
   * told, on a thread that must not be blocked.
   */
  public CompletionStage<SyncOutcome> sync(Duration longest) {
    // Before the wait begins: what is listed because of this is listed before it ends.
    watching.lookAtMounts();
    Cookies.Step step =
        status().mode() == WatchMode.EVENTS ? Cookies.Step.COOKIE : Cookies.Step.SCAN_WANTED;
    Cookies.Wait wait =
        new Cookies.Wait(
            threads.unique(),
            threads.nanoTime(),
            Math.min(longest.toNanos(), Settling.NEVER - 1),
            step);
    if (relay.await(wait)) {
      if (step == Cookies.Step.COOKIE && !write(wait)) {
        relay.update((_, cookies) -> cookies.notWritten(wait));
      }
      threads.wakeScanner();
    }
    return wait.outcome.minimalCompletionStage();
  }

  /** Counts everything as changed, and has all folders listed again. */
  public void rescan() {
    relay.folder("");
    relay.scan("");
    threads.wakeScanner();
  }

  /** Ends the watch; a call of the listener may still be under way. */
  @Override
  public void close() {
    relay.close();
    watching.cancel();
    threads.wakeScanner();
  }

  /** Tries whether the event for a file of our own comes; events are distrusted if not. */
  void probe() {
    Cookies.Wait wait =
        new Cookies.Wait(threads.unique(), threads.nanoTime(), Settling.NEVER, Cookies.Step.COOKIE);
    if (relay.await(wait) && !write(wait)) {
      relay.update((_, cookies) -> cookies.forget(wait));
    }
  }

  Relay relay() {
    return relay;
  }

  TreeWatching watching() {
    return watching;
  }

  private boolean write(Cookies.Wait wait) {
    Path file = watching.cookieFolder().resolve(wait.name);
    relay.update((_, cookies) -> cookies.written(wait, file));
    try {
      Files.createFile(file);
      if (!relay.ask((_, cookies) -> cookies.holds(wait))) {
        Cookies.delete(file);
      }
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
