package dev.sextant.index;

import dev.sextant.scip.ScipDocument;
import java.util.Arrays;

/**
 * What an index says of one file: which symbols are used at which places, by place.
 *
 * <p><b>Threads:</b> immutable.
 */
final class ScipFile {
  private final long[] places;
  private final int[] symbols;

  private ScipFile(long[] places, int[] symbols) {
    this.places = places;
    this.symbols = symbols;
  }

  /** The uses in a document of {@code file}; what lies outside of the file is left out. */
  static ScipFile of(ScipDocument document, ExtractedFile file) {
    // Sorted by start, end and number: an occurrence's place and its number do not fit one long.
    var order = new Integer[document.count()];
    var placeOf = new long[document.count()];
    int count = 0;
    for (int use = 0; use < document.count(); use++) {
      placeOf[use] = document.isDefinition(use) ? -1 : document.place(use, file.lines());
      if (placeOf[use] >= 0) {
        order[count++] = use;
      }
    }
    Integer[] kept = Arrays.copyOf(order, count);
    Arrays.sort(kept, (one, other) -> Long.compare(placeOf[one], placeOf[other]));
    var places = new long[count];
    var symbols = new int[count];
    for (int i = 0; i < count; i++) {
      places[i] = placeOf[kept[i]];
      symbols[i] = document.symbol(kept[i]);
    }
    return new ScipFile(places, symbols);
  }

  /** The first use at exactly {@code start .. end}, or -1; others there follow it. */
  int first(int start, int end) {
    long place = (long) start << 32 | end;
    int at = Arrays.binarySearch(places, place);
    while (at > 0 && places[at - 1] == place) {
      at--;
    }
    return Math.max(at, -1);
  }

  /** Whether {@code use} stands at exactly {@code start .. end}. */
  boolean isAt(int use, int start, int end) {
    return use < places.length && places[use] == ((long) start << 32 | end);
  }

  /** The number of the symbol that is used. */
  int symbol(int use) {
    return symbols[use];
  }
}
