package dev.sextant.rpc;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * The meters of the protocol engine. Tags come from the method table and the error table only, so
 * their number is bounded.
 *
 * <p><b>Threads:</b> thread-safe.
 */
final class RpcMetrics {
  private static final String UNKNOWN = "unknown";

  private final MeterRegistry registry;
  private final RpcMethods methods;
  private final ConcurrentMap<Key, Timer> timers = new ConcurrentHashMap<>();

  RpcMetrics(MeterRegistry registry, RpcMethods methods) {
    this.registry = registry;
    this.methods = methods;
  }

  /** Registers the gauges; their suppliers are held for as long as the registry is. */
  void gauges(Supplier<Number> inFlight, Supplier<Number> connections) {
    Gauge.builder("sextant.rpc.in.flight", inFlight)
        .description("Requests whose work has not ended")
        .strongReference(true)
        .register(registry);
    Gauge.builder("sextant.rpc.connections", connections)
        .description("Open connections")
        .strongReference(true)
        .register(registry);
  }

  /** Counts and times one answered request. */
  void answered(String method, RunningRequest.Outcome outcome, long tookNanos) {
    String word =
        switch (outcome) {
          case RunningRequest.Outcome.Answered _ -> "ok";
          case RunningRequest.Outcome.Failed failed -> failed.error().kind().word();
        };
    String known = methods.find(method).isPresent() ? method : UNKNOWN;
    timers.computeIfAbsent(new Key(known, word), this::timer).record(Duration.ofNanos(tookNanos));
  }

  private Timer timer(Key key) {
    return Timer.builder("sextant.rpc.requests")
        .description("Time from reading a request to its answer")
        .tag("method", key.method)
        .tag("outcome", key.outcome)
        .register(registry);
  }

  private record Key(String method, String outcome) {}
}
