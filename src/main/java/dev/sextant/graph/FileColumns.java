package dev.sextant.graph;

import static dev.sextant.graph.GraphColumns.FILE_COUNTS;
import static dev.sextant.graph.GraphColumns.FILE_FIRST_SYMBOLS;
import static dev.sextant.graph.GraphColumns.FILE_HASHES;
import static dev.sextant.graph.GraphColumns.FILE_LANGUAGES;
import static dev.sextant.graph.GraphColumns.FILE_LINES;
import static dev.sextant.graph.GraphColumns.FILE_LINE_OFFSETS;
import static dev.sextant.graph.GraphColumns.FILE_NAMESPACES;
import static dev.sextant.graph.GraphColumns.FILE_PATH_TEXT;
import static dev.sextant.graph.GraphColumns.FILE_SIZES;
import static dev.sextant.graph.GraphColumns.LANGUAGE_OFFSETS;
import static dev.sextant.graph.GraphColumns.LANGUAGE_TEXT;

import dev.sextant.graph.columns.ColumnReader;
import dev.sextant.source.LineTable;
import java.io.IOException;

/**
 * What a snapshot says of files, read and checked column by column.
 *
 * <p><b>Threads:</b> confined to its creating thread.
 */
final class FileColumns {
  private static final int COUNTS_OF_FILE = 3;

  private final ColumnReader reader;
  private final ColumnBounds bounds;
  private final int fileCount;

  FileColumns(ColumnReader reader, int fileCount) {
    this.reader = reader;
    this.fileCount = fileCount;
    bounds = new ColumnBounds(reader);
  }

  /** What linking left out, three numbers a file. */
  static int[] joined(LinkCounts[] counts) {
    var joined = new int[COUNTS_OF_FILE * counts.length];
    int at = 0;
    for (LinkCounts of : counts) {
      joined[at++] = of.unresolvedReferences();
      joined[at++] = of.droppedCandidates();
      joined[at++] = of.syntaxErrors();
    }
    return joined;
  }

  /** Where the table of each file begins among all tables. */
  static int[] lineOffsets(LineTable[] lines) {
    var offsets = new int[lines.length + 1];
    for (int file = 0; file < lines.length; file++) {
      offsets[file + 1] = Math.addExact(offsets[file], lines[file].packedLength());
    }
    return offsets;
  }

  /** The tables of all files behind each other. */
  static int[] joined(LineTable[] lines, int[] offsets) {
    var joined = new int[offsets[lines.length]];
    for (int file = 0; file < lines.length; file++) {
      lines[file].copyPacked(joined, offsets[file]);
    }
    return joined;
  }

  /** Refuses paths that are none, or out of the order in which graphs have their files. */
  StringTable checked(StringTable paths) throws IOException {
    bounds.require(paths.areSourcePaths(), FILE_PATH_TEXT, "has one that is no path of a file");
    for (int file = 1; file < fileCount; file++) {
      boolean ascending = paths.get(file - 1).compareTo(paths.get(file)) < 0;
      bounds.require(ascending, FILE_PATH_TEXT, "is not in order");
    }
    return paths;
  }

  String[] languages() throws IOException {
    StringTable known = StringTable.readColumns(reader, LANGUAGE_TEXT, LANGUAGE_OFFSETS);
    int[] ids = reader.ints(FILE_LANGUAGES);
    bounds.length(FILE_LANGUAGES, ids.length, fileCount);
    bounds.within(FILE_LANGUAGES, ids, known.count());
    var names = new String[known.count()];
    for (int id = 0; id < names.length; id++) {
      names[id] = known.get(id).intern();
    }
    var languages = new String[fileCount];
    for (int file = 0; file < fileCount; file++) {
      languages[file] = names[ids[file]];
    }
    return languages;
  }

  int[] namespaces(int nameCount) throws IOException {
    int[] names = reader.ints(FILE_NAMESPACES);
    bounds.length(FILE_NAMESPACES, names.length, fileCount);
    bounds.within(FILE_NAMESPACES, names, nameCount);
    return names;
  }

  long[] contentHashes() throws IOException {
    long[] hashes = reader.longs(FILE_HASHES);
    bounds.length(FILE_HASHES, hashes.length, fileCount);
    return hashes;
  }

  int[] sizes() throws IOException {
    int[] sizes = reader.ints(FILE_SIZES);
    bounds.length(FILE_SIZES, sizes.length, fileCount);
    bounds.within(FILE_SIZES, sizes, Integer.MAX_VALUE);
    return sizes;
  }

  /** Every file has a symbol at least, itself. */
  int[] firstSymbols() throws IOException {
    int[] first = reader.ints(FILE_FIRST_SYMBOLS);
    bounds.length(FILE_FIRST_SYMBOLS, first.length, fileCount + 1);
    bounds.groups(FILE_FIRST_SYMBOLS, first, first[fileCount]);
    for (int file = 0; file < fileCount; file++) {
      bounds.require(first[file] < first[file + 1], FILE_FIRST_SYMBOLS, "has a file without any");
    }
    return first;
  }

  LinkCounts[] counts() throws IOException {
    int[] joined = reader.ints(FILE_COUNTS);
    bounds.length(FILE_COUNTS, joined.length, COUNTS_OF_FILE * fileCount);
    bounds.within(FILE_COUNTS, joined, Integer.MAX_VALUE);
    var counts = new LinkCounts[fileCount];
    for (int file = 0; file < fileCount; file++) {
      int at = COUNTS_OF_FILE * file;
      counts[file] = new LinkCounts(joined[at], joined[at + 1], joined[at + 2]);
    }
    return counts;
  }

  LineTable[] lines() throws IOException {
    int[] joined = reader.ints(FILE_LINES);
    int[] offsets = reader.ints(FILE_LINE_OFFSETS);
    bounds.length(FILE_LINE_OFFSETS, offsets.length, fileCount + 1);
    bounds.groups(FILE_LINE_OFFSETS, offsets, joined.length);
    var lines = new LineTable[fileCount];
    try {
      for (int file = 0; file < fileCount; file++) {
        lines[file] = LineTable.ofPacked(joined, offsets[file], offsets[file + 1]);
      }
    } catch (IllegalArgumentException wrong) {
      throw reader.damaged("the column for " + FILE_LINES.name() + " is wrong: " + wrong);
    }
    return lines;
  }
}
