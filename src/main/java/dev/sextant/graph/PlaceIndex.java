package dev.sextant.graph;

import java.util.Arrays;

/**
 * What stands at an offset of a file: the symbol around it, the name declared there, the
 * occurrences there.
 *
 * <p>A name also counts as standing at the offset just behind it, where an editor's caret is after
 * typing it; what starts there wins over what ends there.
 *
 * <p><b>Threads:</b> immutable.
 *
 * <p><b>Cost:</b> linear in the symbols of the file, with a bisection for each; meant for one place
 * at a time.
 */
public final class PlaceIndex {
  private final FileTable files;
  private final SymbolTable symbols;
  private final OccurrenceTable occurrences;

  PlaceIndex(FileTable files, SymbolTable symbols, OccurrenceTable occurrences) {
    this.files = files;
    this.symbols = symbols;
    this.occurrences = occurrences;
  }

  /**
   * The innermost symbol whose declaration is around {@code offset}; the file itself when no other
   * is.
   */
  public int enclosing(int file, int offset) {
    int found = files.firstSymbol(file);
    for (int symbol = found + 1; symbol < files.endSymbol(file); symbol++) {
      boolean around = symbols.start(symbol) <= offset && offset < symbols.end(symbol);
      if (around && symbols.start(symbol) >= symbols.start(found)) {
        found = symbol;
      }
    }
    return found;
  }

  /**
   * The symbol whose name is declared at {@code offset}, or -1; the last one when a name declares
   * several.
   */
  public int declared(int file, int offset) {
    int inside = -1;
    int touched = -1;
    for (int symbol = files.firstSymbol(file) + 1; symbol < files.endSymbol(file); symbol++) {
      int start = symbols.nameStart(symbol);
      int end = symbols.nameEnd(symbol);
      if (start <= offset && offset < end) {
        inside = symbol;
      } else if (start < end && offset == end) {
        touched = symbol;
      }
    }
    return inside >= 0 ? inside : touched;
  }

  /** The occurrences at {@code offset}, ascending; a fresh array. */
  public int[] occurrences(int file, int offset) {
    int[] inside = occurrencesEndingAfter(file, offset, offset);
    return inside.length > 0 ? inside : occurrencesEndingAfter(file, offset, offset - 1);
  }

  private int[] occurrencesEndingAfter(int file, int offset, int end) {
    var found = new int[4];
    int count = 0;
    for (int symbol = files.firstSymbol(file); symbol < files.endSymbol(file); symbol++) {
      int behind = occurrences.firstOutFrom(symbol, offset + 1);
      int first = behind;
      // Occurrences are names, which do not overlap: all that cover the offset have the start of
      // the last one.
      while (first > occurrences.firstOut(symbol)
          && occurrences.start(first - 1) == occurrences.start(behind - 1)
          && occurrences.end(first - 1) > end) {
        first--;
      }
      for (int occurrence = first; occurrence < behind; occurrence++) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = occurrence;
      }
    }
    return Arrays.copyOf(found, count);
  }
}
