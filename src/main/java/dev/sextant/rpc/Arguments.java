package dev.sextant.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The checked parameters of one request, as typed values; defaults are filled in.
 *
 * <p><b>Threads:</b> read-only; one request's thread at a time.
 *
 * <p><b>Errors:</b> asking for a name that is not declared is a defect: {@link
 * IllegalArgumentException}.
 */
public final class Arguments {
  private final Parameters declared;
  private final ObjectNode given;

  Arguments(Parameters declared, ObjectNode given) {
    this.declared = declared;
    this.given = given;
  }

  /** Whether the client gave it. */
  public boolean has(String name) {
    return given.has(declared(name).name());
  }

  /** A text or a choice that is required or has a default. */
  public String text(String name) {
    return present(name).textValue();
  }

  /** A text or a choice that may be left out. */
  public Optional<String> optionalText(String name) {
    return Optional.ofNullable(value(name).textValue());
  }

  /** An integer that is required or has a default. */
  public long integer(String name) {
    return present(name).longValue();
  }

  /** An integer that may be left out. */
  public OptionalLong optionalInteger(String name) {
    JsonNode value = value(name);
    return value.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(value.longValue());
  }

  /** A flag that is required or has a default. */
  public boolean flag(String name) {
    return present(name).booleanValue();
  }

  /** A list of texts or choices; empty when left out. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : value(name)) {
      texts.add(item.textValue());
    }
    return texts;
  }

  /** A structure; empty when left out. */
  public Optional<Arguments> structure(String name) {
    JsonNode value = value(name);
    return value instanceof ObjectNode object
        ? Optional.of(new Arguments(membersOf(declared(name).type()), object))
        : Optional.empty();
  }

  /** A list of structures; empty when left out. */
  public List<Arguments> structures(String name) {
    List<Arguments> structures = new ArrayList<>();
    for (JsonNode item : value(name)) {
      structures.add(new Arguments(membersOf(declared(name).type()), (ObjectNode) item));
    }
    return structures;
  }

  /** A request id that is required. */
  public RequestId identifier(String name) {
    return new RequestId(present(name));
  }

  private JsonNode present(String name) {
    JsonNode value = value(name);
    if (value.isMissingNode()) {
      throw new IllegalArgumentException(
          "read as if always there, but declared optional: parameter " + name);
    }
    return value;
  }

  private JsonNode value(String name) {
    Parameter parameter = declared(name);
    JsonNode value = given.get(name);
    if (value != null) {
      return value;
    }
    return parameter.presence() instanceof Parameter.Presence.Defaulted defaulted
        ? defaulted.value()
        : MissingNode.getInstance();
  }

  private Parameter declared(String name) {
    return declared
        .find(name)
        .orElseThrow(() -> new IllegalArgumentException("not declared: parameter " + name));
  }

  private static Parameters membersOf(ParameterType type) {
    return switch (type) {
      case ParameterType.Structure structure -> structure.members();
      case ParameterType.ListOf list -> membersOf(list.item());
      default -> throw new IllegalArgumentException("not a structure: " + type.expected());
    };
  }
}
