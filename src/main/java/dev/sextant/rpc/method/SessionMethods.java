package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.rpc.Arguments;
import dev.sextant.rpc.MethodGroup;
import dev.sextant.rpc.Parameter;
import dev.sextant.rpc.ParameterType;
import dev.sextant.rpc.RequestContext;
import dev.sextant.rpc.ResultShape;
import dev.sextant.rpc.RpcMethod;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The methods about the conversation itself.
 *
 * <p><b>Threads:</b> immutable.
 */
@Singleton
final class SessionMethods implements MethodGroup {
  private static final int PROTOCOL_VERSION = 1;

  private final String version;

  SessionMethods(@ConfigProperty(name = "quarkus.application.version") String version) {
    this.version = version;
  }

  @Override
  public List<RpcMethod> methods() {
    return List.of(hello(), cancel());
  }

  private RpcMethod hello() {
    return RpcMethod.named("session/hello")
        .summary("Introduces client and service to each other; optional.")
        .takes(
            Parameter.optional("client", ParameterType.text(), "The client's name and version."),
            Parameter.withDefault(
                "protocolVersion",
                ParameterType.integer(PROTOCOL_VERSION, PROTOCOL_VERSION),
                PROTOCOL_VERSION,
                "The version of the protocol that the client speaks."))
        .answers(
            ResultShape.of("Who answers, and what it can do.")
                .field("server", "string", "The service's name.")
                .field("version", "string", "The service's version.")
                .field("protocolVersion", "integer", "The version of the protocol spoken.")
                .field("capabilities", "object", "What the service can do, by name."))
        .immediate((_, _) -> greeting());
  }

  private ObjectNode greeting() {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result
        .put("server", "sextant")
        .put("version", version)
        .put("protocolVersion", PROTOCOL_VERSION);
    result
        .putObject("capabilities")
        .put("batches", true)
        .put("cancellation", true)
        .put("deadlines", true)
        .put("events", true);
    return result;
  }

  private static RpcMethod cancel() {
    return RpcMethod.named("$/cancelRequest")
        .summary("Cancels a request of this connection, which then answers -32800.")
        .takes(
            Parameter.required(
                "id", new ParameterType.Identifier(), "The id of the request to cancel."))
        .answers(
            ResultShape.of("Whether there was something to cancel.")
                .field("cancelled", "boolean", "Whether the request was still unanswered."))
        .immediate(SessionMethods::cancelled);
  }

  private static ObjectNode cancelled(Arguments arguments, RequestContext context) {
    boolean cancelled = context.connection().cancel(arguments.identifier("id"));
    return JsonNodeFactory.instance.objectNode().put("cancelled", cancelled);
  }
}
