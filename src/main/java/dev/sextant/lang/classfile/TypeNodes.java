package dev.sextant.lang.classfile;

import dev.sextant.lang.FactsBuilder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes of the written types of one file, each made once.
 *
 * <p>A type that names a type variable means something in its scope only and is shared inside that
 * scope; any other is shared in the whole file.
 *
 * <p><b>Threads:</b> confined to its reader.
 */
final class TypeNodes {
  private static final int ANYWHERE = -1;

  private record Key(int form, int name, int first, int list, int scope) {}

  private final FactsBuilder facts;
  private final Map<Key, Integer> nodes = new HashMap<>();
  private final Map<List<Integer>, Integer> lists = new HashMap<>();
  private final BitSet openNodes = new BitSet();
  private int[] stack = new int[32];
  private int top;

  TypeNodes(FactsBuilder facts) {
    this.facts = facts;
  }

  /** Forgets the file before. */
  void clear() {
    nodes.clear();
    lists.clear();
    openNodes.clear();
    top = 0;
  }

  /** A type variable by name. */
  int variable(int form, int name) {
    return node(new Key(form, name, -1, -1, facts.scope()));
  }

  /** A node of a form; its list is what was pushed since {@code mark}, none when that is -1. */
  int node(int form, int name, int first, int mark) {
    boolean open = first >= 0 && openNodes.get(first);
    for (int i = mark; mark >= 0 && i < top; i++) {
      open |= openNodes.get(stack[i]);
    }
    int list = mark < 0 ? -1 : list(mark);
    return node(new Key(form, name, first, list, open ? facts.scope() : ANYWHERE));
  }

  private int node(Key key) {
    Integer known = nodes.get(key);
    if (known != null) {
      return known;
    }
    int node = facts.node(key.form, null, key.name, key.first, key.list, 0, 0);
    nodes.put(key, node);
    openNodes.set(node, key.scope != ANYWHERE);
    return node;
  }

  /** Where a list that is started now begins. */
  int mark() {
    return top;
  }

  /** Adds to the list that was started last. */
  void push(int id) {
    if (top == stack.length) {
      stack = Arrays.copyOf(stack, 2 * top);
    }
    stack[top++] = id;
  }

  /** How many were pushed since {@code mark}. */
  int since(int mark) {
    return top - mark;
  }

  /** Takes back what was pushed since {@code mark}. */
  void drop(int mark) {
    top = mark;
  }

  /** Takes back the first that was pushed since {@code mark} and gives it. */
  int takeFirst(int mark) {
    int first = stack[mark];
    System.arraycopy(stack, mark + 1, stack, mark, top - mark - 1);
    top--;
    return first;
  }

  /** The one that was pushed {@code i} places after {@code mark}. */
  int pushed(int mark, int i) {
    return stack[mark + i];
  }

  /** The list of what was pushed since {@code mark}; that is taken back. */
  int list(int mark) {
    int[] items = Arrays.copyOfRange(stack, mark, top);
    top = mark;
    return lists.computeIfAbsent(
        Arrays.stream(items).boxed().toList(), _ -> facts.list(items, items.length));
  }
}
