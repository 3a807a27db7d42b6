package dev.sextant.graph;

import dev.sextant.graph.columns.ColumnReader;
import dev.sextant.graph.columns.ColumnWriter;
import dev.sextant.source.Position;
import dev.sextant.source.Range;
import java.io.IOException;

/**
 * The symbols of a graph by ordinal: file after file, in pre-order inside each.
 *
 * <p>Offsets are UTF-16 units in the symbol's file. A name longer than 65,535 units is placed with
 * that length.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class SymbolTable {
  private final SymbolColumns columns;
  private final StringTable names;
  private final FileTable files;

  SymbolTable(SymbolColumns columns, StringTable names, FileTable files) {
    this.columns = columns;
    this.names = names;
    this.files = files;
  }

  /** How many symbols there are. */
  public int count() {
    return columns.count;
  }

  /** What {@code symbol} is. */
  public SymbolKind kind(int symbol) {
    return columns.kind(symbol);
  }

  /** The simple name of {@code symbol}; decodes it, so it allocates. */
  public String name(int symbol) {
    return names.get(columns.name[symbol]);
  }

  /** The name id of {@code symbol}. */
  public int nameId(int symbol) {
    return columns.name[symbol];
  }

  /** What tells {@code symbol} from its overloads; usually empty, else its parameter types. */
  public String disambiguator(int symbol) {
    return names.get(columns.disambiguator[symbol]);
  }

  /** The name id of {@link #disambiguator}. */
  public int disambiguatorId(int symbol) {
    return columns.disambiguator[symbol];
  }

  /** The symbol that {@code symbol} is declared in, or -1 for a file. */
  public int container(int symbol) {
    return columns.container[symbol];
  }

  /** The bits of {@link Modifiers} that {@code symbol} has. */
  public int modifiers(int symbol) {
    return columns.modifiers(symbol);
  }

  /** The file that {@code symbol} stands in, by binary search. */
  public int file(int symbol) {
    return files.fileOf(symbol);
  }

  /** Where the name of {@code symbol} starts. */
  public int nameStart(int symbol) {
    return columns.nameStart[symbol];
  }

  /** Where the name of {@code symbol} ends. */
  public int nameEnd(int symbol) {
    return columns.nameEnd(symbol);
  }

  /** Where the whole declaration of {@code symbol} starts. */
  public int start(int symbol) {
    return columns.start[symbol];
  }

  /**
   * Where the signature of {@code symbol} ends and its body begins; the end of the declaration
   * without a body.
   */
  public int bodyStart(int symbol) {
    return columns.bodyStart[symbol];
  }

  /** Where the whole declaration of {@code symbol} ends. */
  public int end(int symbol) {
    return columns.end[symbol];
  }

  /** The place of the name of {@code symbol}. */
  public Range nameRange(int symbol) {
    return files.lines(file(symbol)).range(nameStart(symbol), nameEnd(symbol));
  }

  /** Where the name of {@code symbol} starts, as line and character. */
  public Position namePosition(int symbol) {
    return files.lines(file(symbol)).position(nameStart(symbol));
  }

  /** The place of the whole declaration of {@code symbol}. */
  public Range range(int symbol) {
    return files.lines(file(symbol)).range(start(symbol), end(symbol));
  }

  SymbolColumns columns() {
    return columns;
  }

  /** All strings that symbols and files name by ids. */
  StringTable strings() {
    return names;
  }

  void writeColumns(ColumnWriter to) throws IOException {
    columns.writeColumns(to);
  }

  static SymbolTable readColumns(ColumnReader from, StringTable names, FileTable files)
      throws IOException {
    return new SymbolTable(SymbolColumns.readColumns(from, files, names.count()), names, files);
  }

  /** The bytes that the columns hold, those of the names not counted. */
  public long sizeBytes() {
    return columns.sizeBytes();
  }
}
