package dev.sextant.watch;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folders that the operating system watches for this process, and the trees that want to know.
 *
 * <p>A folder that belongs to several trees, or that has two paths for a moment because it is being
 * moved, has one key.
 *
 * <p><b>Threads:</b> thread-safe. The lock is taken last: nothing else is locked under it. It is
 * held while a folder is registered, so that no event of it can be taken before its tree is known.
 */
final class FolderKeys implements AutoCloseable {
  /** A tree that wants to know, and what the folder is to it. */
  record Subscriber(Watch watch, Place place) {}

  private final EventSource.Opening opening;

  @GuardedBy("this")
  private final Map<WatchKey, List<Subscriber>> subscribers = new HashMap<>();

  @GuardedBy("this")
  private Optional<EventSource> source = Optional.empty();

  @GuardedBy("this")
  private boolean closed;

  FolderKeys(EventSource.Opening opening) {
    this.opening = opening;
  }

  /** Begins to watch {@code folder}; its events from now on are seen. */
  synchronized WatchKey register(Path folder, Watch watch, Place place) throws IOException {
    WatchKey key = opened().register(folder);
    List<Subscriber> wanting = subscribers.computeIfAbsent(key, _ -> new ArrayList<>(1));
    Subscriber subscriber = new Subscriber(watch, place);
    if (!wanting.contains(subscriber)) {
      wanting.add(subscriber);
    }
    return key;
  }

  /** Watches the folder of {@code key} no more for this tree. */
  synchronized void release(WatchKey key, Watch watch, Place place) {
    List<Subscriber> wanting = subscribers.get(key);
    if (wanting != null && wanting.remove(new Subscriber(watch, place)) && wanting.isEmpty()) {
      subscribers.remove(key);
      key.cancel();
    }
  }

  /** Who wants the events of {@code key}; the key is given up when nobody does. */
  synchronized List<Subscriber> of(WatchKey key) {
    List<Subscriber> wanting = subscribers.get(key);
    if (wanting == null) {
      key.cancel();
      return List.of();
    }
    return List.copyOf(wanting);
  }

  /** Forgets a key that has become invalid, and says who wanted its events until now. */
  synchronized List<Subscriber> forget(WatchKey key) {
    List<Subscriber> wanting = subscribers.remove(key);
    return wanting == null ? List.of() : wanting;
  }

  synchronized int count() {
    return subscribers.size();
  }

  /** The next key with events; empty when none came within the time. */
  Optional<WatchKey> poll(long nanos) throws IOException, InterruptedException {
    return opened().poll(nanos);
  }

  /** Gives up a source that does not work any more; the next call opens another one. */
  synchronized void reset() {
    source.ifPresent(FolderKeys::closeQuietly);
    source = Optional.empty();
    subscribers.clear();
  }

  @Override
  public synchronized void close() {
    closed = true;
    reset();
  }

  private synchronized EventSource opened() throws IOException {
    if (closed) {
      throw new IOException("watching has ended");
    }
    if (source.isEmpty()) {
      source = Optional.of(opening.open());
    }
    return source.get();
  }

  private static void closeQuietly(EventSource source) {
    try {
      source.close();
    } catch (IOException failure) {
      System.getLogger(FolderKeys.class.getName())
          .log(System.Logger.Level.DEBUG, "closing the file system's events failed", failure);
    }
  }
}
