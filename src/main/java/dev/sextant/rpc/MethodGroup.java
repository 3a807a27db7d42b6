package dev.sextant.rpc;

import java.util.List;

/** The methods of one domain; every bean of this type adds its methods to the table. */
@FunctionalInterface
public interface MethodGroup {
  /** The declarations, made once at the start. */
  List<RpcMethod> methods();
}
