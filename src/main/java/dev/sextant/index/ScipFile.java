package dev.sextant.index;

import dev.sextant.scip.ScipDocument;
import java.util.Arrays;

/**
 * What an index says of one file: which symbols are used at which places, by place.
 *
 * <p><b>Threads:</b> immutable.
 */
final class ScipFile {
  // Compilers name a few symbols at one place; an index that names many is not to cost more.
  private static final int MOST_AT_A_PLACE = 16;

  private final long[] places;
  private final int[] symbols;

  private ScipFile(long[] places, int[] symbols) {
    this.places = places;
    this.symbols = symbols;
  }

  /** The uses in a document of {@code file}; what lies outside of the file is left out. */
  static ScipFile of(ScipDocument document, ExtractedFile file) {
    var placeOf = new long[document.count()];
    var byEnd = new long[document.count()];
    int count = 0;
    for (int use = 0; use < document.count(); use++) {
      placeOf[use] = document.isDefinition(use) ? -1 : document.place(use, file.lines());
      if (placeOf[use] >= 0) {
        byEnd[count++] = placeOf[use] << 32 | use;
      }
    }
    Arrays.sort(byEnd, 0, count);
    // A second sort that keeps the order of the first where starts are equal.
    var byStart = new long[count];
    for (int rank = 0; rank < count; rank++) {
      byStart[rank] = placeOf[(int) byEnd[rank]] >>> 32 << 32 | rank;
    }
    Arrays.sort(byStart);
    var places = new long[count];
    var symbols = new int[count];
    for (int i = 0; i < count; i++) {
      int use = (int) byEnd[(int) byStart[i]];
      places[i] = placeOf[use];
      symbols[i] = document.symbol(use);
    }
    return new ScipFile(places, symbols);
  }

  /** The first use at exactly {@code start .. end}; others there follow it. */
  int first(int start, int end) {
    long place = (long) start << 32 | end;
    int low = 0;
    int high = places.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places[middle] < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The number behind the last use at the place of {@code first}; never many more. */
  int end(int first, int start, int end) {
    long place = (long) start << 32 | end;
    int behind = first;
    while (behind < places.length && places[behind] == place && behind - first < MOST_AT_A_PLACE) {
      behind++;
    }
    return behind;
  }

  /** The number of the symbol that is used. */
  int symbol(int use) {
    return symbols[use];
  }
}
