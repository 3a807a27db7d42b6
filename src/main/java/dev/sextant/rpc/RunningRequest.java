package dev.sextant.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.sextant.cancellation.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/**
 * One request between being read and being answered.
 *
 * <p>The work, a cancellation, the deadline and the end of the connection race to finish it; the
 * first one wins, the others change nothing.
 *
 * <p><b>Threads:</b> thread-safe. {@code stops} is guarded by itself and run outside of it.
 */
final class RunningRequest {
  private final RequestId id;
  private final String method;
  private final AnswerSink sink;
  private final long startedNanos;
  private final BiConsumer<RunningRequest, Outcome> whenFinished;
  private final Cancellation cancellation = new Cancellation();
  private final AtomicBoolean finished = new AtomicBoolean();

  @GuardedBy("stops")
  private final List<Runnable> stops = new ArrayList<>(2);

  RunningRequest(
      RequestId id,
      String method,
      AnswerSink sink,
      long startedNanos,
      BiConsumer<RunningRequest, Outcome> whenFinished) {
    this.id = id;
    this.method = method;
    this.sink = sink;
    this.startedNanos = startedNanos;
    this.whenFinished = whenFinished;
  }

  RequestId id() {
    return id;
  }

  String method() {
    return method;
  }

  AnswerSink sink() {
    return sink;
  }

  long startedNanos() {
    return startedNanos;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  boolean isFinished() {
    return finished.get();
  }

  /** Runs {@code stop} once the request is finished, by whatever: now, if it already is. */
  void onFinish(Runnable stop) {
    synchronized (stops) {
      if (!finished.get()) {
        stops.add(stop);
        return;
      }
    }
    stop.run();
  }

  /** Asks the work to stop, and answers {@code error} without waiting for it. */
  boolean stop(String cause, RpcError error) {
    cancellation.cancel(cause);
    return finish(new Outcome.Failed(error));
  }

  /** Answers with {@code outcome}, and says whether this was the first and therefore the answer. */
  boolean finish(Outcome outcome) {
    if (!finished.compareAndSet(false, true)) {
      return false;
    }
    List<Runnable> toRun;
    synchronized (stops) {
      toRun = List.copyOf(stops);
      stops.clear();
    }
    toRun.forEach(Runnable::run);
    whenFinished.accept(this, outcome);
    return true;
  }

  /** How a request ended. */
  sealed interface Outcome {
    /** With a result. */
    record Answered(ObjectNode result) implements Outcome {}

    /** With an error. */
    record Failed(RpcError error) implements Outcome {}
  }
}
