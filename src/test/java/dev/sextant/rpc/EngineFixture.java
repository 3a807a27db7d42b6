package dev.sextant.rpc;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** An engine with the held methods and small bounds, without a server. */
final class EngineFixture implements AutoCloseable {
  static final int MAX_IN_FLIGHT = 6;
  static final int MAX_PER_CONNECTION = 3;
  static final int MAX_CONNECTIONS = 2;
  static final int PAUSE_ABOVE = 1000;
  static final int MAX_OUTBOUND = 5000;
  static final int MAX_EVENTS = 4;

  final HeldMethods held = new HeldMethods();
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final RpcEngine engine;

  private EngineFixture(RpcSettings settings) {
    engine =
        new RpcEngine(settings, RpcMethods.of(List.of(held), "test"), registry, System::nanoTime);
  }

  static EngineFixture small() {
    return new EngineFixture(settings(Duration.ofMinutes(5), MAX_IN_FLIGHT, MAX_PER_CONNECTION));
  }

  static EngineFixture impatient() {
    return new EngineFixture(settings(Duration.ofMillis(20), MAX_IN_FLIGHT, MAX_PER_CONNECTION));
  }

  static EngineFixture roomy(int inFlight) {
    return new EngineFixture(settings(Duration.ofMinutes(5), inFlight, inFlight));
  }

  private static RpcSettings settings(Duration slowTimeout, int inFlight, int perConnection) {
    RpcSettings defaults = RpcSettings.defaults(2);
    return new RpcSettings(
        defaults.messages(),
        new RpcSettings.Requests(
            4,
            inFlight,
            perConnection,
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMillis(70)),
        new RpcSettings.Clients(
            MAX_CONNECTIONS, PAUSE_ABOVE, MAX_OUTBOUND, slowTimeout, MAX_EVENTS, Set.of()));
  }

  RpcConnection connect(FakePeer peer) {
    return engine.connect(peer).orElseThrow();
  }

  /** The text of a request; {@code params} is JSON. */
  static String request(Object id, String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"%s\",\"params\":%s}"
        .formatted(id, method, params);
  }

  @Override
  public void close() {
    engine.close();
  }
}
