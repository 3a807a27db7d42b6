package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.rpc.Arguments;
import dev.sextant.rpc.MethodGroup;
import dev.sextant.rpc.Parameter;
import dev.sextant.rpc.ParameterType;
import dev.sextant.rpc.RequestContext;
import dev.sextant.rpc.ResultShape;
import dev.sextant.rpc.RpcError;
import dev.sextant.rpc.RpcErrorKind;
import dev.sextant.rpc.RpcMethod;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.WorkspaceEvents;
import dev.sextant.workspace.Workspaces;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The methods by which a client is told what happens to workspaces, as notifications {@code
 * workspace/event}.
 *
 * <p><b>Threads:</b> thread-safe.
 */
@Singleton
final class SubscriptionMethods implements MethodGroup {
  private static final List<String> EVENTS = List.of("state", "progress", "generation");
  private static final Parameter WORKSPACE =
      Parameter.optional(
          "workspace",
          ParameterType.text(),
          "The workspace's id or a path inside it; all if absent.");

  private final GraphMethods graphs;
  private final Subscriptions subscriptions = new Subscriptions();
  private final WorkspaceEvents.Subscription events;

  SubscriptionMethods(GraphMethods graphs, Workspaces workspaces) {
    this.graphs = graphs;
    this.events = workspaces.events().subscribe(subscriptions::tell);
  }

  @PreDestroy
  void stop() {
    events.close();
  }

  @Override
  public List<RpcMethod> methods() {
    return List.of(subscribe(), unsubscribe());
  }

  private RpcMethod subscribe() {
    return RpcMethod.named("workspace/subscribe")
        .summary("Asks for notifications workspace/event of one workspace, or of all.")
        .takes(
            WORKSPACE,
            Parameter.optional(
                "events",
                ParameterType.listOf(new ParameterType.Choice(EVENTS), EVENTS.size()),
                "Which events; all if absent. Replaces what was asked for before."))
        .answers(ResultShape.of("What will be told.").field("events", "array", "The events."))
        .fails(RpcErrorKind.NOT_LOADED, RpcErrorKind.TOO_BUSY)
        .blocking(this::subscribed);
  }

  private ObjectNode subscribed(Arguments arguments, RequestContext context) {
    List<String> asked = arguments.texts("events");
    Set<String> wanted = new TreeSet<>(asked.isEmpty() ? EVENTS : asked);
    String workspace =
        arguments.has("workspace") ? graphs.workspace(arguments).id() : Subscriptions.ALL;
    if (!subscriptions.add(context.connection(), workspace, wanted)) {
      throw RpcError.of(
              RpcErrorKind.TOO_BUSY,
              "the connection has too many subscriptions: unsubscribe, or subscribe to all")
          .with("retryAfterMs", 0)
          .exception();
    }
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    ArrayNode events = result.putArray("events");
    wanted.forEach(events::add);
    return result;
  }

  private RpcMethod unsubscribe() {
    return RpcMethod.named("workspace/unsubscribe")
        .summary("Takes back what workspace/subscribe asked for with the same workspace.")
        .takes(WORKSPACE)
        .answers(
            ResultShape.of("What was changed.")
                .field("unsubscribed", "boolean", "Whether there was such a subscription."))
        .blocking(
            (arguments, context) ->
                JsonNodeFactory.instance
                    .objectNode()
                    .put(
                        "unsubscribed",
                        subscriptions.remove(context.connection(), known(arguments))));
  }

  /** The id to take back, also of a workspace that is not loaded any more. */
  private String known(Arguments arguments) {
    return arguments
        .optionalText("workspace")
        .map(named -> graphs.find(named).map(LoadedWorkspace::id).orElse(named))
        .orElse(Subscriptions.ALL);
  }
}
