package dev.sextant.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The occurrences to each symbol of a graph that is being linked.
 *
 * <p>Shape: those to symbol {@code s} are {@code occurrences[first[s] .. first[s + 1])}, ascending.
 *
 * <p><b>Threads:</b> confined to one thread while it is made.
 */
final class Incoming {
  private static final int POLL_MASK = (1 << 16) - 1;

  final int[] first;
  final int[] occurrences;

  private final LinkLayout layout;
  private final OccurrenceTable before;
  private final Renumbering moves;
  // Target and occurrence of what blocks bring, in order; how many are taken, for which symbols.
  private final long[] fresh;
  private int taken;
  private int next;
  private int at;

  private Incoming(LinkLayout layout, int[] target, long[] fresh) {
    this.layout = layout;
    this.fresh = fresh;
    before = layout.input.before().occurrences();
    moves = layout.occurrences.renumbering();
    first = new int[layout.symbolCount() + 1];
    occurrences = new int[target.length];
  }

  /** Groups the occurrences by their targets; cheaper the more comes from the graph before. */
  static Incoming of(LinkLayout layout, int[] target) {
    int freshCount = layout.blocks().stream().mapToInt(FileBlock::occurrenceCount).sum();
    if (freshCount > target.length / 4) {
      var incoming = new Incoming(layout, target, new long[0]);
      incoming.sort(target);
      return incoming;
    }
    var incoming = new Incoming(layout, target, fresh(layout.occurrences, target, freshCount));
    incoming.patch();
    return incoming;
  }

  /** A counting sort. */
  private void sort(int[] target) {
    for (int symbol : target) {
      first[symbol + 1]++;
    }
    Offsets.accumulate(first);
    int[] next = first.clone();
    for (int occurrence = 0; occurrence < target.length; occurrence++) {
      if ((occurrence & POLL_MASK) == 0) {
        layout.cancellation.check();
      }
      occurrences[next[target[occurrence]]++] = occurrence;
    }
  }

  private static long[] fresh(Splice pieces, int[] target, int count) {
    var pairs = new long[count];
    int next = 0;
    for (int piece = 0; piece < pieces.pieceCount(); piece++) {
      if (pieces.from(piece) < 0) {
        int begin = pieces.begin(piece);
        for (int i = begin; i < begin + pieces.length(piece); i++) {
          pairs[next++] = (long) target[i] << 32 | i;
        }
      }
    }
    Arrays.sort(pairs);
    return pairs;
  }

  /** Copies the groups that no file linked anew has had or has a part in, and mends the others. */
  private void patch() {
    BitSet mended = mended();
    FileTable files = layout.filesBefore;
    int file = 0;
    while (file < files.count()) {
      int now = layout.successor(file);
      if (now < 0) {
        file++;
        continue;
      }
      int run = 1;
      while (layout.isKept(file)
          && file + run < files.count()
          && layout.isKept(file + run)
          && layout.successor(file + run) == now + run) {
        run++;
      }
      int symbol = layout.firstSymbol[now];
      int end = layout.firstSymbol[now + run];
      int known = files.firstSymbol(file);
      create(symbol);
      copy(symbol, Math.min(end, symbol + files.firstSymbol(file + run) - known), known, mended);
      file += run;
    }
    create(layout.symbolCount());
  }

  /** The symbols that lose or gain an occurrence; one too many costs little. */
  private BitSet mended() {
    var symbols = new BitSet();
    for (long pair : fresh) {
      symbols.set((int) (pair >>> 32));
    }
    Renumbering symbolMoves = layout.symbolMoves();
    FileTable files = layout.filesBefore;
    for (int file = 0; file < files.count(); file++) {
      if (!layout.isKept(file)) {
        int end = before.firstOut(files.endSymbol(file));
        for (int i = before.firstOut(files.firstSymbol(file)); i < end; i++) {
          symbols.set(Math.max(0, symbolMoves.of(before.target(i))));
        }
      }
    }
    return symbols;
  }

  /** Symbols up to {@code end} that are new. */
  private void create(int end) {
    for (int symbol = next; symbol < end; symbol++) {
      takeFresh(symbol, Integer.MAX_VALUE);
      first[symbol + 1] = at;
    }
    next = Math.max(next, end);
  }

  /** Symbols that were {@code known} and those behind it. */
  private void copy(int from, int end, int known, BitSet mended) {
    int symbol = from;
    while (symbol < end) {
      int stop = mended.nextSetBit(symbol);
      stop = stop < 0 || stop > end ? end : stop;
      int old = known + symbol - from;
      copyGroups(symbol, stop, old);
      if (stop < end) {
        mend(stop, known + stop - from);
      }
      symbol = stop + 1;
    }
    next = end;
  }

  private void copyGroups(int symbol, int stop, int old) {
    int begin = before.firstIn(old);
    int moved = at - begin;
    for (int i = 1; i <= stop - symbol; i++) {
      first[symbol + i] = before.firstIn(old + i) + moved;
    }
    int length = before.firstIn(old + stop - symbol) - begin;
    before.copyIn(begin, moves, occurrences, at, length);
    at += length;
  }

  private void mend(int symbol, int old) {
    for (int i = 0; i < before.countIn(old); i++) {
      int occurrence = layout.occurrences.moved(before.in(old, i));
      if (occurrence >= 0) {
        takeFresh(symbol, occurrence);
        occurrences[at++] = occurrence;
      }
    }
    takeFresh(symbol, Integer.MAX_VALUE);
    first[symbol + 1] = at;
  }

  /** Takes the fresh occurrences to {@code symbol} that come before {@code occurrence}. */
  private void takeFresh(int symbol, int occurrence) {
    while (taken < fresh.length
        && (int) (fresh[taken] >>> 32) == symbol
        && (int) fresh[taken] < occurrence) {
      occurrences[at++] = (int) fresh[taken++];
    }
  }
}
