package dev.sextant.rpc.method;

import dev.sextant.rebuild.OverBudget;
import dev.sextant.rebuild.RebuildException;
import dev.sextant.rpc.RpcError;
import dev.sextant.rpc.RpcErrorKind;

/** How a refusal of the runtime is answered. */
final class RuntimeErrors {
  private static final long RETRY_AFTER_MS = 1000;

  private RuntimeErrors() {}

  /** The exception to answer with; a failure that is not the runtime's stays what it is. */
  static Throwable translated(Throwable failure) {
    return failure instanceof RebuildException refusal ? of(refusal).exception() : failure;
  }

  private static RpcError withFigures(RpcError error, OverBudget over) {
    return error
        .with("limit", over.budget().limitBytes())
        .with("loaded", over.budget().loadedBytes())
        .with("reserved", over.budget().reservedBytes())
        .with("retained", over.budget().retainedBytes())
        .with("requested", over.requestedBytes());
  }

  private static RpcError of(RebuildException refusal) {
    RpcErrorKind kind =
        switch (refusal.kind()) {
          case ROOT_MISSING, SCIP_MISSING -> RpcErrorKind.NOT_FOUND;
          case ROOT_NOT_A_DIRECTORY, ROOT_NOT_ABSOLUTE -> RpcErrorKind.INVALID_PARAMS;
          case ROOT_UNREADABLE, ROOT_NOT_ALLOWED, SCIP_NOT_ALLOWED ->
              RpcErrorKind.REFUSED_BY_POLICY;
          case BUILD_FAILED -> RpcErrorKind.BUILD_FAILED;
          case CANCELLED -> RpcErrorKind.CANCELLED;
          case NOT_LOADED -> RpcErrorKind.NOT_LOADED;
          case PINNED -> RpcErrorKind.PINNED;
          case BUILDING -> RpcErrorKind.RESET_WHILE_BUSY;
          case BUSY -> RpcErrorKind.TOO_BUSY;
          case OVER_BUDGET -> RpcErrorKind.MEMORY_BUDGET;
        };
    RpcError error =
        RpcError.of(kind, refusal.getMessage()).with("reason", refusal.kind().wireName());
    return switch (kind) {
      case INVALID_PARAMS -> error.with("parameter", "root");
      case TOO_BUSY -> error.with("retryAfterMs", RETRY_AFTER_MS);
      case BUILD_FAILED -> error.with("lastError", refusal.getMessage());
      case MEMORY_BUDGET ->
          refusal.overBudget().map(over -> withFigures(error, over)).orElse(error);
      default -> error;
    };
  }
}
