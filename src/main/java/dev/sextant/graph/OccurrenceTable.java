package dev.sextant.graph;

import static dev.sextant.graph.GraphColumns.OCCURRENCE_FIRST_IN;
import static dev.sextant.graph.GraphColumns.OCCURRENCE_FIRST_OUT;
import static dev.sextant.graph.GraphColumns.OCCURRENCE_IN;
import static dev.sextant.graph.GraphColumns.OCCURRENCE_LENGTHS;
import static dev.sextant.graph.GraphColumns.OCCURRENCE_STARTS;
import static dev.sextant.graph.GraphColumns.OCCURRENCE_TARGETS;
import static dev.sextant.graph.GraphColumns.OCCURRENCE_USES;

import dev.sextant.graph.columns.ColumnReader;
import dev.sextant.graph.columns.ColumnWriter;
import dev.sextant.source.Range;
import java.io.IOException;

/**
 * The occurrences of a graph and the two ways through them: out of a symbol, and to a symbol.
 *
 * <p>Occurrences are ordered by enclosing symbol, then by start, so those <em>out of</em> a symbol
 * are a contiguous run of ordinals. Those <em>to</em> a symbol are a run of entries that name
 * occurrences, in ascending order. A reference with several possible targets is one occurrence for
 * each, next to each other.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class OccurrenceTable {
  private final int[] firstOut;
  private final int[] start;
  private final short[] length;
  private final int[] target;
  private final byte[] use;
  private final int[] firstIn;
  private final int[] in;
  private final FileTable files;

  OccurrenceTable(
      FileTable files,
      int[] firstOut,
      int[] start,
      short[] length,
      int[] target,
      byte[] use,
      int[] firstIn,
      int[] in) {
    this.files = files;
    this.firstOut = firstOut;
    this.start = start;
    this.length = length;
    this.target = target;
    this.use = use;
    this.firstIn = firstIn;
    this.in = in;
  }

  /** No occurrences. */
  static OccurrenceTable empty(FileTable files) {
    var none = new int[0];
    return new OccurrenceTable(
        files, new int[1], none, new short[0], none, new byte[0], new int[1], none);
  }

  /** The occurrences of the graph before and of the blocks put together. */
  static OccurrenceTable linked(OccurrenceTable before, LinkLayout layout, FileTable files) {
    Splice splice = layout.occurrences;
    OccurrenceColumns[] fresh =
        layout.blocks().stream().map(block -> block.occurrences).toArray(OccurrenceColumns[]::new);
    int[] target =
        splice.ints(
            before.target, layout.symbolMoves(), i -> targets(layout, layout.blocks().get(i)));
    Incoming incoming = Incoming.of(layout, target);
    return new OccurrenceTable(
        files,
        firstOut(before.firstOut, layout),
        splice.ints(before.start, i -> fresh[i].start),
        splice.shorts(before.length, i -> fresh[i].length),
        target,
        splice.bytes(before.use, i -> fresh[i].use),
        incoming.first,
        incoming.occurrences);
  }

  private static int[] targets(LinkLayout layout, FileBlock block) {
    OccurrenceColumns from = block.occurrences;
    var targets = new int[from.count];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = layout.ordinal(block, from.targetFile[i], from.targetSymbol[i]);
    }
    return targets;
  }

  private static int[] firstOut(int[] before, LinkLayout layout) {
    Splice symbols = layout.symbols;
    var firstOut = new int[symbols.length() + 1];
    int at = 0;
    for (int piece = 0, block = 0; piece < symbols.pieceCount(); piece++) {
      int begin = symbols.begin(piece);
      int from = symbols.from(piece);
      int[] source = from < 0 ? layout.blocks().get(block++).firstOccurrence : before;
      int moved = at - source[Math.max(0, from)];
      for (int i = 1; i <= symbols.length(piece); i++) {
        firstOut[begin + i] = source[Math.max(0, from) + i] + moved;
      }
      at = firstOut[begin + symbols.length(piece)];
    }
    return firstOut;
  }

  /** How many occurrences there are. */
  public int count() {
    return start.length;
  }

  /** The first occurrence out of {@code symbol}. */
  public int firstOut(int symbol) {
    return firstOut[symbol];
  }

  /** The ordinal behind the last occurrence out of {@code symbol}. */
  public int endOut(int symbol) {
    return firstOut[symbol + 1];
  }

  /** How many occurrences there are to {@code symbol}. */
  public int countIn(int symbol) {
    return firstIn[symbol + 1] - firstIn[symbol];
  }

  /** Where the occurrences to {@code symbol} begin among those to all. */
  int firstIn(int symbol) {
    return firstIn[symbol];
  }

  /** Copies occurrences to symbols as they will be called. */
  void copyIn(int from, Renumbering moves, int[] to, int at, int length) {
    moves.copy(in, from, to, at, length);
  }

  /** Occurrence number {@code index} of those to {@code symbol}. */
  public int in(int symbol, int index) {
    return in[firstIn[symbol] + index];
  }

  /** The symbol that the occurrence refers to. */
  public int target(int occurrence) {
    return target[occurrence];
  }

  /** The symbol that the occurrence stands in, by binary search. */
  public int enclosing(int occurrence) {
    return Offsets.groupOf(firstOut, occurrence);
  }

  /** Where the occurrence starts, in UTF-16 units of its file. */
  public int start(int occurrence) {
    return start[occurrence];
  }

  /** Where the occurrence ends; at most 65,535 units behind its start. */
  public int end(int occurrence) {
    return start[occurrence] + (length[occurrence] & SymbolColumns.MAX_LENGTH);
  }

  /** How the occurrence uses its target. */
  public Role role(int occurrence) {
    return OccurrenceColumns.role(use[occurrence]);
  }

  /** Why the occurrence is believed to refer to its target. */
  public Evidence evidence(int occurrence) {
    return OccurrenceColumns.evidence(use[occurrence]);
  }

  /** The file that the occurrence stands in. */
  public int file(int occurrence) {
    return files.fileOf(enclosing(occurrence));
  }

  /** The place of the occurrence. */
  public Range range(int occurrence) {
    return files.lines(file(occurrence)).range(start(occurrence), end(occurrence));
  }

  /**
   * Where in the run out of {@code symbol} the first occurrence starts that is not before {@code
   * offset}.
   */
  int firstOutFrom(int symbol, int offset) {
    int low = firstOut[symbol];
    int high = firstOut[symbol + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (start[middle] < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The bytes that the arrays hold. */
  public long sizeBytes() {
    return start.length * (3L * Integer.BYTES + Short.BYTES + Byte.BYTES)
        + (long) Integer.BYTES * (firstOut.length + firstIn.length);
  }

  void writeColumns(ColumnWriter to) throws IOException {
    to.ints(OCCURRENCE_FIRST_OUT, firstOut);
    to.ints(OCCURRENCE_STARTS, start);
    to.shorts(OCCURRENCE_LENGTHS, length);
    to.ints(OCCURRENCE_TARGETS, target);
    to.bytes(OCCURRENCE_USES, use);
    to.ints(OCCURRENCE_FIRST_IN, firstIn);
    to.ints(OCCURRENCE_IN, in);
  }

  static OccurrenceTable readColumns(ColumnReader from, FileTable files) throws IOException {
    var table =
        new OccurrenceTable(
            files,
            from.ints(OCCURRENCE_FIRST_OUT),
            from.ints(OCCURRENCE_STARTS),
            from.shorts(OCCURRENCE_LENGTHS),
            from.ints(OCCURRENCE_TARGETS),
            from.bytes(OCCURRENCE_USES),
            from.ints(OCCURRENCE_FIRST_IN),
            from.ints(OCCURRENCE_IN));
    table.check(new ColumnBounds(from));
    return table;
  }

  private void check(ColumnBounds bounds) throws IOException {
    int symbols = files.firstSymbol(files.count());
    bounds.length(OCCURRENCE_FIRST_OUT, firstOut.length, symbols + 1);
    bounds.length(OCCURRENCE_LENGTHS, length.length, count());
    bounds.length(OCCURRENCE_TARGETS, target.length, count());
    bounds.length(OCCURRENCE_USES, use.length, count());
    bounds.length(OCCURRENCE_FIRST_IN, firstIn.length, symbols + 1);
    bounds.length(OCCURRENCE_IN, in.length, count());
    bounds.groups(OCCURRENCE_FIRST_OUT, firstOut, count());
    bounds.groups(OCCURRENCE_FIRST_IN, firstIn, count());
    bounds.within(OCCURRENCE_TARGETS, target, symbols);
    bounds.within(OCCURRENCE_IN, in, count());
    bounds.require(OccurrenceColumns.areUses(use), OCCURRENCE_USES, "has one that is none");
    for (int file = 0; file < files.count(); file++) {
      int units = files.lines(file).utf16Length();
      boolean inside = true;
      for (int i = firstOut[files.firstSymbol(file)]; i < firstOut[files.endSymbol(file)]; i++) {
        inside &= 0 <= start[i] && start[i] <= units && end(i) <= units;
      }
      bounds.require(inside, OCCURRENCE_STARTS, "has a place outside of its file");
    }
  }
}
