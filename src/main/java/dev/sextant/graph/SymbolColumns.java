package dev.sextant.graph;

import static dev.sextant.graph.GraphColumns.SYMBOL_BODY_STARTS;
import static dev.sextant.graph.GraphColumns.SYMBOL_CONTAINERS;
import static dev.sextant.graph.GraphColumns.SYMBOL_DISAMBIGUATORS;
import static dev.sextant.graph.GraphColumns.SYMBOL_ENDS;
import static dev.sextant.graph.GraphColumns.SYMBOL_KINDS;
import static dev.sextant.graph.GraphColumns.SYMBOL_NAMES;
import static dev.sextant.graph.GraphColumns.SYMBOL_NAME_LENGTHS;
import static dev.sextant.graph.GraphColumns.SYMBOL_NAME_STARTS;
import static dev.sextant.graph.GraphColumns.SYMBOL_STARTS;

import dev.sextant.graph.columns.ColumnReader;
import dev.sextant.graph.columns.ColumnWriter;
import java.io.IOException;
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
  private static final int FILE_CODE = SymbolKind.FILE.code();

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

  /** The columns of the graph before and of the blocks put together. */
  static SymbolColumns linked(SymbolColumns before, LinkLayout layout, LinkedNames names) {
    Splice splice = layout.symbols;
    SymbolColumns[] fresh =
        layout.blocks().stream().map(block -> block.symbols).toArray(SymbolColumns[]::new);
    int[] base = splice.blockBegins();
    var columns = new SymbolColumns(0);
    columns.count = splice.length();
    columns.name =
        splice.ints(before.name, names.moves(), i -> names.ranks(fresh[i].name, fresh[i].count));
    columns.disambiguator =
        splice.ints(
            before.disambiguator,
            names.moves(),
            i -> names.ranks(fresh[i].disambiguator, fresh[i].count));
    columns.container =
        splice.ints(before.container, splice.renumbering(), i -> fresh[i].containers(base[i]));
    columns.nameStart = splice.ints(before.nameStart, i -> fresh[i].nameStart);
    columns.nameLength = splice.shorts(before.nameLength, i -> fresh[i].nameLength);
    columns.start = splice.ints(before.start, i -> fresh[i].start);
    columns.bodyStart = splice.ints(before.bodyStart, i -> fresh[i].bodyStart);
    columns.end = splice.ints(before.end, i -> fresh[i].end);
    columns.kindAndModifiers = splice.ints(before.kindAndModifiers, i -> fresh[i].kindAndModifiers);
    return columns;
  }

  /** Whether these symbols share with others what their ids are made of. */
  @SuppressWarnings("ReferenceEquality") // What did not change is the same object.
  boolean isNamedLike(SymbolColumns other) {
    return name == other.name
        && disambiguator == other.disambiguator
        && container == other.container
        && kindAndModifiers == other.kindAndModifiers;
  }

  private int[] containers(int base) {
    var moved = new int[count];
    for (int symbol = 0; symbol < count; symbol++) {
      moved[symbol] = container[symbol] < 0 ? -1 : container[symbol] + base;
    }
    return moved;
  }

  long sizeBytes() {
    return (8L * Integer.BYTES + Short.BYTES) * name.length;
  }

  void writeColumns(ColumnWriter to) throws IOException {
    if (count != name.length) {
      throw new IllegalStateException("writing " + name.length + " rows for " + count + " symbols");
    }
    to.ints(SYMBOL_NAMES, name);
    to.ints(SYMBOL_DISAMBIGUATORS, disambiguator);
    to.ints(SYMBOL_CONTAINERS, container);
    to.ints(SYMBOL_NAME_STARTS, nameStart);
    to.shorts(SYMBOL_NAME_LENGTHS, nameLength);
    to.ints(SYMBOL_STARTS, start);
    to.ints(SYMBOL_BODY_STARTS, bodyStart);
    to.ints(SYMBOL_ENDS, end);
    to.ints(SYMBOL_KINDS, kindAndModifiers);
  }

  static SymbolColumns readColumns(ColumnReader from, FileTable files, int nameCount)
      throws IOException {
    var columns = new SymbolColumns(0);
    columns.count = files.firstSymbol(files.count());
    columns.name = from.ints(SYMBOL_NAMES);
    columns.disambiguator = from.ints(SYMBOL_DISAMBIGUATORS);
    columns.container = from.ints(SYMBOL_CONTAINERS);
    columns.nameStart = from.ints(SYMBOL_NAME_STARTS);
    columns.nameLength = from.shorts(SYMBOL_NAME_LENGTHS);
    columns.start = from.ints(SYMBOL_STARTS);
    columns.bodyStart = from.ints(SYMBOL_BODY_STARTS);
    columns.end = from.ints(SYMBOL_ENDS);
    columns.kindAndModifiers = from.ints(SYMBOL_KINDS);
    columns.check(new ColumnBounds(from), files, nameCount);
    return columns;
  }

  private void check(ColumnBounds bounds, FileTable files, int nameCount) throws IOException {
    bounds.length(SYMBOL_NAMES, name.length, count);
    bounds.length(SYMBOL_DISAMBIGUATORS, disambiguator.length, count);
    bounds.length(SYMBOL_CONTAINERS, container.length, count);
    bounds.length(SYMBOL_NAME_STARTS, nameStart.length, count);
    bounds.length(SYMBOL_NAME_LENGTHS, nameLength.length, count);
    bounds.length(SYMBOL_STARTS, start.length, count);
    bounds.length(SYMBOL_BODY_STARTS, bodyStart.length, count);
    bounds.length(SYMBOL_ENDS, end.length, count);
    bounds.length(SYMBOL_KINDS, kindAndModifiers.length, count);
    bounds.within(SYMBOL_NAMES, name, nameCount);
    bounds.within(SYMBOL_DISAMBIGUATORS, disambiguator, nameCount);
    for (int file = 0; file < files.count(); file++) {
      int first = files.firstSymbol(file);
      int units = files.lines(file).utf16Length();
      boolean placed = container[first] == -1;
      boolean inside = true;
      boolean kinds = true;
      for (int symbol = first; symbol < files.endSymbol(file); symbol++) {
        placed &= symbol == first || (first <= container[symbol] && container[symbol] < symbol);
        inside &= 0 <= nameStart[symbol] && nameStart[symbol] <= units;
        inside &= nameEnd(symbol) <= units;
        inside &= 0 <= start[symbol] && start[symbol] <= bodyStart[symbol];
        inside &= bodyStart[symbol] <= end[symbol] && end[symbol] <= units;
        int code = kindAndModifiers[symbol] >>> KIND_SHIFT;
        kinds &= SymbolKind.isGraphCode(code) && (symbol == first) == (code == FILE_CODE);
      }
      bounds.require(placed, SYMBOL_CONTAINERS, "has a container that is not around its symbol");
      bounds.require(inside, SYMBOL_STARTS, "or its like has a place outside of its file");
      bounds.require(kinds, SYMBOL_KINDS, "has a kind that does not belong there");
    }
  }
}
