package dev.sextant.syntax;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The symbols of a grammar as an extractor's own constants, so that it can {@code switch} on them.
 *
 * <p>Every symbol of a name gets the same kind; symbols that were not mentioned have kind 0. A name
 * that the grammar does not have is refused, so a misspelt one shows in the first test.
 *
 * <p>It asks the native library: build it in a constructor, never in a static initialiser.
 *
 * <p><b>Threads:</b> immutable. <b>Cost:</b> {@link #of} is one array read.
 */
public final class NodeKinds {
  private final short[] kinds;
  private final short errorKind;

  private NodeKinds(short[] kinds, short errorKind) {
    this.kinds = kinds;
    this.errorKind = errorKind;
  }

  /** Starts the kinds of a grammar. */
  public static Builder of(Grammar grammar) {
    return new Builder(grammar);
  }

  /** The kind of a symbol, 0 when it has none. */
  public int of(int symbol) {
    return symbol == SyntaxTree.ERROR ? errorKind : kinds[symbol];
  }

  /** The kind of a node of a tree of this grammar, 0 when it has none. */
  public int of(SyntaxTree tree, int node) {
    return of(tree.symbol(node));
  }

  /** Collects names with their kinds. Kinds are from 1 to 32767; several names may share one. */
  public static final class Builder {
    private final Grammar grammar;
    private final Map<String, Short> nodes = new LinkedHashMap<>();
    private final Map<String, Short> tokens = new LinkedHashMap<>();
    private final Set<String> optional = new HashSet<>();
    private short errorKind;

    private Builder(Grammar grammar) {
      this.grammar = grammar;
    }

    /** Gives named nodes of this name a kind. */
    @CanIgnoreReturnValue
    public Builder node(String name, int kind) {
      put(nodes, name, kind);
      return this;
    }

    /** Like {@link #node}, for a name that only some grammars of a family have. */
    @CanIgnoreReturnValue
    public Builder nodeWherePresent(String name, int kind) {
      put(nodes, name, kind);
      optional.add(name);
      return this;
    }

    /** Gives a literal token of the grammar, such as {@code static}, a kind. */
    @CanIgnoreReturnValue
    public Builder token(String text, int kind) {
      put(tokens, text, kind);
      return this;
    }

    /** Gives ERROR nodes a kind. */
    @CanIgnoreReturnValue
    public Builder error(int kind) {
      errorKind = checked(kind, "ERROR");
      return this;
    }

    /** Looks the names up. */
    public NodeKinds build() {
      short[] kinds = new short[grammar.symbolCount()];
      Set<String> unseen = new HashSet<>(nodes.keySet());
      Set<String> unseenTokens = new HashSet<>(tokens.keySet());
      for (int symbol = 0; symbol < kinds.length; symbol++) {
        String name = grammar.symbolName(symbol);
        if (grammar.isNamed(symbol)) {
          kinds[symbol] = nodes.getOrDefault(name, (short) 0);
          unseen.remove(name);
        } else if (grammar.isToken(symbol)) {
          kinds[symbol] = tokens.getOrDefault(name, (short) 0);
          unseenTokens.remove(name);
        }
      }
      unseen.removeAll(optional);
      refuse(unseen, "node");
      refuse(unseenTokens, "token");
      return new NodeKinds(kinds, errorKind);
    }

    private void refuse(Set<String> names, String what) {
      for (String name : names) {
        throw new IllegalArgumentException(
            "the " + grammar.wireName() + " grammar has no " + what + " named " + name);
      }
    }

    private void put(Map<String, Short> into, String name, int kind) {
      if (into.put(name, checked(kind, name)) != null) {
        throw new IllegalArgumentException(
            "the " + grammar.wireName() + " kind of " + name + " is given twice");
      }
    }

    private static short checked(int kind, String name) {
      if (kind < 1 || kind > Short.MAX_VALUE) {
        throw new IllegalArgumentException(
            "the kind of " + name + " must be from 1 to " + Short.MAX_VALUE + ", it is " + kind);
      }
      return (short) kind;
    }
  }
}
