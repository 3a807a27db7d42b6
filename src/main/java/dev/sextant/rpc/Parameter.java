package dev.sextant.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * One declared parameter of a method, or member of a structure.
 *
 * @param name its name on the wire
 * @param type what its values are
 * @param presence what its absence means
 * @param doc what it does, one sentence
 */
public record Parameter(String name, ParameterType type, Presence presence, String doc) {

  /** What the absence of a parameter means. */
  public sealed interface Presence {
    /** A mistake. */
    record Required() implements Presence {}

    /** Nothing in particular. */
    record Optional() implements Presence {}

    /** The same as the value given. */
    record Defaulted(JsonNode value) implements Presence {}
  }

  /** A parameter that must be given. */
  public static Parameter required(String name, ParameterType type, String doc) {
    return new Parameter(name, type, new Presence.Required(), doc);
  }

  /** A parameter that may be left out. */
  public static Parameter optional(String name, ParameterType type, String doc) {
    return new Parameter(name, type, new Presence.Optional(), doc);
  }

  /** A parameter that stands for {@code value} when left out. */
  public static Parameter withDefault(String name, ParameterType type, String value, String doc) {
    return new Parameter(name, type, new Presence.Defaulted(TextNode.valueOf(value)), doc);
  }

  /** A parameter that stands for {@code value} when left out. */
  public static Parameter withDefault(String name, ParameterType type, long value, String doc) {
    return new Parameter(name, type, new Presence.Defaulted(LongNode.valueOf(value)), doc);
  }

  /** A flag that is set when left out. */
  public static Parameter flagDefaultTrue(String name, String doc) {
    return flag(name, BooleanNode.TRUE, doc);
  }

  /** A flag that is not set when left out. */
  public static Parameter flagDefaultFalse(String name, String doc) {
    return flag(name, BooleanNode.FALSE, doc);
  }

  private static Parameter flag(String name, BooleanNode value, String doc) {
    return new Parameter(name, ParameterType.flag(), new Presence.Defaulted(value), doc);
  }
}
