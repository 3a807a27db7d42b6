package dev.sextant.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Checks what a client passed against what a method declares; the first mistake is the one named.
 *
 * <p><b>Errors:</b> throws {@link RpcException} with -32602 and {@code data {parameter, problem,
 * expected}}.
 */
final class ParameterCheck {
  private ParameterCheck() {}

  /** The arguments, once every one of them fits {@code declared}. */
  static Arguments check(Parameters declared, ObjectNode given) {
    checkMembers(declared, given, "");
    return new Arguments(declared, given);
  }

  private static void checkMembers(Parameters declared, JsonNode given, String prefix) {
    for (Map.Entry<String, JsonNode> member : given.properties()) {
      Parameter parameter =
          declared
              .find(member.getKey())
              .orElseThrow(() -> unknown(declared, prefix + member.getKey(), member.getKey()));
      checkValue(parameter.type(), member.getValue(), prefix + parameter.name());
    }
    for (Parameter parameter : declared.all()) {
      if (parameter.presence() instanceof Parameter.Presence.Required
          && !given.has(parameter.name())) {
        throw mistake(prefix + parameter.name(), "missing", parameter.type().expected());
      }
    }
    for (List<String> group : declared.choices()) {
      checkChoice(group, given, prefix);
    }
  }

  private static void checkChoice(List<String> group, JsonNode given, String prefix) {
    List<String> present = group.stream().filter(given::has).toList();
    if (present.size() != 1) {
      String expected = "exactly one of " + String.join(", ", group);
      String parameter = prefix + (present.isEmpty() ? group.getFirst() : present.get(1));
      throw mistake(parameter, present.isEmpty() ? "missing" : "one too many", expected);
    }
  }

  /** Checks one value; {@code path} is how the client finds it. */
  static void checkValue(ParameterType type, JsonNode value, String path) {
    boolean fits =
        switch (type) {
          case ParameterType.Text text ->
              value.isTextual()
                  && value.textValue().length() >= text.minLength()
                  && value.textValue().length() <= text.maxLength();
          case ParameterType.IntegerRange range ->
              value.isIntegralNumber()
                  && value.canConvertToLong()
                  && value.longValue() >= range.min()
                  && value.longValue() <= range.max();
          case ParameterType.Flag _ -> value.isBoolean();
          case ParameterType.Choice choice ->
              value.isTextual() && choice.words().contains(value.textValue());
          case ParameterType.ListOf list -> value.isArray() && value.size() <= list.maxItems();
          case ParameterType.Structure _ -> value.isObject();
          case ParameterType.Identifier _ -> RequestId.isValid(value);
        };
    if (!fits) {
      throw mistake(path, "is " + Shown.value(value), type.expected());
    }
    switch (type) {
      case ParameterType.ListOf list -> {
        for (int i = 0; i < value.size(); i++) {
          checkValue(list.item(), value.get(i), path + "[" + i + "]");
        }
      }
      case ParameterType.Structure structure ->
          checkMembers(structure.members(), value, path + ".");
      default -> {}
    }
  }

  private static RpcException unknown(Parameters declared, String path, String name) {
    String known =
        declared.all().isEmpty()
            ? "no parameters but deadlineMs"
            : "one of " + String.join(", ", declared.names());
    RpcError error =
        invalid(Shown.cut(path), "unknown", known)
            .with("parameter", Shown.cut(path))
            .with("problem", "unknown")
            .with("expected", known);
    return Spelling.nearest(name, declared.names())
        .map(near -> error.with("didYouMean", near))
        .orElse(error)
        .exception();
  }

  private static RpcException mistake(String path, String problem, String expected) {
    return invalid(path, problem, expected)
        .with("parameter", path)
        .with("problem", problem)
        .with("expected", expected)
        .exception();
  }

  private static RpcError invalid(String path, String problem, String expected) {
    return RpcError.of(
        RpcErrorKind.INVALID_PARAMS,
        "parameter %s %s: expected %s"
            .formatted(path, problem.startsWith("is ") ? problem : "is " + problem, expected));
  }
}
