package dev.sextant.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.cancellation.CancelledException;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Runs the work of requests on a bounded pool, each a bulkhead: whatever it throws becomes its own
 * answer.
 *
 * <p>A permit is held from admission until the work has really ended, so work that ignores its
 * deadline still counts against the bound.
 *
 * <p><b>Threads:</b> thread-safe; admission never blocks.
 */
final class RequestRunner implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(RequestRunner.class);

  private final RpcSettings.Requests limits;
  private final ThreadPoolExecutor workers;
  private final ScheduledExecutorService timers;
  private final Semaphore permits;
  private final String incidentPrefix;
  private final AtomicLong incidents = new AtomicLong();

  RequestRunner(RpcSettings.Requests limits, ScheduledExecutorService timers, long startedNanos) {
    this.limits = limits;
    this.timers = timers;
    this.permits = new Semaphore(limits.maxInFlight());
    this.incidentPrefix = Long.toString(startedNanos & 0xfffffff, 36);
    // The queue needs no bound of its own: every task in it holds a permit.
    this.workers =
        new ThreadPoolExecutor(
            limits.workers(),
            limits.workers(),
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("rpc-worker-", 0).factory());
  }

  /** The worker threads. */
  Executor workers() {
    return workers;
  }

  /** Requests whose work has not ended. */
  int inFlight() {
    return limits.maxInFlight() - permits.availablePermits();
  }

  /**
   * Runs the method of {@code request}, or refuses it; either way it is finished exactly once, in
   * time.
   */
  void run(
      RunningRequest request,
      RpcMethod method,
      Arguments arguments,
      Duration deadline,
      RequestContext context) {
    switch (method.handler()) {
      case RpcHandler.Immediate immediate ->
          request.finish(outcome(request, immediate.body(), arguments, context));
      case RpcHandler.Blocking blocking ->
          admit(
              request,
              deadline,
              permit -> work(request, blocking.body(), arguments, context, permit));
      case RpcHandler.Asynchronous asynchronous ->
          admit(
              request,
              deadline,
              permit -> subscribe(request, asynchronous.pipeline(), arguments, context, permit));
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }

  private void admit(RunningRequest request, Duration deadline, Work work) {
    if (!permits.tryAcquire()) {
      request.finish(
          new RunningRequest.Outcome.Failed(
              busy("the service has %d requests in flight".formatted(limits.maxInFlight()))));
      return;
    }
    Permit permit = new Permit(permits);
    try {
      Future<?> timer =
          timers.schedule(
              () -> expire(request, deadline), deadline.toNanos(), TimeUnit.NANOSECONDS);
      request.onFinish(() -> timer.cancel(false));
      workers.execute(() -> work.run(permit));
    } catch (RejectedExecutionException _) {
      permit.close();
      request.finish(new RunningRequest.Outcome.Failed(busy("the service is stopping")));
    }
  }

  /** The error of a request that a bound refused. */
  RpcError busy(String what) {
    return RpcError.of(RpcErrorKind.TOO_BUSY, what + ": ask again later")
        .with("retryAfterMs", limits.retryAfter().toMillis());
  }

  private void expire(RunningRequest request, Duration deadline) {
    RpcError error =
        RpcError.of(
                RpcErrorKind.DEADLINE_EXCEEDED,
                "answering %s took longer than its deadline of %d ms"
                    .formatted(request.method(), deadline.toMillis()))
            .with("deadlineMs", deadline.toMillis());
    boolean _ = request.stop("deadline exceeded", error);
  }

  private void work(
      RunningRequest request,
      RpcHandler.Body body,
      Arguments arguments,
      RequestContext context,
      Permit permit) {
    if (request.isFinished()) {
      permit.close();
      return;
    }
    RunningRequest.Outcome outcome = outcome(request, body, arguments, context);
    // Returned first: a client that has its answer may count on the place it took.
    permit.close();
    request.finish(outcome);
  }

  private void subscribe(
      RunningRequest request,
      RpcHandler.Pipeline pipeline,
      Arguments arguments,
      RequestContext context,
      Permit permit) {
    if (request.isFinished()) {
      permit.close();
      return;
    }
    try {
      Cancellable subscription =
          pipeline
              .answer(arguments, context)
              .onTermination()
              .invoke(permit::close)
              .subscribe()
              .with(
                  result -> request.finish(new RunningRequest.Outcome.Answered(result)),
                  failure -> request.finish(failed(request, failure)));
      request.onFinish(subscription::cancel);
    } catch (Throwable failure) {
      permit.close();
      request.finish(failed(request, failure));
    }
  }

  private RunningRequest.Outcome outcome(
      RunningRequest request, RpcHandler.Body body, Arguments arguments, RequestContext context) {
    try {
      ObjectNode result = body.answer(arguments, context);
      return new RunningRequest.Outcome.Answered(result);
    } catch (Throwable failure) {
      return failed(request, failure);
    }
  }

  private RunningRequest.Outcome failed(RunningRequest request, Throwable failure) {
    return new RunningRequest.Outcome.Failed(
        switch (failure) {
          case RpcException known -> known.error();
          case CancelledException cancelled ->
              RpcError.of(RpcErrorKind.CANCELLED, String.valueOf(cancelled.getMessage()));
          default -> incident(request.method(), failure);
        });
  }

  /** Logs a defect and makes the error that names it. */
  RpcError incident(String method, Throwable failure) {
    String incident = incidentPrefix + "-" + incidents.incrementAndGet();
    LOG.errorf(failure, "Incident %s: answering %s failed", incident, method);
    return RpcError.of(
            RpcErrorKind.INTERNAL_ERROR,
            "answering %s failed: incident %s in the service's log".formatted(method, incident))
        .with("incident", incident);
  }

  @FunctionalInterface
  private interface Work {
    void run(Permit permit);
  }

  /** The right of one request to work; returned once however often it is closed. */
  private static final class Permit implements AutoCloseable {
    private final Semaphore permits;
    private final AtomicBoolean held = new AtomicBoolean(true);

    Permit(Semaphore permits) {
      this.permits = permits;
    }

    @Override
    public void close() {
      if (held.compareAndSet(true, false)) {
        permits.release();
      }
    }
  }
}
