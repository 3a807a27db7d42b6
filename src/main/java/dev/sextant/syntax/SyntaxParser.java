package dev.sextant.syntax;

import com.google.errorprone.annotations.MustBeClosed;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A parser for all grammars, with the memory it parses in.
 *
 * <p>It owns one {@link SyntaxTree}, which every parse overwrites, and native memory, which {@link
 * #close} gives back. One is meant to parse many files: a worker opens it once.
 *
 * <p><b>Threads:</b> confined to its creating thread, which is checked; only {@link #close} may
 * come from another thread, after the last parse has returned.
 *
 * <p><b>Cost:</b> one native call a file, two when the tree outgrew the array. Between files it
 * keeps the memory that a file of ordinary size needs: about 10 MB native and 12 MB heap at the
 * most.
 */
public final class SyntaxParser implements AutoCloseable {
  private static final int FIRST_NODES = 16 * 1024;

  /** A node array larger than this is not kept for the next file. */
  private static final int KEPT_NODES = 512 * 1024;

  private static final AtomicInteger OPEN = new AtomicInteger();

  private final Thread owner = Thread.currentThread();
  private final SyntaxTree tree;
  private final ParseOutcome parsed;
  private long handle;

  private SyntaxParser(long handle, int nodes) {
    this.handle = handle;
    this.tree = new SyntaxTree(nodes);
    this.parsed = new ParseOutcome.Parsed(tree);
  }

  /** How many parsers of this process were opened and not closed. */
  public static int openCount() {
    return OPEN.get();
  }

  /** Opens a parser for the current thread, loading the native library if nobody has. */
  @MustBeClosed
  public static SyntaxParser open() {
    return open(FIRST_NODES);
  }

  @MustBeClosed
  static SyntaxParser open(int nodes) {
    SyntaxLibrary.load();
    long handle = NativeSyntax.open();
    if (handle == 0) {
      throw new OutOfMemoryError("opening a syntax parser: no native memory left");
    }
    OPEN.incrementAndGet();
    return new SyntaxParser(handle, nodes);
  }

  /**
   * Parses {@code utf8[0..length)}. Text that is not UTF-8 gives ERROR nodes, like any other text
   * that the grammar has no place for.
   */
  public ParseOutcome parse(Grammar grammar, byte[] utf8, int length, ParseLimits limits) {
    if (!Thread.currentThread().equals(owner)) {
      throw new IllegalStateException(
          "a syntax parser is used by the thread that opened it: opened by "
              + owner.getName()
              + ", used by "
              + Thread.currentThread().getName());
    }
    if (handle == 0) {
      throw new IllegalStateException("the syntax parser is closed");
    }
    if (length < 0 || length > utf8.length) {
      throw new IndexOutOfBoundsException(length + " bytes of " + utf8.length);
    }
    if (length > limits.maxBytes()) {
      return new ParseOutcome.Failed(
          "the file has " + length + " bytes, more than the limit of " + limits.maxBytes());
    }
    if (tree.capacity() > KEPT_NODES) {
      tree.resize(FIRST_NODES);
    }
    int code =
        NativeSyntax.parse(
            handle,
            grammar.code(),
            utf8,
            length,
            limits.budgetMicros(),
            limits.parserBytes(),
            tree.nodes(),
            tree.summary());
    if (code == NativeSyntax.GROW) {
      int needed = tree.size();
      if (needed > Math.min(limits.maxNodes(), SyntaxTree.MOST_NODES)) {
        NativeSyntax.drop(handle);
        return new ParseOutcome.Failed(
            "the tree has " + needed + " nodes, more than the limit of " + limits.maxNodes());
      }
      code = grow(needed);
    } else if (code == NativeSyntax.OK && tree.size() > limits.maxNodes()) {
      return new ParseOutcome.Failed(
          "the tree has " + tree.size() + " nodes, more than the limit of " + limits.maxNodes());
    }
    return outcome(code, grammar, limits);
  }

  private int grow(int needed) {
    try {
      tree.resize((int) Math.min(needed + (long) needed / 2, SyntaxTree.MOST_NODES));
    } catch (OutOfMemoryError e) {
      NativeSyntax.drop(handle);
      throw e;
    }
    return NativeSyntax.flatten(handle, tree.nodes(), tree.summary());
  }

  private ParseOutcome outcome(int code, Grammar grammar, ParseLimits limits) {
    return switch (code) {
      case NativeSyntax.OK -> parsed;
      case NativeSyntax.BUDGET_EXCEEDED -> new ParseOutcome.BudgetExceeded(limits.budget());
      case NativeSyntax.NO_MEMORY -> new ParseOutcome.Failed("the parser ran out of native memory");
      case NativeSyntax.TOO_LARGE ->
          new ParseOutcome.Failed(
              "the parser needed more memory than the limit of " + limits.parserBytes() + " bytes");
      case NativeSyntax.BAD_GRAMMAR ->
          new ParseOutcome.Failed(
              "the native library cannot read its "
                  + grammar.wireName()
                  + " grammar: it was built from versions that do not fit each other");
      case NativeSyntax.GAVE_UP ->
          new ParseOutcome.Failed("the " + grammar.wireName() + " parser gave up on the text");
      default -> throw new IllegalStateException("the native parser returned " + code);
    };
  }

  /** Gives the native memory back. Closing twice is harmless. */
  @Override
  public void close() {
    long closing = handle;
    handle = 0;
    if (closing != 0) {
      NativeSyntax.close(closing);
      OPEN.decrementAndGet();
    }
  }
}
