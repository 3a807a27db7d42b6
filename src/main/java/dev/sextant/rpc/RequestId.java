package dev.sextant.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

/**
 * The id that ties an answer to its request: a string, an integer or null.
 *
 * @param value a text, integral or null node; two ids are the same when their values are
 */
public record RequestId(JsonNode value) {
  /** The id of an answer whose request's id could not be read. */
  static final RequestId NONE = new RequestId(NullNode.getInstance());

  /** Whether {@code value} may be an id: fractional numbers may not. */
  static boolean isValid(JsonNode value) {
    return value.isTextual() || value.isIntegralNumber() || value.isNull();
  }
}
