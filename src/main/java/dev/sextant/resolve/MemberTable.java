package dev.sextant.resolve;

import dev.sextant.lang.FileFacts;
import dev.sextant.lang.ScopeKind;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The declarations of a scope by name: (scope, name) to the last one declared, older ones chained.
 *
 * <p><b>Threads:</b> filled by one thread, then immutable.
 */
final class MemberTable {
  private long[] keys;
  private int[] values;
  private final int[] older;
  private int count;

  /** A table for declarations numbered below {@code declarationCount}, about {@code expected}. */
  MemberTable(int declarationCount, int expected) {
    int room = Integer.highestOneBit(Math.max(8, expected)) << 1;
    keys = new long[room];
    values = new int[room];
    older = new int[declarationCount];
    Arrays.fill(older, -1);
    Arrays.fill(values, -1);
  }

  /** What the types of a file and the file itself declare; {@code nameId} gives ids of strings. */
  static MemberTable of(FileFacts facts, IntUnaryOperator nameId) {
    var table = new MemberTable(facts.declarationCount(), facts.declarationCount() / 2);
    for (int local = 1; local < facts.declarationCount(); local++) {
      int scope = facts.scopeOf(local);
      int kind = facts.scopeKind(scope);
      if (kind == ScopeKind.TYPE || kind == ScopeKind.FILE) {
        table.add(scope, nameId.applyAsInt(facts.name(local)), local);
      }
    }
    return table;
  }

  void add(int scope, int name, int declaration) {
    if (2 * count >= keys.length) {
      grow();
    }
    int slot = slot(keys, values, key(scope, name));
    if (values[slot] < 0) {
      count++;
    }
    keys[slot] = key(scope, name);
    older[declaration] = values[slot];
    values[slot] = declaration;
  }

  /** The last declaration of {@code name} in {@code scope}, or -1. */
  int last(int scope, int name) {
    return values[slot(keys, values, key(scope, name))];
  }

  /** The declaration of the same name in the same scope before this one, or -1. */
  int older(int declaration) {
    return older[declaration];
  }

  long sizeBytes() {
    return (long) Long.BYTES * keys.length + (long) Integer.BYTES * (values.length + older.length);
  }

  private void grow() {
    long[] newKeys = new long[2 * keys.length];
    int[] newValues = new int[2 * keys.length];
    Arrays.fill(newValues, -1);
    for (int i = 0; i < keys.length; i++) {
      if (values[i] >= 0) {
        int slot = slot(newKeys, newValues, keys[i]);
        newKeys[slot] = keys[i];
        newValues[slot] = values[i];
      }
    }
    keys = newKeys;
    values = newValues;
  }

  private static long key(int scope, int name) {
    return (long) scope << 32 | name;
  }

  private static int slot(long[] keys, int[] values, long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (values[slot] >= 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
