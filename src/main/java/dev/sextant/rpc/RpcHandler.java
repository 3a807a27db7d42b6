package dev.sextant.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;

/** How a method computes its answer; the case decides the thread. */
public sealed interface RpcHandler {

  /** Runs on a worker thread and may block it; polls the request's cancellation. */
  record Blocking(Body body) implements RpcHandler {}

  /**
   * Is started on a worker thread and answers when its {@code Uni} does; waits without a thread.
   */
  record Asynchronous(Pipeline pipeline) implements RpcHandler {}

  /**
   * Runs where the frame was read, before the next frame, and outside the bound on requests in
   * flight; must be quick and never block.
   */
  record Immediate(Body body) implements RpcHandler {}

  /** A computation of a method's result. */
  @FunctionalInterface
  interface Body {
    /** The result; throws {@link RpcException} to answer an error. */
    ObjectNode answer(Arguments arguments, RequestContext context);
  }

  /** A computation of a method's result that waits for something. */
  @FunctionalInterface
  interface Pipeline {
    /** The result to come; fails with {@link RpcException} to answer an error. */
    Uni<ObjectNode> answer(Arguments arguments, RequestContext context);
  }
}
