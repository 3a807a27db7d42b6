package dev.sextant.graph;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.columns.ColumnReader;
import dev.sextant.graph.columns.ColumnWriter;
import java.io.IOException;
import java.util.List;

/**
 * All blocks of a workspace joined: its files, symbols, occurrences and relations, and what finds
 * them.
 *
 * <p>Symbols are numbered file after file, files in the order of their paths; see {@link
 * SymbolTable} and {@link OccurrenceTable} for the orders that follow from this. Ordinals mean
 * something inside this graph only.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class CodeGraph {
  private final FileTable files;
  private final SymbolTable symbols;
  private final OccurrenceTable occurrences;
  private final SupertypeTable supertypes;
  private final NameIndex names;
  private final Homonyms homonyms;
  private final PlaceIndex places;
  private final ScipSymbol ids;

  CodeGraph(
      FileTable files,
      SymbolTable symbols,
      OccurrenceTable occurrences,
      SupertypeTable supertypes,
      NameIndex names,
      Homonyms homonyms) {
    this.files = files;
    this.symbols = symbols;
    this.occurrences = occurrences;
    this.supertypes = supertypes;
    this.names = names;
    this.homonyms = homonyms;
    places = new PlaceIndex(files, symbols, occurrences);
    ids = new ScipSymbol(files, symbols, names, homonyms);
  }

  /**
   * Joins {@code blocks}, which stand in ascending order of their paths and name each other by
   * their indexes.
   *
   * <p><b>Cost:</b> linear in symbols and occurrences, plus sorting the distinct names.
   *
   * <p><b>Errors:</b> blocks out of order, and targets that do not exist, are refused as illegal
   * arguments.
   *
   * @param names what gave the blocks their name ids; not kept
   * @param cancellation polled between blocks and steps
   */
  public static CodeGraph link(
      List<FileBlock> blocks, StringInterner names, Cancellation cancellation) {
    return link(LinkInput.of(blocks), names, cancellation);
  }

  /**
   * Joins blocks with files of the graph before. The result is what linking the blocks of all files
   * would give; what it has in common with the graph before it shares with it.
   *
   * <p><b>Cost:</b> copying the columns, and work by what was linked anew.
   *
   * <p><b>Errors:</b> like {@link #link(List, StringInterner, Cancellation)}; and files that are
   * kept though they refer to a symbol that is gone are refused as well.
   *
   * @param names what gave the blocks their name ids; not kept
   * @param cancellation polled between files and steps
   */
  public static CodeGraph link(LinkInput input, StringInterner names, Cancellation cancellation) {
    return new GraphLinker(input, names, cancellation).link();
  }

  /** A graph without files. */
  public static CodeGraph empty() {
    StringTable names = StringTable.of(List.of());
    FileTable files = FileTable.empty();
    return new CodeGraph(
        files,
        new SymbolTable(new SymbolColumns(0), names, files),
        OccurrenceTable.empty(files),
        SupertypeTable.empty(),
        new NameIndex(names, new int[0]),
        Homonyms.none());
  }

  /** The files. */
  public FileTable files() {
    return files;
  }

  /** The symbols. */
  public SymbolTable symbols() {
    return symbols;
  }

  /** The occurrences, out of symbols and to symbols. */
  public OccurrenceTable occurrences() {
    return occurrences;
  }

  /** The types that types extend or implement, and the other way round. */
  public SupertypeTable supertypes() {
    return supertypes;
  }

  /** The names, and the symbols that bear them. */
  public NameIndex names() {
    return names;
  }

  /** What stands at an offset of a file. */
  public PlaceIndex places() {
    return places;
  }

  /** The public ids of the symbols. */
  public ScipSymbol ids() {
    return ids;
  }

  Homonyms homonyms() {
    return homonyms;
  }

  /** Writes all columns; {@link #readColumns} makes the same graph of them. */
  void writeColumns(ColumnWriter to) throws IOException {
    names.writeColumns(to);
    files.writeColumns(to);
    symbols.writeColumns(to);
    occurrences.writeColumns(to);
    supertypes.writeColumns(to);
    homonyms.writeColumns(to);
  }

  /** The graph that was written; its columns are refused unless every question can follow them. */
  static CodeGraph readColumns(ColumnReader from) throws IOException {
    StringTable names = NameIndex.readNames(from);
    FileTable files = FileTable.readColumns(from, names.count());
    int symbolCount = files.firstSymbol(files.count());
    return new CodeGraph(
        files,
        SymbolTable.readColumns(from, names, files),
        OccurrenceTable.readColumns(from, files),
        SupertypeTable.readColumns(from, symbolCount),
        NameIndex.readColumns(from, names, symbolCount),
        Homonyms.readColumns(from, symbolCount));
  }

  /** The bytes that the arrays of this graph hold; object headers are not counted. */
  public long sizeBytes() {
    return files.sizeBytes()
        + symbols.sizeBytes()
        + occurrences.sizeBytes()
        + supertypes.sizeBytes()
        + names.sizeBytes()
        + homonyms.sizeBytes();
  }
}
