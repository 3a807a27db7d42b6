package dev.sextant.rpc;

import dev.sextant.cancellation.Cancellation;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * What a handler may know about the request it answers.
 *
 * <p><b>Threads:</b> immutable but for the budget, which is the handler's own.
 */
public final class RequestContext {
  private final RunningRequest request;
  private final RpcConnection connection;
  private final AnswerBudget budget;
  private final Duration deadline;
  private final RpcEngine engine;

  RequestContext(
      RunningRequest request,
      RpcConnection connection,
      AnswerBudget budget,
      Duration deadline,
      RpcEngine engine) {
    this.request = request;
    this.connection = connection;
    this.budget = budget;
    this.deadline = deadline;
    this.engine = engine;
  }

  /** The signal set when the client cancels, goes away, or the deadline passes. */
  public Cancellation cancellation() {
    return request.cancellation();
  }

  /** The connection that asked. */
  public RpcConnection connection() {
    return connection;
  }

  /** The room that the answer's lists have. */
  public AnswerBudget budget() {
    return budget;
  }

  /** The threads that requests run on, for work that follows a wait. */
  public Executor workers() {
    return engine.runner().workers();
  }

  /** Time since the request was read. */
  public Duration elapsed() {
    return Duration.ofNanos(engine.nanoTime() - request.startedNanos());
  }

  /** Time until the request is answered for the handler, and not by it; negative once it was. */
  public Duration remaining() {
    return deadline.minus(elapsed());
  }

  /** Open connections of the service. */
  public int openConnections() {
    return engine.connections();
  }

  /** Requests of the service whose work has not ended, this one included. */
  public int requestsInFlight() {
    return engine.inFlight();
  }
}
