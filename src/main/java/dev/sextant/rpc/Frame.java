package dev.sextant.rpc;

import java.util.List;

/** What one text frame holds. */
sealed interface Frame {

  /** One call. */
  record Single(Message message) implements Frame {}

  /** A batch of calls, at least one and not above the bound. */
  record Batch(List<Message> messages) implements Frame {
    /** Copies the list. */
    public Batch {
      messages = List.copyOf(messages);
    }
  }

  /** Neither: answered with one error under id null. */
  record Unreadable(RpcError error) implements Frame {}
}
