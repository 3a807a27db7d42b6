package dev.sextant.workspace;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Where workspace events are announced.
 *
 * <p>A listener runs on the thread that made the change, holding none of this package's locks. It
 * must hand the event on and return: it is on the way of a publish or of a pass. One that throws is
 * logged and does not keep the event from the others.
 *
 * <p>Events of one build arrive in order; events of different builds, or of a build and an unload,
 * may overtake each other.
 *
 * <p><b>Threads:</b> thread-safe.
 *
 * <p><b>Cost:</b> announcing is one call a listener; the number of listeners is bounded.
 */
public final class WorkspaceEvents {
  private static final System.Logger LOG = System.getLogger(WorkspaceEvents.class.getName());

  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
  private final Semaphore free;
  private final int maxListeners;

  /** Events with at most {@code maxListeners} listeners at a time. */
  public WorkspaceEvents(int maxListeners) {
    this.maxListeners = maxListeners;
    this.free = new Semaphore(maxListeners);
  }

  /** Calls {@code listener} for every event from now on, until the subscription is closed. */
  public Subscription subscribe(Consumer<WorkspaceEvent> listener) {
    if (!free.tryAcquire()) {
      throw new IllegalStateException(
          "subscribe to workspace events: all "
              + maxListeners
              + " places are taken; close a subscription first");
    }
    Subscription subscription = new Subscription(listener);
    subscriptions.add(subscription);
    return subscription;
  }

  /** Announces {@code event} to every listener. */
  public void publish(WorkspaceEvent event) {
    for (Subscription subscription : subscriptions) {
      try {
        subscription.listener.accept(event);
      } catch (RuntimeException failure) {
        LOG.log(System.Logger.Level.WARNING, "listener failed on " + event, failure);
      }
    }
  }

  /** A listener's place; closing it ends the calls, except one already under way. */
  public final class Subscription implements AutoCloseable {
    private final Consumer<WorkspaceEvent> listener;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Subscription(Consumer<WorkspaceEvent> listener) {
      this.listener = listener;
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        subscriptions.remove(this);
        free.release();
      }
    }
  }
}
