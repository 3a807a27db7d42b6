package dev.sextant.lang.python;

import java.util.Arrays;

/**
 * The first declaration of each name in each scope of one file; a generated module may declare
 * thousands. Confined to its owner.
 */
final class DeclaredNames {
  private long[] keys = new long[1 << 8];
  private int[] declarations = new int[1 << 8];
  private int count;

  void clear() {
    Arrays.fill(declarations, 0);
    count = 0;
  }

  /** The first declaration of {@code name} in {@code scope}, or -1. */
  int find(int scope, int name) {
    return declarations[slot(key(scope, name))] - 1;
  }

  /** Remembers a declaration, unless the scope had one of this name. */
  void add(int scope, int name, int declaration) {
    long key = key(scope, name);
    int slot = slot(key);
    if (declarations[slot] != 0) {
      return;
    }
    keys[slot] = key;
    declarations[slot] = declaration + 1;
    if (2 * ++count > keys.length) {
      grow();
    }
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] old = declarations;
    keys = new long[2 * oldKeys.length];
    declarations = new int[keys.length];
    for (int i = 0; i < old.length; i++) {
      if (old[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        declarations[slot] = old[i];
      }
    }
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (declarations[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static long key(int scope, int name) {
    return ((long) scope << 32) | name;
  }
}
