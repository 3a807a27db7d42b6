package dev.sextant.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A client without a network; it takes what is sent at once, or only when the test says so. */
final class FakePeer implements Peer {
  private static final long PATIENCE_SECONDS = 20;

  final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
  final CompletableFuture<String> closed = new CompletableFuture<>();
  private final boolean eager;
  private final Deque<Runnable> untaken = new ArrayDeque<>();
  private volatile boolean reading = true;

  private FakePeer(boolean eager) {
    this.eager = eager;
  }

  /** A client that takes everything at once. */
  static FakePeer eager() {
    return new FakePeer(true);
  }

  /** A client that takes one message whenever {@link #take} is called. */
  static FakePeer lazy() {
    return new FakePeer(false);
  }

  @Override
  public void send(String text, Runnable done) {
    if (!eager) {
      synchronized (untaken) {
        untaken.addLast(done);
      }
    }
    sent.add(text);
    if (eager) {
      done.run();
    }
  }

  @Override
  public synchronized void read(BooleanSupplier wanted) {
    reading = wanted.getAsBoolean();
  }

  @Override
  public void close(int code, String reason) {
    closed.complete(code + " " + reason);
  }

  boolean isRead() {
    return reading;
  }

  /** Takes the oldest message that waits. */
  void take() {
    Runnable done;
    synchronized (untaken) {
      done = untaken.removeFirst();
    }
    done.run();
  }

  JsonNode next() throws InterruptedException {
    String text = sent.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (text == null) {
      throw new AssertionError("nothing was sent for " + PATIENCE_SECONDS + " seconds");
    }
    return RpcClient.json(text);
  }

  String closeReason() throws Exception {
    return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
