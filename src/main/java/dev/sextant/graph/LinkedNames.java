package dev.sextant.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The names of a graph that is being linked: those of the graph before that are still used, and
 * those that blocks bring.
 *
 * <p><b>Threads:</b> confined to one thread.
 */
final class LinkedNames {
  private final LinkLayout layout;
  private final CodeGraph before;
  private final StringTable known;
  private final int[] rankOfId;
  private final int[] freshIds;
  private final StringTable fresh;
  private final BitSet gone;
  private final Renumbering moves;
  private final StringTable table;

  LinkedNames(LinkLayout layout, StringInterner interner) {
    this.layout = layout;
    before = layout.input.before();
    known = before.symbols().strings();
    rankOfId = new int[interner.count()];
    moves = new Renumbering(known.count());
    int[] ids = usedIds();
    StringTable asMet = interner.table(ids, ids.length);
    int[] order = StringOrder.of(asMet, layout.cancellation);
    freshIds = Arrays.stream(order).map(at -> ids[at]).toArray();
    fresh = asMet.reordered(order);
    int[] places = places();
    gone = goneBut(places);
    table = joined(places);
  }

  /** The names in their order. */
  StringTable table() {
    return table;
  }

  /** Where the names of the graph before went. */
  Renumbering moves() {
    return moves;
  }

  /** What a name of the graph before is called now, or -1 when it is gone. */
  int now(int rankBefore) {
    return gone.get(rankBefore) ? -1 : moves.of(rankBefore);
  }

  /** The names with these ids of the interner; only ids that a block uses. */
  int[] ranks(int[] ids, int count) {
    var ranks = new int[count];
    for (int i = 0; i < count; i++) {
      ranks[i] = rankOfId[ids[i]];
    }
    return ranks;
  }

  /** The name with this id of the interner; only ids that a block uses. */
  int rank(int id) {
    return rankOfId[id];
  }

  private int[] usedIds() {
    var used = new int[16];
    int count = 0;
    Arrays.fill(rankOfId, -1);
    for (FileBlock block : layout.blocks()) {
      layout.cancellation.check();
      int symbols = block.symbolCount();
      if (count + 2 * symbols + 1 > used.length) {
        used = Arrays.copyOf(used, 2 * (count + 2 * symbols + 1));
      }
      count = note(used, count, block.namespaceNameId());
      for (int symbol = 0; symbol < symbols; symbol++) {
        count = note(used, count, block.symbols.name[symbol]);
        count = note(used, count, block.symbols.disambiguator[symbol]);
      }
    }
    return Arrays.copyOf(used, count);
  }

  private int note(int[] used, int count, int id) {
    if (rankOfId[id] >= 0) {
      return count;
    }
    rankOfId[id] = 0;
    used[count] = id;
    return count + 1;
  }

  /** For each fresh name its place among the known ones, or -1 - the place where it belongs. */
  private int[] places() {
    var places = new int[fresh.count()];
    int low = 0;
    for (int i = 0; i < places.length; i++) {
      places[i] = known.search(fresh.bytes(i), low);
      low = places[i] < 0 ? -1 - places[i] : places[i] + 1;
    }
    return places;
  }

  /** The known names that nothing bears any more. */
  private BitSet goneBut(int[] places) {
    SymbolColumns symbols = before.symbols().columns();
    var candidates = new BitSet();
    FileTable files = layout.filesBefore;
    for (int file = 0; file < files.count(); file++) {
      if (!layout.isKept(file)) {
        candidates.set(files.namespaceNameId(file));
        for (int symbol = files.firstSymbol(file); symbol < files.endSymbol(file); symbol++) {
          candidates.set(symbols.name[symbol]);
          candidates.set(symbols.disambiguator[symbol]);
        }
      }
    }
    for (int place : places) {
      if (place >= 0) {
        candidates.clear(place);
      }
    }
    if (!candidates.isEmpty()) {
      clearKept(candidates);
    }
    return candidates;
  }

  private void clearKept(BitSet candidates) {
    SymbolColumns symbols = before.symbols().columns();
    Splice pieces = layout.symbols;
    for (int piece = 0; piece < pieces.pieceCount(); piece++) {
      int from = pieces.from(piece);
      for (int symbol = from; from >= 0 && symbol < from + pieces.length(piece); symbol++) {
        candidates.clear(symbols.name[symbol]);
        candidates.clear(symbols.disambiguator[symbol]);
      }
    }
    for (int file = 0; file < layout.filesBefore.count(); file++) {
      if (layout.isKept(file)) {
        candidates.clear(layout.filesBefore.namespaceNameId(file));
      }
    }
  }

  private StringTable joined(int[] places) {
    boolean unchanged = gone.isEmpty();
    for (int i = 0; i < places.length; i++) {
      rankOfId[freshIds[i]] = places[i];
      unchanged &= places[i] >= 0;
    }
    if (unchanged) {
      return known;
    }
    var names = new StringTable.Builder(List.of(known, fresh));
    int done = 0;
    for (int i = 0; i < places.length; i++) {
      if (places[i] < 0) {
        done = keep(names, done, -1 - places[i]);
        rankOfId[freshIds[i]] = names.count();
        names.append(fresh, i, i + 1);
      }
    }
    keep(names, done, known.count());
    for (int i = 0; i < places.length; i++) {
      if (places[i] >= 0) {
        rankOfId[freshIds[i]] = moves.of(places[i]);
      }
    }
    return names.build();
  }

  /** Appends the known names from one to another without those that are gone. */
  private int keep(StringTable.Builder names, int from, int to) {
    for (int at = gone.nextClearBit(from), end; at < to; at = gone.nextClearBit(end)) {
      end = gone.nextSetBit(at);
      end = end < 0 || end > to ? to : end;
      moves.from(at, names.count() - at);
      names.append(known, at, end);
    }
    return to;
  }
}
