package dev.sextant.rpc;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Decides whether a connection's frames are read: while nothing holds it.
 *
 * <p><b>Threads:</b> thread-safe.
 */
final class ReadGate {
  private final Peer peer;
  private final AtomicInteger holds = new AtomicInteger();

  ReadGate(Peer peer) {
    this.peer = peer;
  }

  /** Stops the reading until as many releases as holds were called. */
  void hold() {
    if (holds.getAndIncrement() == 0) {
      peer.read(this::isOpen);
    }
  }

  /** Takes back one hold. */
  void release() {
    if (holds.decrementAndGet() == 0) {
      peer.read(this::isOpen);
    }
  }

  private boolean isOpen() {
    return holds.get() == 0;
  }
}
