package dev.sextant.graph;

import dev.sextant.cancellation.Cancellation;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * How a column of a graph is put together: of ranges of the same column of the graph before, and of
 * whole columns of blocks.
 *
 * <p>A column that would come out as it was is the old one itself, not a copy.
 *
 * <p><b>Threads:</b> confined to one thread while pieces are added.
 */
final class Splice {
  private final int lengthBefore;
  private final Cancellation cancellation;
  // Of each piece: where it begins in the old column, or -1 for a block; the end of it in the new.
  private int[] from = new int[16];
  private int[] end = new int[16];
  private int count;
  private int blocks;
  private int[] kept = new int[16];
  private int keptCount;
  private boolean inPlace = true;

  /**
   * No pieces yet.
   *
   * @param cancellation polled once a piece
   */
  Splice(int lengthBefore, Cancellation cancellation) {
    this.lengthBefore = lengthBefore;
    this.cancellation = cancellation;
  }

  /** The next entries are {@code first .. last} of the old column, the last not counted. */
  void kept(int first, int last) {
    if (first == last) {
      return;
    }
    inPlace &= first == length();
    if (count > 0 && from[count - 1] >= 0 && from[count - 1] + length(count - 1) == first) {
      end[count - 1] += last - first;
    } else {
      if (keptCount == kept.length) {
        kept = Arrays.copyOf(kept, 2 * keptCount);
      }
      kept[keptCount++] = count;
      add(first, last - first);
    }
  }

  /** The next entries are those of the next block. */
  void block(int length) {
    add(-1, length);
    blocks++;
  }

  private void add(int first, int length) {
    if (count == from.length) {
      from = Arrays.copyOf(from, 2 * count);
      end = Arrays.copyOf(end, 2 * count);
    }
    int begin = length();
    from[count] = first;
    end[count++] = Math.addExact(begin, length);
  }

  /** How many entries the new column has. */
  int length() {
    return count == 0 ? 0 : end[count - 1];
  }

  int pieceCount() {
    return count;
  }

  /** Where a piece begins in the old column, or -1 for a block. */
  int from(int piece) {
    return from[piece];
  }

  /** Where a piece begins in the new column. */
  int begin(int piece) {
    return piece == 0 ? 0 : end[piece - 1];
  }

  int length(int piece) {
    return end[piece] - begin(piece);
  }

  /** Where the entries of each block begin in the new column. */
  int[] blockBegins() {
    var begins = new int[blocks];
    for (int piece = 0, block = 0; piece < count; piece++) {
      if (from[piece] < 0) {
        begins[block++] = begin(piece);
      }
    }
    return begins;
  }

  /** Where an old entry went, or -1 when it is not kept. */
  int moved(int entry) {
    int low = 0;
    int high = keptCount;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (from[kept[middle]] <= entry) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int piece = low == 0 ? -1 : kept[low - 1];
    return piece < 0 || entry - from[piece] >= length(piece)
        ? -1
        : begin(piece) + entry - from[piece];
  }

  /** Whether every old entry that is kept has the place it had, and there are as many as before. */
  boolean isInPlace() {
    return inPlace && length() == lengthBefore;
  }

  /** Where old entries go; those that are not kept go with those before them. */
  Renumbering renumbering() {
    var moved = new Renumbering(lengthBefore);
    for (int piece = 0; piece < count; piece++) {
      if (from[piece] >= 0) {
        moved.from(from[piece], begin(piece) - from[piece]);
      }
    }
    return moved;
  }

  /** The new column; {@code fresh} gives that of each block. */
  int[] ints(int[] before, IntFunction<int[]> fresh) {
    return ints(before, new Renumbering(0), fresh);
  }

  /** The new column of numbers that move; {@code fresh} gives that of each block, as it will be. */
  int[] ints(int[] before, Renumbering moved, IntFunction<int[]> fresh) {
    int[][] columns = columns(int[][]::new, fresh);
    if (moved.isIdentity()
        && isUnchanged(
            (at, end, block) -> Arrays.equals(before, at, end, columns[block], 0, end - at))) {
      return before;
    }
    var to = new int[length()];
    for (int piece = 0, block = 0; piece < count; piece++) {
      cancellation.check();
      if (from[piece] < 0) {
        System.arraycopy(columns[block++], 0, to, begin(piece), length(piece));
      } else {
        moved.copy(before, from[piece], to, begin(piece), length(piece));
      }
    }
    return to;
  }

  short[] shorts(short[] before, IntFunction<short[]> fresh) {
    short[][] columns = columns(short[][]::new, fresh);
    if (isUnchanged(
        (at, end, block) -> Arrays.equals(before, at, end, columns[block], 0, end - at))) {
      return before;
    }
    return copied(before, new short[length()], columns);
  }

  byte[] bytes(byte[] before, IntFunction<byte[]> fresh) {
    byte[][] columns = columns(byte[][]::new, fresh);
    if (isUnchanged(
        (at, end, block) -> Arrays.equals(before, at, end, columns[block], 0, end - at))) {
      return before;
    }
    return copied(before, new byte[length()], columns);
  }

  private <T> T[] columns(IntFunction<T[]> array, IntFunction<T> fresh) {
    T[] columns = array.apply(blocks);
    for (int block = 0; block < blocks; block++) {
      cancellation.check();
      columns[block] = fresh.apply(block);
    }
    return columns;
  }

  /** Copies pieces between arrays of one type, whichever it is. */
  @SuppressWarnings("SuspiciousSystemArraycopy") // Objects that are arrays.
  <A> A copied(A before, A to, A[] columns) {
    for (int piece = 0, block = 0; piece < count; piece++) {
      cancellation.check();
      A source = from[piece] < 0 ? columns[block++] : before;
      System.arraycopy(source, Math.max(0, from[piece]), to, begin(piece), length(piece));
    }
    return to;
  }

  /** Compares the column of a block with what has its place in the old column. */
  private interface Comparison {
    boolean equal(int at, int end, int block);
  }

  private boolean isUnchanged(Comparison comparison) {
    boolean unchanged = isInPlace();
    for (int piece = 0, block = 0; unchanged && piece < count; piece++) {
      if (from[piece] < 0) {
        unchanged = comparison.equal(begin(piece), end[piece], block++);
      }
    }
    return unchanged;
  }
}
