package dev.sextant.graph;

import static dev.sextant.graph.GraphColumns.FILE_COUNTS;
import static dev.sextant.graph.GraphColumns.FILE_FIRST_SYMBOLS;
import static dev.sextant.graph.GraphColumns.FILE_HASHES;
import static dev.sextant.graph.GraphColumns.FILE_LANGUAGES;
import static dev.sextant.graph.GraphColumns.FILE_LINES;
import static dev.sextant.graph.GraphColumns.FILE_LINE_OFFSETS;
import static dev.sextant.graph.GraphColumns.FILE_NAMESPACES;
import static dev.sextant.graph.GraphColumns.FILE_PATH_OFFSETS;
import static dev.sextant.graph.GraphColumns.FILE_PATH_TEXT;
import static dev.sextant.graph.GraphColumns.FILE_SIZES;
import static dev.sextant.graph.GraphColumns.LANGUAGE_OFFSETS;
import static dev.sextant.graph.GraphColumns.LANGUAGE_TEXT;

import dev.sextant.graph.columns.ColumnReader;
import dev.sextant.graph.columns.ColumnWriter;
import dev.sextant.source.LineTable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

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

  private FileTable(
      StringTable paths,
      String[] languages,
      int[] namespaceName,
      long[] contentHash,
      int[] sizeBytes,
      int[] firstSymbol,
      LinkCounts[] counts,
      LineTable[] lines) {
    this.paths = paths;
    this.languages = languages;
    this.namespaceName = namespaceName;
    this.contentHash = contentHash;
    this.sizeBytes = sizeBytes;
    this.firstSymbol = firstSymbol;
    this.counts = counts;
    this.lines = lines;
    long lineTotal = 0;
    long lineBytes = 0;
    for (LineTable table : lines) {
      lineTotal += table.lineCount();
      lineBytes += table.sizeBytes();
    }
    lineCount = lineTotal;
    ownSizeBytes =
        paths.sizeBytes()
            + lineBytes
            + lines.length * (3L * Integer.BYTES + Long.BYTES)
            + Integer.BYTES;
  }

  /** No files. */
  static FileTable empty() {
    return new FileTable(
        StringTable.of(List.of()),
        new String[0],
        new int[0],
        new long[0],
        new int[0],
        new int[1],
        new LinkCounts[0],
        new LineTable[0]);
  }

  /** The files of the graph before and of the blocks put together. */
  static FileTable linked(FileTable before, LinkLayout layout, LinkedNames names) {
    Splice splice = layout.files;
    List<FileBlock> blocks = layout.blocks();
    int count = splice.length();
    return new FileTable(
        layout.isOfSameFiles() ? before.paths : paths(before.paths, layout),
        splice.copied(
            before.languages,
            new String[count],
            each(String[][]::new, blocks, block -> new String[] {block.language().intern()})),
        splice.ints(
            before.namespaceName,
            names.moves(),
            i -> new int[] {names.rank(blocks.get(i).namespaceNameId())}),
        splice.copied(
            before.contentHash,
            new long[count],
            each(long[][]::new, blocks, block -> new long[] {block.contentHash()})),
        splice.ints(before.sizeBytes, i -> new int[] {blocks.get(i).sizeBytes()}),
        Arrays.equals(before.firstSymbol, layout.firstSymbol)
            ? before.firstSymbol
            : layout.firstSymbol,
        splice.copied(
            before.counts,
            new LinkCounts[count],
            each(LinkCounts[][]::new, blocks, block -> new LinkCounts[] {block.counts()})),
        splice.copied(
            before.lines,
            new LineTable[count],
            each(LineTable[][]::new, blocks, block -> new LineTable[] {block.lines()})));
  }

  /** Whether these files share with others what the ids of their symbols are made of. */
  @SuppressWarnings("ReferenceEquality") // What did not change is the same object.
  boolean isNamedLike(FileTable other) {
    return paths == other.paths
        && namespaceName == other.namespaceName
        && Arrays.equals(languages, other.languages);
  }

  private static StringTable paths(StringTable before, LinkLayout layout) {
    StringTable fresh = StringTable.of(layout.blocks().stream().map(FileBlock::path).toList());
    var paths = new StringTable.Builder(List.of(before, fresh));
    Splice splice = layout.files;
    for (int piece = 0, block = 0; piece < splice.pieceCount(); piece++) {
      int from = splice.from(piece);
      if (from < 0) {
        paths.append(fresh, block, ++block);
      } else {
        paths.append(before, from, from + splice.length(piece));
      }
    }
    return paths.build();
  }

  private static <A> A[] each(
      IntFunction<A[]> array, List<FileBlock> blocks, Function<FileBlock, A> row) {
    return blocks.stream().map(row).toArray(array);
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

  void writeColumns(ColumnWriter to) throws IOException {
    List<String> known = Arrays.stream(languages).distinct().sorted().toList();
    paths.writeColumns(to, FILE_PATH_TEXT, FILE_PATH_OFFSETS);
    StringTable.of(known).writeColumns(to, LANGUAGE_TEXT, LANGUAGE_OFFSETS);
    to.ints(FILE_LANGUAGES, Arrays.stream(languages).mapToInt(known::indexOf).toArray());
    to.ints(FILE_NAMESPACES, namespaceName);
    to.longs(FILE_HASHES, contentHash);
    to.ints(FILE_SIZES, sizeBytes);
    to.ints(FILE_FIRST_SYMBOLS, firstSymbol);
    to.ints(FILE_COUNTS, FileColumns.joined(counts));
    int[] lineOffsets = FileColumns.lineOffsets(lines);
    to.ints(FILE_LINES, FileColumns.joined(lines, lineOffsets));
    to.ints(FILE_LINE_OFFSETS, lineOffsets);
  }

  static FileTable readColumns(ColumnReader from, int nameCount) throws IOException {
    StringTable paths = StringTable.readColumns(from, FILE_PATH_TEXT, FILE_PATH_OFFSETS);
    var columns = new FileColumns(from, paths.count());
    return new FileTable(
        columns.checked(paths),
        columns.languages(),
        columns.namespaces(nameCount),
        columns.contentHashes(),
        columns.sizes(),
        columns.firstSymbols(),
        columns.counts(),
        columns.lines());
  }
}
