package dev.sextant.rpc;

/**
 * The closed table of errors a request can be answered with: code, word, and what the client can
 * do.
 *
 * <p><b>Threads:</b> immutable.
 */
public enum RpcErrorKind {
  /** The frame is not JSON, or breaks a limit of the JSON reader. */
  PARSE_ERROR(
      -32700, "parseError", false, "send one JSON-RPC 2.0 object, or one batch, as JSON text"),
  /** The JSON is not a JSON-RPC 2.0 request. */
  INVALID_REQUEST(
      -32600,
      "invalidRequest",
      false,
      "send jsonrpc \"2.0\", a method, params as an object, and an id not in use"),
  /** No such method. */
  METHOD_NOT_FOUND(-32601, "methodNotFound", false, "see rpc.discover for the methods there are"),
  /** A parameter is unknown, missing or wrong. */
  INVALID_PARAMS(
      -32602, "invalidParams", false, "mend the named parameter; rpc.discover has its schema"),
  /** A defect of the service. */
  INTERNAL_ERROR(
      -32603, "internalError", true, "report the incident; the service's log has it by this id"),
  /** The answer was not ready when the request's deadline passed. */
  DEADLINE_EXCEEDED(
      -32000, "deadlineExceeded", true, "ask again with a larger deadlineMs, or ask for less"),
  /** The workspace has never had a good graph. */
  BUILD_FAILED(
      -32001, "buildFailed", true, "see lastError; the build is retried by itself and on a change"),
  /** The last good graph is older than the service will serve. */
  STALE_EXPIRED(
      -32002, "staleExpired", true, "see lastError; mend the cause, then workspace/rebuild"),
  /** The memory budget has no room. */
  MEMORY_BUDGET(
      -32003, "memoryBudget", true, "unload or unpin a workspace, or raise the memory limit"),
  /** The workspace is not loaded, or was evicted. */
  NOT_LOADED(-32004, "notLoaded", true, "load it with workspace/load, then ask again"),
  /** The name given stands for several symbols. */
  AMBIGUOUS_SYMBOL(
      -32005, "ambiguousSymbol", false, "pick one of the candidates and pass its symbol"),
  /** What was asked for is not there. */
  NOT_FOUND(-32006, "notFound", false, "check the spelling, or look it up with symbol/search"),
  /** The service's policy forbids it. */
  REFUSED_BY_POLICY(
      -32007, "refusedByPolicy", false, "ask the operator to allow the root or the operation"),
  /** A reset came while the workspace was loading or rebuilding. */
  RESET_WHILE_BUSY(
      -32008, "resetWhileBusy", true, "wait for the rebuild or cancel it, then reset again"),
  /** The workspace is pinned. */
  PINNED(-32010, "pinned", false, "unpin it with workspace/unpin, or pass force"),
  /** A bound on concurrent work is reached. */
  TOO_BUSY(-32011, "tooBusy", true, "wait retryAfterMs, then ask again"),
  /** The answer would be larger than a limit. */
  TOO_BROAD(-32012, "tooBroad", false, "narrow the query, or ask for fewer items with limit"),
  /** The client or the end of its connection cancelled the request. */
  CANCELLED(-32800, "cancelled", true, "ask again if the answer is still wanted"),
  /** The generation that a cursor names is gone. */
  CONTENT_CHANGED(-32801, "contentChanged", true, "start again without the cursor");

  private final int code;
  private final String word;
  private final Retry retry;
  private final String advice;

  RpcErrorKind(int code, String word, boolean retryable, String advice) {
    this.code = code;
    this.word = word;
    this.retry = retryable ? Retry.WORTHWHILE : Retry.POINTLESS;
    this.advice = advice;
  }

  /** The JSON-RPC error code. */
  public int code() {
    return code;
  }

  /** The word that {@code data.kind} carries. */
  public String word() {
    return word;
  }

  /** Whether the same request may succeed later. */
  public boolean isRetryable() {
    return retry == Retry.WORTHWHILE;
  }

  /** What the client can do about it, as a phrase. */
  public String advice() {
    return advice;
  }

  private enum Retry {
    WORTHWHILE,
    POINTLESS
  }
}
