package dev.sextant.syntax;

import org.jspecify.annotations.Nullable;

/**
 * The functions of the native library, one for one. {@link SyntaxLibrary#load} comes first.
 *
 * <p>A handle is an address: a wrong or closed one takes the process down. {@link SyntaxParser}
 * holds the only ones.
 *
 * <p><b>Threads:</b> a handle is used by one thread at a time; the functions without a handle are
 * thread-safe.
 */
final class NativeSyntax {
  static final int OK = 0;
  static final int GROW = 1;
  static final int BUDGET_EXCEEDED = 2;
  static final int NO_MEMORY = 3;
  static final int BAD_ARGUMENT = 4;
  static final int BAD_GRAMMAR = 5;
  static final int GAVE_UP = 6;
  static final int NO_TREE = 7;
  static final int TOO_LARGE = 8;

  static final int SYMBOL_NAMED = 0;
  static final int SYMBOL_TOKEN = 1;

  private NativeSyntax() {}

  /** A new session, 0 when memory ran out. */
  static native long open();

  /** Frees a session. */
  static native void close(long handle);

  /**
   * Parses {@code source[0..length)} and writes the tree to {@code nodes} and its counts to {@code
   * summary}. After GROW the session keeps the tree for {@link #flatten} or {@link #drop}.
   */
  static native int parse(
      long handle,
      int grammar,
      byte[] source,
      int length,
      long budgetMicros,
      long limitBytes,
      int[] nodes,
      int[] summary);

  /** Writes the kept tree, as {@link #parse} does. */
  static native int flatten(long handle, int[] nodes, int[] summary);

  /** Frees the kept tree, if any. */
  static native void drop(long handle);

  static native int symbolCount(int grammar);

  static native @Nullable String symbolName(int grammar, int symbol);

  static native int symbolType(int grammar, int symbol);

  static native int fieldCount(int grammar);

  static native @Nullable String fieldName(int grammar, int field);
}
