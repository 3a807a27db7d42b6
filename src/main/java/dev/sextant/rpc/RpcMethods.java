package dev.sextant.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The table of all methods, by name.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class RpcMethods {
  private final SortedMap<String, RpcMethod> byName;

  private RpcMethods(SortedMap<String, RpcMethod> byName) {
    this.byName = byName;
  }

  /**
   * The table of all groups' methods, and of {@code rpc.discover} which describes it; refuses a
   * name declared twice.
   */
  public static RpcMethods of(List<? extends MethodGroup> groups, String version) {
    SortedMap<String, RpcMethod> byName = new TreeMap<>();
    RpcMethods table = new RpcMethods(byName);
    List<RpcMethod> all = new ArrayList<>();
    groups.forEach(group -> all.addAll(group.methods()));
    all.add(OpenRpcDocument.discover(table, version));
    for (RpcMethod method : all) {
      if (byName.put(method.name(), method) != null) {
        throw new IllegalArgumentException("declared twice: method " + method.name());
      }
    }
    return table;
  }

  /** All methods, sorted by name. */
  public List<RpcMethod> all() {
    return List.copyOf(byName.values());
  }

  /** The method called {@code name}. */
  public Optional<RpcMethod> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The method that a misspelt {@code name} was probably meant to be. */
  Optional<String> nearest(String name) {
    return Spelling.nearest(name, byName.keySet());
  }
}
