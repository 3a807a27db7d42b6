package dev.sextant.rpc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One error as it is answered: its kind, a message for people, and the kind's extra fields.
 *
 * @param kind the row of the error table
 * @param message what was being done, the value, and what to do
 * @param extra fields added to {@code data}; the record keeps its own copy
 */
public record RpcError(RpcErrorKind kind, String message, ObjectNode extra) {

  /** Copies {@code extra}. */
  public RpcError {
    extra = extra.deepCopy();
  }

  /** An error without extra fields. */
  public static RpcError of(RpcErrorKind kind, String message) {
    return new RpcError(kind, message, JsonNodeFactory.instance.objectNode());
  }

  /** The same error with one more field of text in {@code data}. */
  public RpcError with(String field, String value) {
    return new RpcError(kind, message, extra.deepCopy().put(field, value));
  }

  /** The same error with one more number in {@code data}. */
  public RpcError with(String field, long value) {
    return new RpcError(kind, message, extra.deepCopy().put(field, value));
  }

  /** The same error with one more number in {@code data}. */
  public RpcError with(String field, double value) {
    return new RpcError(kind, message, extra.deepCopy().put(field, value));
  }

  /** The exception that makes a handler answer this error. */
  public RpcException exception() {
    return new RpcException(this);
  }

  /** The {@code error} member: {@code {code, message, data: {kind, retryable, advice, ...}}}. */
  ObjectNode toJson() {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.put("code", kind.code()).put("message", message);
    ObjectNode data = error.putObject("data");
    data.put("kind", kind.word())
        .put("retryable", kind.isRetryable())
        .put("advice", kind.advice())
        .setAll(extra);
    return error;
  }
}
