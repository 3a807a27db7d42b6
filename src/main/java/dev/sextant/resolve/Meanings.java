package dev.sextant.resolve;

import org.jspecify.annotations.Nullable;

/**
 * What each node of one file turned out to mean, and the type, file, package or call that goes with
 * it.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Meanings {
  static final byte UNSEEN = 0;
  static final byte BUSY = 1;
  static final byte UNKNOWN = 2;
  static final byte VALUE = 3;
  static final byte TYPE = 4;
  static final byte PACKAGE = 5;
  static final byte MODULE = 6;

  private final byte[] meanings;
  private final @Nullable Type[] types;
  private final @Nullable Object[] details;

  Meanings(int nodeCount) {
    meanings = new byte[nodeCount];
    types = new @Nullable Type[nodeCount];
    details = new @Nullable Object[nodeCount];
  }

  byte of(int node) {
    return meanings[node];
  }

  void busy(int node) {
    meanings[node] = BUSY;
  }

  /** Says that a node that was looked at means nothing else. */
  void settle(int node) {
    if (meanings[node] == BUSY) {
      meanings[node] = UNKNOWN;
    }
  }

  /** The node is a value of a type. */
  void value(int node, Type type) {
    meanings[node] = VALUE;
    types[node] = type;
  }

  /** The node names a type. */
  void type(int node, Type type) {
    meanings[node] = TYPE;
    types[node] = type;
  }

  /** The node names a module, which is a file. */
  void module(int node, int file) {
    meanings[node] = MODULE;
    details[node] = file;
  }

  /** The node names a package or the start of a package's name. */
  void packageName(int node, String name) {
    meanings[node] = PACKAGE;
    details[node] = name;
  }

  /** The node means what {@code other} means. */
  void same(int node, int other) {
    meanings[node] = meanings[other] == BUSY ? UNKNOWN : meanings[other];
    types[node] = types[other];
    if (meanings[other] == PACKAGE || meanings[other] == MODULE) {
      details[node] = details[other];
    }
  }

  /** The type of a value, or the type that is named; unknown for everything else. */
  Type typeOf(int node) {
    Type type = types[node];
    return type == null ? Basic.UNKNOWN : type;
  }

  int moduleFile(int node) {
    return details[node] instanceof Integer file ? file : -1;
  }

  String packageName(int node) {
    return details[node] instanceof String name ? name : "";
  }

  /** Which callable the call at a node goes to, null while that is not known. */
  @Nullable Call call(int node) {
    return details[node] instanceof Call call ? call : null;
  }

  void call(int node, Call call) {
    details[node] = call;
  }
}
