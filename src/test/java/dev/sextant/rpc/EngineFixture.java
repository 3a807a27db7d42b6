package dev.sextant.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/** An engine with the held methods and small bounds, without a server. */
public final class EngineFixture implements AutoCloseable {
  static final int MAX_IN_FLIGHT = 6;
  static final int MAX_PER_CONNECTION = 3;
  static final int MAX_CONNECTIONS = 2;
  static final int PAUSE_ABOVE = 1000;
  static final int MAX_OUTBOUND = 5000;
  static final int MAX_EVENTS = 4;

  final HeldMethods held = new HeldMethods();
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final RpcEngine engine;

  private EngineFixture(RpcSettings settings, List<MethodGroup> groups) {
    // Outside Quarkus, Mutiny's first use sets up its context propagation, and two first uses at
    // once fail.
    Uni.createFrom()
        .completionStage(() -> CompletableFuture.completedFuture("ready"))
        .await()
        .indefinitely();
    List<MethodGroup> all = new ArrayList<>(groups);
    all.add(held);
    engine = new RpcEngine(settings, RpcMethods.of(all, "test"), registry, System::nanoTime);
  }

  private EngineFixture(RpcSettings settings) {
    this(settings, List.of());
  }

  /** An engine with the bounds of the protocol that answers these methods too. */
  public static EngineFixture answering(MethodGroup... groups) {
    return new EngineFixture(RpcSettings.defaults(2), List.of(groups));
  }

  /** The same with answers of at most {@code maxAnswerBytes}. */
  public static EngineFixture answeringUpTo(int maxAnswerBytes, MethodGroup... groups) {
    RpcSettings defaults = RpcSettings.defaults(2);
    RpcSettings.Messages messages = defaults.messages();
    return new EngineFixture(
        new RpcSettings(
            new RpcSettings.Messages(
                messages.maxFrameBytes(),
                messages.parseOffLoopAbove(),
                maxAnswerBytes,
                messages.maxBatch(),
                messages.maxDepth(),
                messages.maxNumberLength()),
            defaults.requests(),
            defaults.clients()),
        List.of(groups));
  }

  /** The answer to one request on a connection of its own; {@code params} is JSON. */
  public JsonNode ask(String method, String params) throws InterruptedException {
    FakePeer peer = FakePeer.eager();
    RpcConnection connection = connect(peer);
    connection.receive(request(1, method, params));
    JsonNode answer = peer.next();
    connection.closed();
    return answer;
  }

  /**
   * What one request, and whatever is told afterwards, makes the engine send on a connection that
   * stays open.
   */
  public BlockingQueue<String> askAndListen(String method, String params) {
    FakePeer peer = FakePeer.eager();
    connect(peer).receive(request(1, method, params));
    return peer.sent;
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
