package dev.sextant.graph;

import java.util.Arrays;

/**
 * The columns of the occurrences of one file, as linking it produced them.
 *
 * <p>Shape: entry {@code i} of every array belongs to occurrence {@code i}. After {@link
 * #sortedByEnclosing} the order is by enclosing symbol, then by start, then as added; the
 * occurrences of symbol {@code s} are {@code firstOfSymbol[s] .. firstOfSymbol[s + 1]}. A length
 * above {@link SymbolColumns#MAX_LENGTH} is kept as that.
 *
 * <p><b>Threads:</b> confined to its builder until sorted, immutable afterwards.
 */
final class OccurrenceColumns {
  private static final int EVIDENCE_BITS = 2;

  int[] enclosing;
  int[] start;
  short[] length;
  int[] targetFile;
  int[] targetSymbol;
  byte[] use;
  int count;

  OccurrenceColumns(int capacity) {
    enclosing = new int[capacity];
    start = new int[capacity];
    length = new short[capacity];
    targetFile = new int[capacity];
    targetSymbol = new int[capacity];
    use = new byte[capacity];
  }

  /** Role and evidence in one byte. */
  static byte pack(Role role, Evidence evidence) {
    return (byte) (role.code() << EVIDENCE_BITS | evidence.code());
  }

  static Role role(byte use) {
    return Role.ofCode(use >>> EVIDENCE_BITS);
  }

  static Evidence evidence(byte use) {
    return Evidence.ofCode(use & (1 << EVIDENCE_BITS) - 1);
  }

  /** Whether every byte is a role and an evidence. */
  static boolean areUses(byte[] uses) {
    boolean all = true;
    for (byte use : uses) {
      all &= Role.isCode(use >>> EVIDENCE_BITS);
    }
    return all;
  }

  void add(int enclosing, int start, int length, int targetFile, int targetSymbol, byte use) {
    if (count == this.start.length) {
      resize(Math.max(16, 2 * count));
    }
    this.enclosing[count] = enclosing;
    this.start[count] = start;
    this.length[count] = (short) Math.min(length, SymbolColumns.MAX_LENGTH);
    this.targetFile[count] = targetFile;
    this.targetSymbol[count] = targetSymbol;
    this.use[count] = use;
    count++;
  }

  /**
   * The same occurrences ordered as the class says, without spare entries and without the enclosing
   * column.
   */
  OccurrenceColumns sortedByEnclosing(int[] firstOfSymbol) {
    int[] byStart = byStart();
    int symbols = firstOfSymbol.length - 1;
    for (int i = 0; i < count; i++) {
      firstOfSymbol[enclosing[i] + 1]++;
    }
    for (int symbol = 0; symbol < symbols; symbol++) {
      firstOfSymbol[symbol + 1] += firstOfSymbol[symbol];
    }
    int[] next = Arrays.copyOf(firstOfSymbol, symbols);
    var sorted = new OccurrenceColumns(count);
    for (int from : byStart) {
      int to = next[enclosing[from]]++;
      sorted.start[to] = start[from];
      sorted.length[to] = length[from];
      sorted.targetFile[to] = targetFile[from];
      sorted.targetSymbol[to] = targetSymbol[from];
      sorted.use[to] = use[from];
    }
    sorted.enclosing = new int[0];
    sorted.count = count;
    return sorted;
  }

  private int[] byStart() {
    var keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = (long) start[i] << 32 | i;
    }
    Arrays.sort(keys);
    var order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  private void resize(int capacity) {
    enclosing = Arrays.copyOf(enclosing, capacity);
    start = Arrays.copyOf(start, capacity);
    length = Arrays.copyOf(length, capacity);
    targetFile = Arrays.copyOf(targetFile, capacity);
    targetSymbol = Arrays.copyOf(targetSymbol, capacity);
    use = Arrays.copyOf(use, capacity);
  }
}
