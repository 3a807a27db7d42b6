package dev.sextant.rpc;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be read by one client, in bytes, and what happens when it does not read.
 *
 * <pre>
 * FLOWING --above pauseAboveBytes--> PAUSED (frames not read) --below half of it--> FLOWING
 * PAUSED --nothing taken for slowTimeout--> ENDED (1008)
 * any --above maxOutboundBytes--> ENDED (1008)
 * any --connection gone--> ENDED
 * </pre>
 *
 * <p><b>Threads:</b> thread-safe. The state is guarded by {@code lock}; nothing outside this class
 * is called under it.
 */
final class Outbound {
  /** The close code for a client that breaks the rules: here, that it does not read. */
  private static final int POLICY_VIOLATION = 1008;

  private final Peer peer;
  private final ReadGate gate;
  private final RpcSettings.Clients limits;
  private final ScheduledExecutorService timers;
  private final LongSupplier nanoClock;
  private final Object lock = new Object();

  @GuardedBy("lock")
  private Flow flow = Flow.FLOWING;

  @GuardedBy("lock")
  private long waitingBytes;

  @GuardedBy("lock")
  private long lastTakenNanos;

  @GuardedBy("lock")
  private @Nullable Future<?> watch;

  Outbound(
      Peer peer,
      ReadGate gate,
      RpcSettings.Clients limits,
      ScheduledExecutorService timers,
      LongSupplier nanoClock) {
    this.peer = peer;
    this.gate = gate;
    this.limits = limits;
    this.timers = timers;
    this.nanoClock = nanoClock;
  }

  /**
   * Sends {@code text}, unless the connection has ended; {@code done} is called when it needs no
   * more room.
   */
  void send(String text, Runnable done) {
    long bytes = JsonSize.ofUtf8(text);
    Step step = admit(bytes);
    switch (step) {
      case NOTHING -> done.run();
      case END -> {
        end("%d bytes of answers wait unread".formatted(bytesAfter(bytes)));
        done.run();
      }
      case SEND, SEND_AND_PAUSE -> {
        if (step == Step.SEND_AND_PAUSE) {
          gate.hold();
          watchIn(limits.slowTimeout().toNanos());
        }
        peer.send(
            text,
            () -> {
              taken(bytes);
              done.run();
            });
      }
    }
  }

  /** Ends the connection because the client broke a bound. */
  void end(String reason) {
    if (stop()) {
      peer.close(POLICY_VIOLATION, reason);
    }
  }

  /** Ends the connection because the service does. */
  void leave(int code, String reason) {
    if (stop()) {
      peer.close(code, reason);
    }
  }

  /** Forgets what waits: the connection is gone. */
  void gone() {
    boolean _ = stop();
  }

  /** Bytes that wait to be read. */
  long waitingBytes() {
    synchronized (lock) {
      return waitingBytes;
    }
  }

  private Step admit(long bytes) {
    synchronized (lock) {
      if (flow == Flow.ENDED) {
        return Step.NOTHING;
      }
      if (waitingBytes > 0 && waitingBytes + bytes > limits.maxOutboundBytes()) {
        return Step.END;
      }
      waitingBytes += bytes;
      if (flow == Flow.FLOWING && waitingBytes > limits.pauseAboveBytes()) {
        flow = Flow.PAUSED;
        lastTakenNanos = nanoClock.getAsLong();
        return Step.SEND_AND_PAUSE;
      }
      return Step.SEND;
    }
  }

  private long bytesAfter(long bytes) {
    synchronized (lock) {
      return waitingBytes + bytes;
    }
  }

  private void taken(long bytes) {
    boolean resumed;
    synchronized (lock) {
      waitingBytes -= bytes;
      lastTakenNanos = nanoClock.getAsLong();
      resumed = flow == Flow.PAUSED && waitingBytes <= limits.pauseAboveBytes() / 2;
      if (resumed) {
        flow = Flow.FLOWING;
        cancelWatchLocked();
      }
    }
    if (resumed) {
      gate.release();
    }
  }

  private void watchIn(long nanos) {
    try {
      Future<?> next = timers.schedule(this::checkProgress, nanos, TimeUnit.NANOSECONDS);
      synchronized (lock) {
        cancelWatchLocked();
        if (flow == Flow.PAUSED) {
          watch = next;
        } else {
          next.cancel(false);
        }
      }
    } catch (RejectedExecutionException _) {
      // The engine is closing and with it every connection: nobody needs the watch.
      gone();
    }
  }

  private void checkProgress() {
    long left;
    synchronized (lock) {
      if (flow != Flow.PAUSED) {
        return;
      }
      left = limits.slowTimeout().toNanos() - (nanoClock.getAsLong() - lastTakenNanos);
    }
    if (left > 0) {
      watchIn(left);
    } else {
      end("answers were not read for %s".formatted(limits.slowTimeout()));
    }
  }

  private boolean stop() {
    synchronized (lock) {
      if (flow == Flow.ENDED) {
        return false;
      }
      flow = Flow.ENDED;
      cancelWatchLocked();
      return true;
    }
  }

  @GuardedBy("lock")
  private void cancelWatchLocked() {
    if (watch != null) {
      watch.cancel(false);
      watch = null;
    }
  }

  private enum Flow {
    FLOWING,
    PAUSED,
    ENDED
  }

  private enum Step {
    NOTHING,
    SEND,
    SEND_AND_PAUSE,
    END
  }
}
