package dev.sextant.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the text of a frame into the calls it holds, by the rules of JSON-RPC 2.0.
 *
 * <p><b>Threads:</b> thread-safe; immutable.
 *
 * <p><b>Errors:</b> never throws for what a client sent; a mistake becomes part of the frame.
 */
final class FrameReader {
  private final JsonText json;
  private final RpcSettings.Messages limits;

  FrameReader(JsonText json, RpcSettings.Messages limits) {
    this.json = json;
    this.limits = limits;
  }

  /** Reads one frame. */
  Frame read(String text) {
    JsonNode root;
    try {
      root = json.read(text);
    } catch (StreamConstraintsException e) {
      return new Frame.Unreadable(
          parseError("reading the message broke a limit: " + firstLine(e))
              .with("maxDepth", limits.maxDepth())
              .with("maxNumberLength", limits.maxNumberLength()));
    } catch (JsonProcessingException e) {
      return new Frame.Unreadable(parseError("reading the message as JSON: " + where(e)));
    }
    if (root.isMissingNode()) {
      return new Frame.Unreadable(parseError("reading the message as JSON: it is empty"));
    }
    return root.isArray() ? batch(root) : new Frame.Single(message(root));
  }

  private Frame batch(JsonNode root) {
    if (root.isEmpty()) {
      return new Frame.Unreadable(invalid("a batch holds at least one request; this one is empty"));
    }
    if (root.size() > limits.maxBatch()) {
      return new Frame.Unreadable(
          invalid(
                  "a batch holds at most %d requests; this one has %d: split it"
                      .formatted(limits.maxBatch(), root.size()))
              .with("limit", limits.maxBatch()));
    }
    List<Message> messages = new ArrayList<>(root.size());
    for (JsonNode item : root) {
      messages.add(message(item));
    }
    return new Frame.Batch(messages);
  }

  private static Message message(JsonNode node) {
    if (!node.isObject()) {
      return new Message.Invalid(
          RequestId.NONE, invalid("a request is an object, not " + Shown.kindOf(node)));
    }
    JsonNode id = node.path("id");
    if (!id.isMissingNode() && !RequestId.isValid(id)) {
      return new Message.Invalid(
          RequestId.NONE, invalid("id is a string, an integer or null, not " + Shown.value(id)));
    }
    RequestId known = id.isMissingNode() ? RequestId.NONE : new RequestId(id);
    JsonNode version = node.path("jsonrpc");
    if (!version.isTextual() || !version.textValue().equals("2.0")) {
      return new Message.Invalid(
          known, invalid("jsonrpc is the string \"2.0\", not " + Shown.value(version)));
    }
    JsonNode method = node.path("method");
    if (!method.isTextual()) {
      return new Message.Invalid(known, invalid("method is a string, not " + Shown.value(method)));
    }
    return call(node.path("params"), id.isMissingNode(), known, method.textValue());
  }

  private static Message call(JsonNode params, boolean silent, RequestId id, String method) {
    ObjectNode named;
    switch (params.getNodeType()) {
      case MISSING -> named = JsonNodeFactory.instance.objectNode();
      case OBJECT -> named = (ObjectNode) params;
      case ARRAY -> {
        if (silent) {
          return new Message.Ignored(method);
        }
        return new Message.Misfit(
            id,
            method,
            RpcError.of(
                    RpcErrorKind.INVALID_PARAMS,
                    "params of %s are passed by name, as an object; by-position arrays are not read"
                        .formatted(Shown.text(method)))
                .with("expected", "object"));
      }
      default -> {
        return new Message.Invalid(id, invalid("params is an object, not " + Shown.value(params)));
      }
    }
    return silent
        ? new Message.Notification(method, named)
        : new Message.Request(id, method, named);
  }

  private static RpcError parseError(String message) {
    return RpcError.of(RpcErrorKind.PARSE_ERROR, message);
  }

  private static RpcError invalid(String message) {
    return RpcError.of(RpcErrorKind.INVALID_REQUEST, message);
  }

  private static String where(JsonProcessingException e) {
    return e.getLocation() == null
        ? firstLine(e)
        : "%s, at line %d column %d"
            .formatted(firstLine(e), e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static String firstLine(JsonProcessingException e) {
    return Shown.cut(e.getOriginalMessage().lines().findFirst().orElse("not JSON"));
  }
}
