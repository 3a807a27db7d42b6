package dev.sextant.graph;

import java.util.Arrays;

/**
 * The columns of some symbols, in pre-order: of one file while its block is built, or of a whole
 * graph.
 *
 * <p>Shape: entry {@code i} of every array belongs to symbol {@code i}; entries from {@code count}
 * on are spare. Containers are ordinals among the same symbols, or -1. Offsets are UTF-16 units in
 * the symbol's file. A name longer than {@link #MAX_LENGTH} units is kept with that length.
 *
 * <p><b>Threads:</b> confined to its builder until that is done, immutable afterwards.
 */
final class SymbolColumns {
  static final int MAX_LENGTH = 0xffff;
  private static final int KIND_SHIFT = Modifiers.BITS;

  int[] name;
  int[] disambiguator;
  int[] container;
  int[] nameStart;
  short[] nameLength;
  int[] start;
  int[] bodyStart;
  int[] end;
  int[] kindAndModifiers;
  int count;

  SymbolColumns(int capacity) {
    name = new int[capacity];
    disambiguator = new int[capacity];
    container = new int[capacity];
    nameStart = new int[capacity];
    nameLength = new short[capacity];
    start = new int[capacity];
    bodyStart = new int[capacity];
    end = new int[capacity];
    kindAndModifiers = new int[capacity];
  }

  /** Bytes that the columns hold. */
  long columnBytes() {
    return (8L * Integer.BYTES + Short.BYTES) * name.length;
  }

  static int pack(SymbolKind kind, int modifiers) {
    return kind.code() << KIND_SHIFT | modifiers;
  }

  SymbolKind kind(int symbol) {
    return SymbolKind.ofCode(kindAndModifiers[symbol] >>> KIND_SHIFT);
  }

  int modifiers(int symbol) {
    return kindAndModifiers[symbol] & (1 << KIND_SHIFT) - 1;
  }

  int nameEnd(int symbol) {
    return nameStart[symbol] + (nameLength[symbol] & MAX_LENGTH);
  }

  /** Gives every array {@code capacity} entries; drops those past it. */
  void resize(int capacity) {
    name = Arrays.copyOf(name, capacity);
    disambiguator = Arrays.copyOf(disambiguator, capacity);
    container = Arrays.copyOf(container, capacity);
    nameStart = Arrays.copyOf(nameStart, capacity);
    nameLength = Arrays.copyOf(nameLength, capacity);
    start = Arrays.copyOf(start, capacity);
    bodyStart = Arrays.copyOf(bodyStart, capacity);
    end = Arrays.copyOf(end, capacity);
    kindAndModifiers = Arrays.copyOf(kindAndModifiers, capacity);
  }

  /**
   * Appends all symbols of {@code block}, moving containers by the count so far. Names keep the ids
   * they have in the block.
   */
  void append(SymbolColumns block) {
    int at = count;
    int more = block.count;
    System.arraycopy(block.name, 0, name, at, more);
    System.arraycopy(block.disambiguator, 0, disambiguator, at, more);
    System.arraycopy(block.nameStart, 0, nameStart, at, more);
    System.arraycopy(block.nameLength, 0, nameLength, at, more);
    System.arraycopy(block.start, 0, start, at, more);
    System.arraycopy(block.bodyStart, 0, bodyStart, at, more);
    System.arraycopy(block.end, 0, end, at, more);
    System.arraycopy(block.kindAndModifiers, 0, kindAndModifiers, at, more);
    for (int i = 0; i < more; i++) {
      int local = block.container[i];
      container[at + i] = local < 0 ? -1 : local + at;
    }
    count += more;
  }

  long sizeBytes() {
    return (8L * Integer.BYTES + Short.BYTES) * name.length;
  }
}
