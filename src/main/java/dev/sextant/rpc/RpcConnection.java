package dev.sextant.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One client's connection: the requests it has in flight, and what is on its way to it.
 *
 * <p><b>Threads:</b> thread-safe. Frames are received one after the other; answers, cancellations
 * and the close come from any thread.
 */
public final class RpcConnection {
  private static final int ALL = Integer.MAX_VALUE;

  private final RpcEngine engine;
  private final ReadGate gate;
  private final Outbound outbound;
  private final EventQueue events;
  private final Map<RequestId, RunningRequest> byId = new ConcurrentHashMap<>();
  private final Set<RunningRequest> running = ConcurrentHashMap.newKeySet();
  private final List<Runnable> closers = new CopyOnWriteArrayList<>();
  // A permit for each request from when it is known until its answer is on its way.
  private final Semaphore unanswered = new Semaphore(ALL);
  private volatile boolean closed;

  RpcConnection(RpcEngine engine, ReadGate gate, Outbound outbound) {
    this.engine = engine;
    this.gate = gate;
    this.outbound = outbound;
    this.events =
        new EventQueue(engine.json(), outbound, engine.settings().clients().maxQueuedEvents());
  }

  /** The way of notifications to this client. */
  public EventQueue events() {
    return events;
  }

  /** Runs {@code closer} when the connection ends: now, if it has. */
  public void whenClosed(Runnable closer) {
    closers.add(closer);
    if (closed && closers.remove(closer)) {
      closer.run();
    }
  }

  /**
   * Cancels the request {@code id} of this connection, and says whether it was still unanswered.
   */
  public boolean cancel(RequestId id) {
    RunningRequest request = byId.get(id);
    return request != null
        && request.stop(
            "cancelled by the client",
            RpcError.of(RpcErrorKind.CANCELLED, "the client cancelled the request"));
  }

  /** Answers every request that is not answered yet with an error, since the service ends. */
  void refuseRest() {
    for (RunningRequest request : running) {
      boolean _ =
          request.stop(
              "the service is shutting down",
              RpcError.of(
                  RpcErrorKind.CANCELLED,
                  "the service is shutting down: ask again when it is back"));
    }
  }

  /** Waits until all answers are on their way, for a bounded time. */
  void awaitAnswers(long nanos) throws InterruptedException {
    if (unanswered.tryAcquire(ALL, nanos, TimeUnit.NANOSECONDS)) {
      unanswered.release(ALL);
    }
  }

  /** Ends the connection from this side, after what is on its way to the client. */
  void leave(int code, String reason) {
    outbound.leave(code, reason);
  }

  ReadGate gate() {
    return gate;
  }

  /** Registers every call of one frame and starts it; the next frame is read after this returns. */
  void receive(String text) {
    if (closed) {
      return;
    }
    switch (engine.frames().read(text)) {
      case Frame.Unreadable unreadable ->
          send(engine.json().answer(RequestId.NONE, unreadable.error()));
      case Frame.Single single -> accept(single.message(), (_, answer) -> send(answer.get()));
      case Frame.Batch batch -> accept(batch.messages());
    }
  }

  /** Cancels everything: the client is gone. */
  void closed() {
    closed = true;
    outbound.gone();
    for (RunningRequest request : running) {
      abandon(request);
    }
    for (Runnable closer : List.copyOf(closers)) {
      if (closers.remove(closer)) {
        closer.run();
      }
    }
  }

  private void accept(List<Message> batch) {
    int answered = 0;
    for (Message message : batch) {
      answered +=
          message instanceof Message.Notification || message instanceof Message.Ignored ? 0 : 1;
    }
    int maxBytes = engine.settings().messages().maxAnswerBytes();
    AnswerSink sink = new BatchAnswer(engine.json(), maxBytes, answered, this::send);
    batch.forEach(message -> accept(message, sink));
  }

  private void accept(Message message, AnswerSink sink) {
    switch (message) {
      case Message.Request request -> accept(request, sink);
      case Message.Notification notification ->
          start(
              track(RequestId.NONE, notification.method(), AnswerSink.NOWHERE),
              notification.params());
      case Message.Misfit misfit -> refuse(misfit.id(), misfit.method(), sink, misfit.error());
      case Message.Invalid invalid -> refuse(invalid.id(), "", sink, invalid.error());
      case Message.Ignored _ -> {}
    }
  }

  private void accept(Message.Request call, AnswerSink sink) {
    if (byId.containsKey(call.id())) {
      refuse(
          call.id(),
          call.method(),
          sink,
          RpcError.of(
              RpcErrorKind.INVALID_REQUEST,
              "id %s belongs to a request in flight on this connection: use another one"
                  .formatted(Shown.value(call.id().value()))));
      return;
    }
    RunningRequest request = track(call.id(), call.method(), sink);
    byId.put(call.id(), request);
    start(request, call.params());
  }

  private RunningRequest track(RequestId id, String method, AnswerSink sink) {
    RunningRequest request = known(id, method, sink);
    running.add(request);
    return request;
  }

  private RunningRequest known(RequestId id, String method, AnswerSink sink) {
    unanswered.acquireUninterruptibly();
    return new RunningRequest(id, method, sink, engine.nanoTime(), this::finished);
  }

  private void refuse(RequestId id, String method, AnswerSink sink, RpcError error) {
    known(id, method, sink).finish(new RunningRequest.Outcome.Failed(error));
  }

  private void start(RunningRequest request, ObjectNode params) {
    try {
      RpcMethod method = engine.method(request.method());
      int limit = engine.settings().requests().maxInFlightPerConnection();
      if (running.size() > limit && !(method.handler() instanceof RpcHandler.Immediate)) {
        throw engine
            .runner()
            .busy("the connection has %d requests in flight".formatted(limit))
            .exception();
      }
      Duration deadline = engine.deadline(params);
      Arguments arguments = ParameterCheck.check(method.parameters(), params);
      engine
          .runner()
          .run(request, method, arguments, deadline, engine.context(request, this, deadline));
    } catch (RpcException refused) {
      request.finish(new RunningRequest.Outcome.Failed(refused.error()));
    } catch (RuntimeException defect) {
      RpcError incident = engine.runner().incident(request.method(), defect);
      request.finish(new RunningRequest.Outcome.Failed(incident));
    }
    if (closed) {
      abandon(request);
    }
  }

  private void finished(RunningRequest request, RunningRequest.Outcome outcome) {
    try {
      answer(request, outcome);
    } finally {
      unanswered.release();
    }
  }

  private void answer(RunningRequest request, RunningRequest.Outcome outcome) {
    running.remove(request);
    byId.remove(request.id(), request);
    engine
        .metrics()
        .answered(request.method(), outcome, engine.nanoTime() - request.startedNanos());
    if (!closed) {
      request.sink().answer(request.id(), () -> engine.text(request, outcome));
    }
  }

  private void send(String text) {
    outbound.send(text, () -> {});
  }

  private static void abandon(RunningRequest request) {
    boolean _ =
        request.stop(
            "the connection closed",
            RpcError.of(RpcErrorKind.CANCELLED, "the connection closed before the answer"));
  }
}
