package dev.sextant.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** A client's own values as error messages repeat them: quoted and cut. */
final class Shown {
  private static final int LIMIT = 80;

  private Shown() {}

  /** {@code text} in quotes. */
  static String text(String text) {
    return '"' + cut(text) + '"';
  }

  /** A scalar as JSON; the kind of anything else. */
  static String value(JsonNode node) {
    if (node.isTextual()) {
      return text(node.textValue());
    }
    return node.isValueNode() ? cut(node.asText()) : kindOf(node);
  }

  /** The JSON kind of {@code node} with its article. */
  static String kindOf(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "an array";
      case OBJECT -> "an object";
      case MISSING -> "absent";
      case NULL -> "null";
      default -> "a " + node.getNodeType().name().toLowerCase(Locale.ROOT);
    };
  }

  /** {@code text} without control characters, cut when long. */
  static String cut(String text) {
    String shown = text.length() <= LIMIT ? text : text.substring(0, LIMIT) + "...";
    return shown.codePoints().anyMatch(Character::isISOControl)
        ? shown.replaceAll("\\p{Cntrl}", " ")
        : shown;
  }
}
