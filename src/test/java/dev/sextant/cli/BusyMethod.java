package dev.sextant.cli;

import dev.sextant.rpc.MethodGroup;
import dev.sextant.rpc.RpcError;
import dev.sextant.rpc.RpcErrorKind;
import dev.sextant.rpc.RpcMethod;
import jakarta.inject.Singleton;
import java.util.List;

/** A method of the service under test that is always too busy. */
@Singleton
final class BusyMethod implements MethodGroup {
  @Override
  public List<RpcMethod> methods() {
    return List.of(
        RpcMethod.named("test/busy")
            .blocking(
                (_, _) -> {
                  throw RpcError.of(RpcErrorKind.TOO_BUSY, "busy on purpose").exception();
                }));
  }
}
