package dev.sextant.graph;

import dev.sextant.source.LineTable;
import java.util.List;

/**
 * The files of a graph, in the order of their paths; a file's number is its index in that order.
 *
 * <p>The symbols of a file are a contiguous run of ordinals, the first of which is the file itself.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class FileTable {
  private final StringTable paths;
  private final String[] languages;
  private final int[] namespaceName;
  private final long[] contentHash;
  private final int[] sizeBytes;
  private final int[] firstSymbol;
  private final LinkCounts[] counts;
  private final LineTable[] lines;
  private final long lineCount;
  private final long ownSizeBytes;

  /** Reads the files of {@code blocks}, with their namespaces as ids of the graph's names. */
  FileTable(List<FileBlock> blocks, StringTable paths, int[] namespaceName, int[] firstSymbol) {
    this.paths = paths;
    this.namespaceName = namespaceName;
    this.firstSymbol = firstSymbol;
    int count = blocks.size();
    languages = new String[count];
    contentHash = new long[count];
    sizeBytes = new int[count];
    counts = new LinkCounts[count];
    lines = new LineTable[count];
    long lineTotal = 0;
    long lineBytes = 0;
    for (int file = 0; file < count; file++) {
      FileBlock block = blocks.get(file);
      languages[file] = block.language().intern();
      contentHash[file] = block.contentHash();
      sizeBytes[file] = block.sizeBytes();
      counts[file] = block.counts();
      lines[file] = block.lines();
      lineTotal += block.lines().lineCount();
      lineBytes += block.lines().sizeBytes();
    }
    lineCount = lineTotal;
    ownSizeBytes =
        paths.sizeBytes() + lineBytes + count * (3L * Integer.BYTES + Long.BYTES) + Integer.BYTES;
  }

  /** How many files there are. */
  public int count() {
    return lines.length;
  }

  /** The path of {@code file} inside the workspace; decodes it, so it allocates. */
  public String path(int file) {
    return paths.get(file);
  }

  /** The id of the language of {@code file}. */
  public String language(int file) {
    return languages[file];
  }

  /** The name id of the package or module of {@code file}; its text may be empty. */
  public int namespaceNameId(int file) {
    return namespaceName[file];
  }

  /** The hash of the bytes of {@code file}. */
  public long contentHash(int file) {
    return contentHash[file];
  }

  /** How many bytes {@code file} has. */
  public int sizeBytes(int file) {
    return sizeBytes[file];
  }

  /** What linking {@code file} left out. */
  public LinkCounts counts(int file) {
    return counts[file];
  }

  /** Where the lines of {@code file} start. */
  public LineTable lines(int file) {
    return lines[file];
  }

  /** How many lines all files have together. */
  public long lineCount() {
    return lineCount;
  }

  /** The symbol that is {@code file} itself, and the first of its run. */
  public int firstSymbol(int file) {
    return firstSymbol[file];
  }

  /** The ordinal behind the last symbol of {@code file}. */
  public int endSymbol(int file) {
    return firstSymbol[file + 1];
  }

  /** The file that {@code symbol} stands in, by binary search. */
  public int fileOf(int symbol) {
    return Offsets.groupOf(firstSymbol, symbol);
  }

  /** The number of the file with this path, or -1. */
  public int find(String path) {
    int at = firstAtOrAfter(path);
    return at < count() && path(at).equals(path) ? at : -1;
  }

  /**
   * The number of the first file whose path is not before {@code path} in the order of strings; may
   * be the count.
   */
  public int firstAtOrAfter(String path) {
    int low = 0;
    int high = count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (path(middle).compareTo(path) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The bytes that the arrays and line tables of this table hold. */
  public long sizeBytes() {
    return ownSizeBytes;
  }
}
