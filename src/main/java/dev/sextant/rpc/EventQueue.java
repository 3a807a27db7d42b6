package dev.sextant.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The notifications that wait for one client, in order, one of them on its way at a time.
 *
 * <p>An event with a key replaces a waiting one of the same key: of what only the latest matters,
 * one waits. When the queue is full, its events are replaced by one that sums them up; a client
 * that has not taken that when the queue is full again is closed with 1008.
 *
 * <p><b>Threads:</b> thread-safe; never blocks. {@code waiting} and {@code sending} are guarded by
 * {@code lock}.
 */
public final class EventQueue {
  /** No workspace is called so. */
  private static final String SUMMARY = "\0summary";

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

  /**
   * Queues a notification that must arrive, be it in a summary.
   *
   * @param summary gives the parameters that sum up those of notifications, oldest first
   */
  public void offer(
      String method, ObjectNode params, Function<List<ObjectNode>, ObjectNode> summary) {
    offer(new Event(method, "", params), summary);
  }

  /** Queues a notification like {@link #offer} that replaces a waiting one of the same key. */
  public void offerLatest(
      String method,
      String key,
      ObjectNode params,
      Function<List<ObjectNode>, ObjectNode> summary) {
    offer(new Event(method, key, params), summary);
  }

  private void offer(Event event, Function<List<ObjectNode>, ObjectNode> summary) {
    boolean slow;
    synchronized (lock) {
      if (!event.key.isEmpty()) {
        waiting.removeIf(other -> other.key.equals(event.key));
      }
      waiting.addLast(event);
      boolean full = waiting.size() > maxWaiting;
      slow = full && waiting.getFirst().key.equals(SUMMARY);
      if (full) {
        List<ObjectNode> all = waiting.stream().map(Event::params).toList();
        waiting.clear();
        waiting.addLast(new Event(event.method, SUMMARY, summary.apply(all)));
      }
    }
    if (slow) {
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
