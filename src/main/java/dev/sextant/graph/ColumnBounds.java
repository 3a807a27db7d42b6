package dev.sextant.graph;

import dev.sextant.graph.columns.Column;
import dev.sextant.graph.columns.ColumnReader;
import dev.sextant.graph.columns.RefusedFileException;

/**
 * Checks that the numbers of a column lie where those who follow them expect it.
 *
 * <p>Checksums tell that a column is as it was written; these checks tell that nothing written can
 * lead a query out of an array or into a loop.
 *
 * <p><b>Cost:</b> one pass over a column each.
 *
 * <p><b>Threads:</b> confined to its creating thread.
 */
final class ColumnBounds {
  private final ColumnReader reader;

  ColumnBounds(ColumnReader reader) {
    this.reader = reader;
  }

  /** Refuses a column that has not {@code count} numbers. */
  void length(Column column, int length, int count) throws RefusedFileException {
    require(length == count, column, "has " + length + " numbers instead of " + count);
  }

  /** Refuses numbers that are not within {@code 0 .. end}, the end not counted. */
  void within(Column column, int[] values, int end) throws RefusedFileException {
    // Without a branch in the loop, which runs over millions: one bit outside is enough to tell.
    int outside = 0;
    for (int value : values) {
      outside |= value | end - 1 - value;
    }
    require(outside >= 0, column, "has a number that is not below " + end);
  }

  /** Refuses what is no ascending column of group starts, from 0 to {@code end}. */
  void groups(Column column, int[] starts, int end) throws RefusedFileException {
    boolean ends = starts.length > 0 && starts[0] == 0 && starts[starts.length - 1] == end;
    require(ends, column, "does not reach from 0 to " + end);
    ascending(column, starts);
  }

  /** Refuses numbers of which one is smaller than the one before. */
  void ascending(Column column, int[] values) throws RefusedFileException {
    boolean ascending = true;
    for (int i = 1; i < values.length; i++) {
      ascending &= values[i - 1] <= values[i];
    }
    require(ascending, column, "is not in order");
  }

  /** Refuses a column unless {@code holds}. */
  void require(boolean holds, Column column, String otherwise) throws RefusedFileException {
    if (!holds) {
      throw reader.damaged("the column for " + column.name() + " " + otherwise);
    }
  }
}
