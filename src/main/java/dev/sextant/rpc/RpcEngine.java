package dev.sextant.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * The JSON-RPC 2.0 engine: what all connections share.
 *
 * <p><b>Threads:</b> thread-safe; owns the worker, parser and timer threads, which end with {@link
 * #close}.
 */
public final class RpcEngine implements AutoCloseable {
  private static final int PARSERS = 2;
  private static final int GOING_AWAY = 1001;
  private static final String STOPPING = "the service is shutting down: connect again later";
  private static final Duration ANSWER_GRACE = Duration.ofMillis(250);
  private static final Duration DISCONNECT_GRACE = Duration.ofMillis(750);

  private final RpcSettings settings;
  private final RpcMethods methods;
  private final LongSupplier nanoClock;
  private final JsonText json;
  private final FrameReader frames;
  private final RpcMetrics metrics;
  private final ScheduledThreadPoolExecutor timers;
  private final ExecutorService parsers;
  private final RequestRunner runner;
  private final AtomicInteger connections = new AtomicInteger();
  private final Set<RpcConnection> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  /**
   * An engine that answers {@code methods} within {@code settings}; {@code nanoClock} is monotonic.
   */
  public RpcEngine(
      RpcSettings settings, RpcMethods methods, MeterRegistry registry, LongSupplier nanoClock) {
    this.settings = settings;
    this.methods = methods;
    this.nanoClock = nanoClock;
    json = new JsonText(settings.messages());
    frames = new FrameReader(json, settings.messages());
    metrics = new RpcMetrics(registry, methods);
    timers =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("rpc-timer").factory());
    timers.setRemoveOnCancelPolicy(true);
    parsers =
        Executors.newFixedThreadPool(
            PARSERS, Thread.ofPlatform().daemon().name("rpc-parser-", 0).factory());
    runner = new RequestRunner(settings.requests(), timers, nanoClock.getAsLong());
    metrics.gauges(runner::inFlight, connections::get);
  }

  /** The bounds this engine keeps. */
  public RpcSettings settings() {
    return settings;
  }

  /** The table of methods it answers. */
  public RpcMethods methods() {
    return methods;
  }

  /** Open connections. */
  public int connections() {
    return connections.get();
  }

  /** Requests whose work has not ended. */
  public int inFlight() {
    return runner.inFlight();
  }

  /** Takes a connection in; empty when there are too many. */
  Optional<RpcConnection> connect(Peer peer) {
    if (connections.incrementAndGet() > settings.clients().maxConnections()) {
      connections.decrementAndGet();
      return Optional.empty();
    }
    ReadGate gate = new ReadGate(peer);
    Outbound outbound = new Outbound(peer, gate, settings.clients(), timers, nanoClock);
    RpcConnection connection = new RpcConnection(this, gate, outbound);
    open.add(connection);
    connection.whenClosed(
        () -> {
          open.remove(connection);
          connections.decrementAndGet();
        });
    if (closing) {
      connection.leave(GOING_AWAY, STOPPING);
    }
    return Optional.of(connection);
  }

  /**
   * Closes every connection, and those that come, because the service ends: what is not answered
   * yet is answered with an error first. Waits a bounded time until the clients have taken it.
   */
  public void disconnect() {
    closing = true;
    List<RpcConnection> leaving = List.copyOf(open);
    CountDownLatch closed = new CountDownLatch(leaving.size());
    leaving.forEach(RpcConnection::refuseRest);
    try {
      long until = nanoTime() + ANSWER_GRACE.toNanos();
      for (RpcConnection connection : leaving) {
        connection.awaitAnswers(until - nanoTime());
      }
      for (RpcConnection connection : leaving) {
        connection.whenClosed(closed::countDown);
        connection.leave(GOING_AWAY, STOPPING);
      }
      boolean _ = closed.await(DISCONNECT_GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops all threads; requests under way are not answered any more. */
  @Override
  public void close() {
    runner.close();
    parsers.shutdownNow();
    timers.shutdownNow();
  }

  JsonText json() {
    return json;
  }

  FrameReader frames() {
    return frames;
  }

  RpcMetrics metrics() {
    return metrics;
  }

  RequestRunner runner() {
    return runner;
  }

  /** The threads that read large frames. */
  Executor parsers() {
    return parsers;
  }

  long nanoTime() {
    return nanoClock.getAsLong();
  }

  RequestContext context(RunningRequest request, RpcConnection connection, Duration deadline) {
    // An eighth stays for what an answer has beside its lists.
    long listBytes = settings.messages().maxAnswerBytes() / 8L * 7;
    return new RequestContext(request, connection, new AnswerBudget(listBytes), deadline, this);
  }

  /** The method called {@code name}; throws -32601 when there is none. */
  RpcMethod method(String name) {
    return methods
        .find(name)
        .orElseThrow(
            () -> {
              RpcError error =
                  RpcError.of(
                          RpcErrorKind.METHOD_NOT_FOUND, "there is no method " + Shown.text(name))
                      .with("method", Shown.cut(name));
              return methods
                  .nearest(name)
                  .map(near -> error.with("didYouMean", near))
                  .orElse(error)
                  .exception();
            });
  }

  /** Takes {@code deadlineMs} out of {@code params}; throws -32602 when it is none. */
  Duration deadline(ObjectNode params) {
    JsonNode asked = params.remove(OpenRpcDocument.DEADLINE);
    if (asked == null) {
      return settings.requests().defaultDeadline();
    }
    long max = settings.requests().maxDeadline().toMillis();
    ParameterCheck.checkValue(ParameterType.integer(1, max), asked, OpenRpcDocument.DEADLINE);
    return Duration.ofMillis(asked.longValue());
  }

  /** The text of the answer, an error in its place when it is too large to send. */
  String text(RunningRequest request, RunningRequest.Outcome outcome) {
    return switch (outcome) {
      case RunningRequest.Outcome.Failed failed -> json.answer(request.id(), failed.error());
      case RunningRequest.Outcome.Answered answered -> {
        int limit = settings.messages().maxAnswerBytes();
        if (JsonSize.upTo(answered.result(), limit) <= limit) {
          yield json.answer(request.id(), answered.result());
        }
        RpcError error =
            RpcError.of(
                    RpcErrorKind.TOO_BROAD,
                    "the answer to %s exceeds %d bytes: ask for fewer items with limit"
                        .formatted(request.method(), limit))
                .with("limit", limit);
        yield json.answer(request.id(), error);
      }
    };
  }
}
