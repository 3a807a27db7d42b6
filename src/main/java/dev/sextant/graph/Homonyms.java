package dev.sextant.graph;

import static dev.sextant.graph.GraphColumns.HOMONYM_RANKS;
import static dev.sextant.graph.GraphColumns.HOMONYM_SYMBOLS;

import dev.sextant.graph.columns.ColumnReader;
import dev.sextant.graph.columns.ColumnWriter;
import java.io.IOException;
import java.util.Arrays;

/**
 * Which symbols of a graph would have the same public id as an earlier one, and how many came
 * before.
 *
 * <p>Two symbols are homonyms when the last descriptors of their ids and what these stand in are
 * alike: two functions of one name in a script, two files of one package with the same class. The
 * first has rank 0 and needs no mark; only the others are kept.
 *
 * <p><b>Threads:</b> immutable.
 */
final class Homonyms {
  private final int[] symbols;
  private final int[] ranks;

  Homonyms(int[] symbols, int[] ranks) {
    this.symbols = symbols;
    this.ranks = ranks;
  }

  /** How many earlier symbols share the id that {@code symbol} would have without its rank. */
  int rank(int symbol) {
    int at = Arrays.binarySearch(symbols, symbol);
    return at < 0 ? 0 : ranks[at];
  }

  long sizeBytes() {
    return 2L * Integer.BYTES * symbols.length;
  }

  void writeColumns(ColumnWriter to) throws IOException {
    to.ints(HOMONYM_SYMBOLS, symbols);
    to.ints(HOMONYM_RANKS, ranks);
  }

  static Homonyms readColumns(ColumnReader from, int symbolCount) throws IOException {
    var homonyms = new Homonyms(from.ints(HOMONYM_SYMBOLS), from.ints(HOMONYM_RANKS));
    var bounds = new ColumnBounds(from);
    bounds.length(HOMONYM_RANKS, homonyms.ranks.length, homonyms.symbols.length);
    bounds.within(HOMONYM_SYMBOLS, homonyms.symbols, symbolCount);
    bounds.ascending(HOMONYM_SYMBOLS, homonyms.symbols);
    bounds.within(HOMONYM_RANKS, homonyms.ranks, symbolCount);
    return homonyms;
  }

  static Homonyms none() {
    return new Homonyms(new int[0], new int[0]);
  }

  /** The homonyms of a graph, which are those of the graph before when all is named alike. */
  static Homonyms linked(
      LinkLayout layout, SymbolColumns columns, FileTable files, LinkedNames names) {
    CodeGraph before = layout.input.before();
    if (files.isNamedLike(before.files()) && columns.isNamedLike(before.symbols().columns())) {
      return before.homonyms();
    }
    return new HomonymSearch(columns, files, layout, names)
        .run(before.homonyms().symbols, before.homonyms().ranks);
  }
}
