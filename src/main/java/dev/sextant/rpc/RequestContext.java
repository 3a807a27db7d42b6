package dev.sextant.rpc;

import dev.sextant.cancellation.Cancellation;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What a handler may know about the request it answers.
 *
 * <p><b>Threads:</b> immutable but for the budget, which is the handler's own.
 */
public final class RequestContext {
  private final RunningRequest request;
  private final RpcConnection connection;
  private final AnswerBudget budget;
  private final Executor workers;
  private final LongSupplier nanoClock;

  RequestContext(
      RunningRequest request,
      RpcConnection connection,
      AnswerBudget budget,
      Executor workers,
      LongSupplier nanoClock) {
    this.request = request;
    this.connection = connection;
    this.budget = budget;
    this.workers = workers;
    this.nanoClock = nanoClock;
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
    return workers;
  }

  /** Time since the request was read. */
  public Duration elapsed() {
    return Duration.ofNanos(nanoClock.getAsLong() - request.startedNanos());
  }
}
