package dev.sextant.rpc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The OpenRPC document of a method table: generated from the declarations that requests are checked
 * with.
 *
 * <p><b>Source:</b> OpenRPC 1.3.2, https://spec.open-rpc.org
 */
public final class OpenRpcDocument {
  /** The parameter that every method takes beside its own. */
  static final String DEADLINE = "deadlineMs";

  private OpenRpcDocument() {}

  /** The document of {@code methods} as served by {@code version} of the service. */
  public static ObjectNode of(RpcMethods methods, String version) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("openrpc", "1.3.2");
    document
        .putObject("info")
        .put("title", "Sextant")
        .put("version", version)
        .put(
            "description",
            "A persistent code-graph service, over JSON-RPC 2.0 on WebSocket at /rpc");
    ArrayNode list = document.putArray("methods");
    methods.all().forEach(method -> list.add(describe(method)));
    ArrayNode errors = document.putObject("components").putArray("x-errors");
    for (RpcErrorKind kind : RpcErrorKind.values()) {
      errors
          .addObject()
          .put("code", kind.code())
          .put("kind", kind.word())
          .put("retryable", kind.isRetryable())
          .put("advice", kind.advice());
    }
    return document;
  }

  /** The method that answers with the document of {@code methods}. */
  static RpcMethod discover(RpcMethods methods, String version) {
    return RpcMethod.named("rpc.discover")
        .summary("Answers the OpenRPC document of this service.")
        .answers(ResultShape.of("The OpenRPC document."))
        .blocking((_, _) -> of(methods, version));
  }

  private static ObjectNode describe(RpcMethod method) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", method.name());
    node.put("summary", method.summary());
    node.put("paramStructure", "by-name");
    ArrayNode params = node.putArray("params");
    method.parameters().all().forEach(parameter -> params.add(describe(parameter)));
    params
        .addObject()
        .put("name", DEADLINE)
        .put("description", "Milliseconds after which the request answers -32000.")
        .put("required", false)
        .putObject("schema")
        .put("type", "integer")
        .put("minimum", 1);
    choices(node, method.parameters());
    node.set("result", result(method));
    ArrayNode errors = node.putArray("errors");
    for (RpcErrorKind kind : method.errors()) {
      errors.addObject().put("code", kind.code()).put("message", kind.word());
    }
    return node;
  }

  private static ObjectNode describe(Parameter parameter) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", parameter.name()).put("description", parameter.doc());
    node.put("required", parameter.presence() instanceof Parameter.Presence.Required);
    node.set("schema", schema(parameter));
    return node;
  }

  private static ObjectNode schema(Parameter parameter) {
    ObjectNode schema = schema(parameter.type());
    if (parameter.presence() instanceof Parameter.Presence.Defaulted defaulted) {
      schema.set("default", defaulted.value());
    }
    return schema;
  }

  private static ObjectNode schema(ParameterType type) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    switch (type) {
      case ParameterType.Text text ->
          schema
              .put("type", "string")
              .put("minLength", text.minLength())
              .put("maxLength", text.maxLength());
      case ParameterType.IntegerRange range ->
          schema.put("type", "integer").put("minimum", range.min()).put("maximum", range.max());
      case ParameterType.Flag _ -> schema.put("type", "boolean");
      case ParameterType.Choice choice -> {
        ArrayNode words = schema.put("type", "string").putArray("enum");
        choice.words().forEach(words::add);
      }
      case ParameterType.ListOf list ->
          schema
              .put("type", "array")
              .put("maxItems", list.maxItems())
              .set("items", schema(list.item()));
      case ParameterType.Structure structure -> structure(schema, structure.members());
      case ParameterType.Identifier _ ->
          schema.putArray("type").add("string").add("integer").add("null");
    }
    return schema;
  }

  private static void structure(ObjectNode schema, Parameters members) {
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (Parameter member : members.all()) {
      properties.set(member.name(), schema(member).put("description", member.doc()));
      if (member.presence() instanceof Parameter.Presence.Required) {
        required.add(member.name());
      }
    }
    schema.put("additionalProperties", false);
    choices(schema, members);
  }

  private static void choices(ObjectNode node, Parameters parameters) {
    if (!parameters.choices().isEmpty()) {
      ArrayNode groups = node.putArray("x-exactlyOneOf");
      parameters.choices().forEach(group -> group.forEach(groups.addArray()::add));
    }
  }

  private static ObjectNode result(RpcMethod method) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("name", "result").put("description", method.result().doc());
    ObjectNode schema = result.putObject("schema").put("type", "object");
    if (!method.result().fields().isEmpty()) {
      ObjectNode properties = schema.putObject("properties");
      for (ResultShape.Field field : method.result().fields()) {
        properties
            .putObject(field.name())
            .put("type", field.type())
            .put("description", field.doc());
      }
    }
    return result;
  }
}
