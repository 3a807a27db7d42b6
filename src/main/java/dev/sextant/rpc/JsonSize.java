package dev.sextant.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * The size of JSON as UTF-8 text, without writing it.
 *
 * <p><b>Cost:</b> linear in the tree, stops early once past the limit; allocates no text but for
 * numbers.
 */
final class JsonSize {
  private JsonSize() {}

  /** Bytes that {@code node} takes as text; some value above {@code limit} once past it. */
  static long upTo(JsonNode node, long limit) {
    return switch (node.getNodeType()) {
      case OBJECT -> ofObject(node, limit);
      case ARRAY -> ofArray(node, limit);
      case STRING -> 2 + ofEscaped(node.textValue());
      default -> node.asText().length();
    };
  }

  /**
   * Bytes of {@code text} in UTF-8, unescaped. A lone surrogate counts one, the byte it is replaced
   * with.
   */
  static long ofUtf8(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      bytes += ofUnit(text, i);
    }
    return bytes;
  }

  private static long ofObject(JsonNode node, long limit) {
    long bytes = 2;
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      bytes += 4 + ofEscaped(member.getKey());
      bytes += upTo(member.getValue(), limit - bytes);
      if (bytes > limit) {
        return bytes;
      }
    }
    return bytes;
  }

  private static long ofArray(JsonNode node, long limit) {
    long bytes = 2;
    for (JsonNode item : node) {
      bytes += 1 + upTo(item, limit - bytes);
      if (bytes > limit) {
        return bytes;
      }
    }
    return bytes;
  }

  private static long ofEscaped(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == '"' || unit == '\\') {
        bytes += 2;
      } else if (unit < 0x20) {
        bytes += 6;
      } else {
        bytes += ofUnit(text, i);
      }
    }
    return bytes;
  }

  private static long ofUnit(String text, int at) {
    char unit = text.charAt(at);
    if (unit < 0x80) {
      return 1;
    }
    if (unit < 0x800) {
      return 2;
    }
    if (!Character.isSurrogate(unit)) {
      return 3;
    }
    boolean leads =
        Character.isHighSurrogate(unit)
            && at + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(at + 1));
    boolean follows =
        Character.isLowSurrogate(unit) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    return leads || follows ? 2 : 1;
  }
}
