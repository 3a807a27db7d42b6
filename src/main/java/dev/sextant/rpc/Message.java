package dev.sextant.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One element of a frame: what a client asks, tells, or got wrong. */
sealed interface Message {

  /** A call that is answered. */
  record Request(RequestId id, String method, ObjectNode params) implements Message {}

  /** A call that is not answered. */
  record Notification(String method, ObjectNode params) implements Message {}

  /** A call whose params are not an object although the rest of it is sound. */
  record Misfit(RequestId id, String method, RpcError error) implements Message {}

  /** A notification that cannot be executed, and as a notification gets no answer either. */
  record Ignored(String method) implements Message {}

  /** What is no JSON-RPC 2.0 call; {@code id} is null unless it could be read. */
  record Invalid(RequestId id, RpcError error) implements Message {}
}
