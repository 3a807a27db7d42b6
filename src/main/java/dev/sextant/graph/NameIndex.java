package dev.sextant.graph;

import static dev.sextant.graph.GraphColumns.NAME_FIRST_SYMBOLS;
import static dev.sextant.graph.GraphColumns.NAME_OFFSETS;
import static dev.sextant.graph.GraphColumns.NAME_SYMBOLS;
import static dev.sextant.graph.GraphColumns.NAME_TEXT;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sextant.graph.columns.ColumnReader;
import dev.sextant.graph.columns.ColumnWriter;
import java.io.IOException;

/**
 * The names of a graph in the order of their code points, and the symbols that bear each.
 *
 * <p>A name's id is its index in that order. Some strings name no symbol: the graph keeps
 * namespaces and disambiguators in the same table.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class NameIndex {
  private final StringTable names;
  private final int[] firstSymbol;
  private final int[] symbols;

  /** The index of a graph, which is that of the graph before when all symbols have their names. */
  @SuppressWarnings("ReferenceEquality") // What did not change is the same object.
  static NameIndex linked(CodeGraph before, StringTable names, int[] nameOfSymbol) {
    SymbolTable symbols = before.symbols();
    return symbols.strings() == names && symbols.columns().name == nameOfSymbol
        ? before.names()
        : new NameIndex(names, nameOfSymbol);
  }

  /** Groups the symbols by the ids in {@code nameOfSymbol}, ascending in each group. */
  NameIndex(StringTable names, int[] nameOfSymbol) {
    this.names = names;
    firstSymbol = new int[names.count() + 1];
    for (int name : nameOfSymbol) {
      firstSymbol[name + 1]++;
    }
    Offsets.accumulate(firstSymbol);
    int[] next = firstSymbol.clone();
    symbols = new int[nameOfSymbol.length];
    for (int symbol = 0; symbol < nameOfSymbol.length; symbol++) {
      symbols[next[nameOfSymbol[symbol]]++] = symbol;
    }
  }

  private NameIndex(StringTable names, int[] firstSymbol, int[] symbols) {
    this.names = names;
    this.firstSymbol = firstSymbol;
    this.symbols = symbols;
  }

  /** How many strings there are. */
  public int count() {
    return names.count();
  }

  /** The string with number {@code name}; decodes it, so it allocates. */
  public String get(int name) {
    return names.get(name);
  }

  /** How many UTF-8 bytes the string has. */
  public int length(int name) {
    return names.length(name);
  }

  /** A byte of the UTF-8 form of the string. */
  public byte byteAt(int name, int index) {
    return names.byteAt(name, index);
  }

  /** The id of {@code string}, or -1 when the graph does not have it. */
  public int find(String string) {
    byte[] utf8 = string.getBytes(UTF_8);
    int at = firstAtOrAfter(utf8);
    return at < count() && names.compare(at, utf8) == 0 ? at : -1;
  }

  /** The id of the first string that begins with {@code prefix}; the count when there is none. */
  public int firstWithPrefix(String prefix) {
    byte[] utf8 = prefix.getBytes(UTF_8);
    int at = firstAtOrAfter(utf8);
    return at < count() && names.startsWith(at, utf8) ? at : count();
  }

  /** The id behind the last string that begins with {@code prefix}, or the count. */
  public int endWithPrefix(String prefix) {
    byte[] utf8 = prefix.getBytes(UTF_8);
    int low = firstWithPrefix(prefix);
    int high = count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (names.startsWith(middle, utf8)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many symbols bear {@code name}. */
  public int symbolCount(int name) {
    return firstSymbol[name + 1] - firstSymbol[name];
  }

  /** Symbol number {@code index} of those that bear {@code name}, in ascending order. */
  public int symbol(int name, int index) {
    return symbols[firstSymbol[name] + index];
  }

  /**
   * The place of symbol number {@code index} of {@code name} among all symbols in the order of
   * their names.
   */
  public int rank(int name, int index) {
    return firstSymbol[name] + index;
  }

  /** The symbol at place {@code rank} among all symbols in the order of their names. */
  public int symbolAtRank(int rank) {
    return symbols[rank];
  }

  /** The bytes that the names and the index hold. */
  public long sizeBytes() {
    return names.sizeBytes() + (long) Integer.BYTES * (firstSymbol.length + symbols.length);
  }

  void writeColumns(ColumnWriter to) throws IOException {
    names.writeColumns(to, NAME_TEXT, NAME_OFFSETS);
    to.ints(NAME_FIRST_SYMBOLS, firstSymbol);
    to.ints(NAME_SYMBOLS, symbols);
  }

  /** The strings that {@link #writeColumns} wrote. */
  static StringTable readNames(ColumnReader from) throws IOException {
    StringTable names = StringTable.readColumns(from, NAME_TEXT, NAME_OFFSETS);
    new ColumnBounds(from).require(names.isAscending(), NAME_TEXT, "is not in order");
    return names;
  }

  static NameIndex readColumns(ColumnReader from, StringTable names, int symbolCount)
      throws IOException {
    var index = new NameIndex(names, from.ints(NAME_FIRST_SYMBOLS), from.ints(NAME_SYMBOLS));
    var bounds = new ColumnBounds(from);
    bounds.length(NAME_FIRST_SYMBOLS, index.firstSymbol.length, names.count() + 1);
    bounds.length(NAME_SYMBOLS, index.symbols.length, symbolCount);
    bounds.groups(NAME_FIRST_SYMBOLS, index.firstSymbol, symbolCount);
    bounds.within(NAME_SYMBOLS, index.symbols, symbolCount);
    return index;
  }

  private int firstAtOrAfter(byte[] utf8) {
    int low = 0;
    int high = count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (names.compare(middle, utf8) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
