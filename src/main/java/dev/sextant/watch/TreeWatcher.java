package dev.sextant.watch;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Watches trees for changes, all of them with two threads.
 *
 * <p>Changes are noticed by the operating system's events; where these do not come, are refused or
 * are lost, by looking again and again. Which of both is told by {@link Watch#status()}; nothing is
 * lost in silence.
 *
 * <p><b>Threads:</b> thread-safe.
 */
public final class TreeWatcher implements AutoCloseable {
  private final FolderKeys keys;
  private final WatchThreads threads;

  private TreeWatcher(FolderKeys keys, WatchThreads threads) {
    this.keys = keys;
    this.threads = threads;
  }

  /**
   * Starts the threads.
   *
   * @param clock tells when changes were seen
   * @param nanoClock a monotonic clock in nanoseconds
   */
  public static TreeWatcher start(
      WatchSettings settings, InstantSource clock, LongSupplier nanoClock) {
    return start(settings, clock, nanoClock, SystemEvents::open, MountTable::ofThisProcess);
  }

  static TreeWatcher start(
      WatchSettings settings,
      InstantSource clock,
      LongSupplier nanoClock,
      EventSource.Opening opening,
      MountTable.Source mounts) {
    FolderKeys keys = new FolderKeys(opening);
    WatchThreads threads = new WatchThreads(settings, clock, nanoClock, keys, mounts);
    threads.start();
    return new TreeWatcher(keys, threads);
  }

  /**
   * Begins to watch a tree, which is listed on another thread; {@link Watch#armed()} tells when
   * changes are noticed.
   */
  public Watch watch(WatchedTree tree, WatchListener listener) {
    Watch watch = new Watch(tree, listener, threads, keys);
    threads.add(watch);
    return watch;
  }

  /** How many folders of all trees are watched by events. */
  public int watchedFolders() {
    return keys.count();
  }

  /** Ends all watches and waits a bounded time for the threads. */
  @Override
  public void close() {
    threads.close();
  }
}
