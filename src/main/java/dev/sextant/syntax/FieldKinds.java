package dev.sextant.syntax;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of a grammar as an extractor's own constants; what {@link NodeKinds} is for symbols.
 *
 * <p>It asks the native library: build it in a constructor, never in a static initialiser.
 *
 * <p><b>Threads:</b> immutable. <b>Cost:</b> {@link #of} is one array read.
 */
public final class FieldKinds {
  private final byte[] kinds;

  private FieldKinds(byte[] kinds) {
    this.kinds = kinds;
  }

  /** Starts the kinds of a grammar. */
  public static Builder of(Grammar grammar) {
    return new Builder(grammar);
  }

  /** The kind of a field, 0 when it has none. */
  public int of(int field) {
    return kinds[field];
  }

  /** The kind of the field that a node fills, 0 when it fills none that has a kind. */
  public int of(SyntaxTree tree, int node) {
    return kinds[tree.field(node)];
  }

  /** The first child whose field has a kind, -1 for none. Cost: the children passed. */
  public int child(SyntaxTree tree, int node, int kind) {
    int end = tree.after(node);
    for (int child = node + 1; child < end; child = tree.after(child)) {
      if (kinds[tree.field(child)] == kind) {
        return child;
      }
    }
    return -1;
  }

  /** Collects names with their kinds. Kinds are from 1 to 127; several names may share one. */
  public static final class Builder {
    private final Grammar grammar;
    private final Map<String, Byte> fields = new LinkedHashMap<>();
    private final Map<String, Byte> optional = new LinkedHashMap<>();

    private Builder(Grammar grammar) {
      this.grammar = grammar;
    }

    /** Gives a field a kind. */
    @CanIgnoreReturnValue
    public Builder field(String name, int kind) {
      put(fields, name, kind);
      return this;
    }

    /** Like {@link #field}, for a name that only some grammars of a family have. */
    @CanIgnoreReturnValue
    public Builder fieldWherePresent(String name, int kind) {
      put(optional, name, kind);
      return this;
    }

    /** Looks the names up. */
    public FieldKinds build() {
      byte[] kinds = new byte[grammar.fieldCount() + 1];
      Map<String, Byte> unseen = new LinkedHashMap<>(fields);
      for (int field = 1; field < kinds.length; field++) {
        String name = grammar.fieldName(field);
        Byte kind = unseen.remove(name);
        kinds[field] = kind != null ? kind : optional.getOrDefault(name, (byte) 0);
      }
      for (String name : unseen.keySet()) {
        throw new IllegalArgumentException(
            "the " + grammar.wireName() + " grammar has no field named " + name);
      }
      return new FieldKinds(kinds);
    }

    private void put(Map<String, Byte> into, String name, int kind) {
      if (kind < 1 || kind > Byte.MAX_VALUE) {
        throw new IllegalArgumentException(
            "the kind of " + name + " must be from 1 to " + Byte.MAX_VALUE + ", it is " + kind);
      }
      if (fields.containsKey(name) || optional.containsKey(name)) {
        throw new IllegalArgumentException(
            "the " + grammar.wireName() + " kind of " + name + " is given twice");
      }
      into.put(name, (byte) kind);
    }
  }
}
