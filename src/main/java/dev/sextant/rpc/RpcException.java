package dev.sextant.rpc;

/** Thrown by a handler to answer its request with an error. Carries no stack trace. */
public final class RpcException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RpcError error;

  RpcException(RpcError error) {
    super(error.message(), null, false, false);
    this.error = error;
  }

  /** The error to answer. */
  public RpcError error() {
    return error;
  }
}
