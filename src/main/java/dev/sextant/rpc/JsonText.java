package dev.sextant.rpc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * JSON between text and tree, within the limits of the settings. Only trees: no class is bound.
 *
 * <p><b>Threads:</b> thread-safe; immutable after construction.
 */
final class JsonText {
  private final JsonMapper mapper;

  JsonText(RpcSettings.Messages limits) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(limits.maxDepth())
            .maxNumberLength(limits.maxNumberLength())
            .maxStringLength(limits.maxFrameBytes())
            .build();
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(constraints)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    mapper =
        JsonMapper.builder(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  }

  /** The tree of {@code text}; a missing node when there is nothing but white space. */
  JsonNode read(String text) throws JsonProcessingException {
    return mapper.readTree(text);
  }

  /** The text of an answer with a result. */
  String answer(RequestId id, ObjectNode result) {
    return envelope(id, "result", result);
  }

  /** The text of an answer with an error. */
  String answer(RequestId id, RpcError error) {
    return envelope(id, "error", error.toJson());
  }

  /** The text of a notification to a client. */
  String notification(String method, ObjectNode params) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("jsonrpc", "2.0").put("method", method).set("params", params);
    return write(node);
  }

  /** The text of any tree. */
  String write(JsonNode node) {
    try {
      return mapper.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing a JSON tree as text failed", e);
    }
  }

  private String envelope(RequestId id, String member, ObjectNode value) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("jsonrpc", "2.0").setAll(Map.of("id", id.value()));
    node.set(member, value);
    return write(node);
  }
}
