package dev.sextant.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What each node of one file turned out to mean, and the type, file or package that goes with it.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class NodeMeanings {
  static final int UNKNOWN = 0;
  static final int VALUE = 1;
  static final int TYPE = 2;
  static final int PACKAGE = 3;
  static final int MODULE = 4;

  private final byte[] meanings;
  private final int[] values;
  private final Map<Integer, String> packages = new HashMap<>();

  NodeMeanings(int nodeCount) {
    meanings = new byte[nodeCount];
    values = new int[nodeCount];
    Arrays.fill(values, Types.UNKNOWN);
  }

  /** The node is a value of a type, which may be unknown. */
  void value(int node, int type) {
    meanings[node] = VALUE;
    values[node] = type;
  }

  /** The node names a type. */
  void type(int node, int declaration) {
    meanings[node] = TYPE;
    values[node] = declaration;
  }

  /** The node names a module, which is a file. */
  void module(int node, int file) {
    meanings[node] = MODULE;
    values[node] = file;
  }

  /** The node names a package or the start of a package's name. */
  void packageName(int node, String name) {
    meanings[node] = PACKAGE;
    packages.put(node, name);
  }

  /** The node means what {@code other} means. */
  void same(int node, int other) {
    meanings[node] = meanings[other];
    values[node] = values[other];
    if (meanings[other] == PACKAGE) {
      packages.put(node, packageName(other));
    }
  }

  /** One of the constants; {@link #UNKNOWN} for the absent node too. */
  int of(int node) {
    return node < 0 ? UNKNOWN : meanings[node];
  }

  /** The type that a value has or that the node names; unknown for everything else. */
  int typeOf(int node) {
    int meaning = of(node);
    return meaning == VALUE || meaning == TYPE ? values[node] : Types.UNKNOWN;
  }

  /** The type of a value; unknown for everything else. */
  int valueType(int node) {
    return of(node) == VALUE ? values[node] : Types.UNKNOWN;
  }

  /** The file of a module. */
  int moduleFile(int node) {
    return values[node];
  }

  /** The name of a package. */
  String packageName(int node) {
    return packages.getOrDefault(node, "");
  }
}
