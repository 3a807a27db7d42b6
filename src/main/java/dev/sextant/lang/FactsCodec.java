package dev.sextant.lang;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * The facts of one file as few bytes, their strings held in a table shared by many files.
 *
 * <p><b>Shape:</b> the strings by their numbers in the shared table, the namespace, then table
 * after table its rows' count and its columns, each in the {@link ColumnCoding} that suits it.
 */
final class FactsCodec {
  private static final int[] STRIDES = {
    FileFacts.SCOPE_STRIDE,
    FileFacts.DECLARATION_STRIDE,
    FileFacts.NODE_STRIDE,
    1,
    FileFacts.IMPORT_STRIDE
  };

  /** More rows than any one type or file has, so that damage cannot claim all memory. */
  private static final int MOST_ROWS = 1 << 24;

  private FactsCodec() {}

  /** The strides of the tables: part of what a reader must agree on with the writer. */
  static int[] strides() {
    return STRIDES.clone();
  }

  /** Adds facts to {@code to}, with the number of each string in the shared table. */
  static void encode(FileFacts facts, ByteRows to, ToIntFunction<String> numberOf) {
    to.addNumber(facts.stringCount());
    for (int id = 0; id < facts.stringCount(); id++) {
      to.addNumber(numberOf.applyAsInt(facts.string(id)));
    }
    to.addNumber(facts.namespace() + 1);
    int[][] tables = facts.tables();
    for (int i = 0; i < tables.length; i++) {
      to.addNumber(tables[i].length / STRIDES[i]);
      for (int column = 0; column < STRIDES[i]; column++) {
        to.addColumn(tables[i], STRIDES[i], column);
      }
    }
  }

  /** The facts that were encoded at the cursor. */
  static FileFacts decode(ByteCursor from, IntFunction<String> stringOf) {
    int[] starts = new int[from.count(MOST_ROWS) + 1];
    ByteRows strings = new ByteRows();
    for (int id = 0; id + 1 < starts.length; id++) {
      byte[] utf8 = stringOf.apply(from.number()).getBytes(StandardCharsets.UTF_8);
      strings.addAll(utf8, 0, utf8.length);
      starts[id + 1] = strings.size();
    }
    int namespace = from.number() - 1;
    int[][] tables = new int[STRIDES.length][];
    for (int i = 0; i < tables.length; i++) {
      tables[i] = new int[from.count(MOST_ROWS) * STRIDES[i]];
      for (int column = 0; column < STRIDES[i]; column++) {
        from.column(tables[i], STRIDES[i], column);
      }
    }
    return new FileFacts(
        strings.copy(), starts, tables[0], tables[1], tables[2], tables[3], tables[4], namespace);
  }
}
