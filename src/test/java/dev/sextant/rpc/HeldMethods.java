package dev.sextant.rpc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.cancellation.Cancellation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Methods whose answers a test holds back: each waits at a gate, by name, until the test opens it.
 */
@Singleton
public final class HeldMethods implements MethodGroup {
  private static final Parameter GATE =
      Parameter.required("gate", ParameterType.text(), "The gate's name.");

  private final Map<String, CompletableFuture<String>> gates = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Cancellation>> arrivals = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<String>> departures = new ConcurrentHashMap<>();

  /** Lets everything through that waits, or will wait, at {@code gate}. */
  void open(String gate) {
    gate(gate).complete(gate);
  }

  /** Completes when the connection has ended from which a request came to {@code gate}. */
  CompletableFuture<String> departure(String gate) {
    return departures.computeIfAbsent(gate, _ -> new CompletableFuture<>());
  }

  /** Completes when a request has come to {@code gate}, with its cancellation. */
  CompletableFuture<Cancellation> arrival(String gate) {
    return arrivals.computeIfAbsent(gate, _ -> new CompletableFuture<>());
  }

  @Override
  public List<RpcMethod> methods() {
    return List.of(
        RpcMethod.named("test/echo")
            .takes(Parameter.required("text", new ParameterType.Text(0, 1 << 20), "What to say."))
            .blocking((arguments, _) -> result().put("text", arguments.text("text"))),
        RpcMethod.named("test/await").takes(GATE).asynchronous(this::await),
        RpcMethod.named("test/block").takes(GATE).blocking(this::block),
        RpcMethod.named("test/open").takes(GATE).immediate(this::opened),
        RpcMethod.named("test/fail")
            .blocking(
                (_, _) -> {
                  throw new IllegalStateException("a secret of the inside");
                }),
        RpcMethod.named("test/list").takes(count()).blocking(HeldMethods::list),
        RpcMethod.named("test/heap")
            .takes(count())
            .blocking(
                (arguments, _) ->
                    result().put("text", "x".repeat((int) arguments.integer("count")))),
        RpcMethod.named("test/notify").takes(count()).blocking(HeldMethods::announce));
  }

  private static Parameter count() {
    return Parameter.required("count", ParameterType.integer(0, 100_000_000), "How many.");
  }

  /** Completes when {@code name} is opened. */
  CompletableFuture<String> gate(String name) {
    return gates.computeIfAbsent(name, _ -> new CompletableFuture<>());
  }

  private Uni<ObjectNode> await(Arguments arguments, RequestContext context) {
    String name = arguments.text("gate");
    context.connection().whenClosed(() -> departure(name).complete(name));
    arrival(name).complete(context.cancellation());
    return Uni.createFrom()
        .completionStage(() -> gate(name).copy())
        .map(gate -> result().put("gate", gate));
  }

  private ObjectNode block(Arguments arguments, RequestContext context) {
    String name = arguments.text("gate");
    arrival(name).complete(context.cancellation());
    return result().put("gate", gate(name).join());
  }

  private ObjectNode opened(Arguments arguments, RequestContext context) {
    open(arguments.text("gate"));
    return result();
  }

  private static ObjectNode list(Arguments arguments, RequestContext context) {
    ObjectNode result = result();
    ArrayNode items = result.putArray("items");
    boolean truncated = false;
    for (long i = 0; i < arguments.integer("count") && !truncated; i++) {
      ObjectNode item = result().put("number", i).put("padding", "p".repeat(1000));
      truncated = !context.budget().charge(item);
      if (!truncated) {
        items.add(item);
      }
    }
    return result.put("truncated", truncated);
  }

  private static ObjectNode announce(Arguments arguments, RequestContext context) {
    for (long i = 0; i < arguments.integer("count"); i++) {
      context.connection().events().offer("test/event", result().put("number", i), List::getLast);
    }
    return result();
  }

  private static ObjectNode result() {
    return JsonNodeFactory.instance.objectNode();
  }
}
