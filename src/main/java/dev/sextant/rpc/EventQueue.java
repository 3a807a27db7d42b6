package dev.sextant.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The notifications that wait for one client, in order, one of them on its way at a time.
 *
 * <p>An event with a key replaces a waiting one of the same key: of what only the latest matters,
 * one waits. A client whose queue is full is closed with 1008.
 *
 * <p><b>Threads:</b> thread-safe; never blocks. {@code waiting} and {@code sending} are guarded by
 * {@code lock}.
 */
public final class EventQueue {
  private final JsonText json;
  private final Outbound outbound;
  private final int maxWaiting;
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Deque<Event> waiting = new ArrayDeque<>();

  @GuardedBy("lock")
  private boolean sending;

  EventQueue(JsonText json, Outbound outbound, int maxWaiting) {
    this.json = json;
    this.outbound = outbound;
    this.maxWaiting = maxWaiting;
  }

  /** Queues a notification that must arrive. */
  public void offer(String method, ObjectNode params) {
    offer(new Event(method, "", params));
  }

  /** Queues a notification that replaces a waiting one of the same {@code key}. */
  public void offerLatest(String method, String key, ObjectNode params) {
    offer(new Event(method, key, params));
  }

  private void offer(Event event) {
    boolean full;
    synchronized (lock) {
      if (!event.key.isEmpty()) {
        waiting.removeIf(other -> other.key.equals(event.key));
      }
      full = waiting.size() >= maxWaiting;
      if (full) {
        waiting.clear();
      } else {
        waiting.addLast(event);
      }
    }
    if (full) {
      outbound.end("more than %d events wait unread".formatted(maxWaiting));
    } else {
      sendNext();
    }
  }

  private void sendNext() {
    Event next = next();
    if (next != null) {
      outbound.send(json.notification(next.method, next.params), this::sent);
    }
  }

  private void sent() {
    synchronized (lock) {
      sending = false;
    }
    sendNext();
  }

  private @Nullable Event next() {
    synchronized (lock) {
      if (sending || waiting.isEmpty()) {
        return null;
      }
      sending = true;
      return waiting.removeFirst();
    }
  }

  private record Event(String method, String key, ObjectNode params) {}
}
