package dev.sextant.graph;

import static dev.sextant.graph.GraphColumns.TREE_HASHES;
import static dev.sextant.graph.GraphColumns.TREE_PATH_OFFSETS;
import static dev.sextant.graph.GraphColumns.TREE_PATH_TEXT;
import static dev.sextant.graph.GraphColumns.TREE_SIZES;
import static dev.sextant.graph.GraphColumns.TREE_TIMES;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sextant.graph.columns.ColumnReader;
import dev.sextant.graph.columns.ColumnWriter;
import dev.sextant.source.SourceFile;
import dev.sextant.source.SourcePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The files of a workspace as a build met them, whether or not they came into the graph: what a
 * later look at the disk is compared with.
 *
 * <p>Files are numbered in the order of their paths, from 0; the numbers are not those of a graph.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class TreeState {
  /** The time of a file that changed so late that its time cannot tell a further change. */
  public static final long NO_TIME = Long.MIN_VALUE;

  /** The hash of a file that was not read. */
  public static final long NO_HASH = 0;

  private final StringTable paths;
  private final long[] sizeBytes;
  private final long[] modifiedNanos;
  private final long[] contentHash;

  private TreeState(StringTable paths, long[] sizeBytes, long[] modifiedNanos, long[] contentHash) {
    this.paths = paths;
    this.sizeBytes = sizeBytes;
    this.modifiedNanos = modifiedNanos;
    this.contentHash = contentHash;
  }

  /** How many files there are. */
  public int count() {
    return sizeBytes.length;
  }

  /** The file with this number, as it was listed. */
  public SourceFile file(int number) {
    return new SourceFile(
        new SourcePath(paths.get(number)), sizeBytes[number], modifiedNanos[number]);
  }

  /** The hash of the bytes that the file had, or {@link #NO_HASH}. */
  public long contentHash(int number) {
    return contentHash[number];
  }

  /** The number of the file with this path, or -1. */
  public int find(SourcePath path) {
    byte[] wanted = path.value().getBytes(UTF_8);
    int low = 0;
    int high = count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (paths.compare(middle, wanted) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < count() && paths.compare(low, wanted) == 0 ? low : -1;
  }

  /**
   * The same files, where those that changed at {@code nanos} or later have {@link #NO_TIME}.
   *
   * @param nanos nanoseconds since the epoch
   */
  public TreeState withTimesBefore(long nanos) {
    long[] told = modifiedNanos.clone();
    for (int i = 0; i < told.length; i++) {
      if (told[i] >= nanos) {
        told[i] = NO_TIME;
      }
    }
    return new TreeState(paths, sizeBytes, told, contentHash);
  }

  /** The bytes that the arrays hold. */
  public long sizeBytes() {
    return paths.sizeBytes() + 3L * Long.BYTES * count();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TreeState tree
        && paths.equals(tree.paths)
        && Arrays.equals(sizeBytes, tree.sizeBytes)
        && Arrays.equals(modifiedNanos, tree.modifiedNanos)
        && Arrays.equals(contentHash, tree.contentHash);
  }

  @Override
  public int hashCode() {
    return 31 * paths.hashCode() + Arrays.hashCode(contentHash);
  }

  @Override
  public String toString() {
    return "TreeState[" + count() + " files]";
  }

  void writeColumns(ColumnWriter to) throws IOException {
    paths.writeColumns(to, TREE_PATH_TEXT, TREE_PATH_OFFSETS);
    to.longs(TREE_SIZES, sizeBytes);
    to.longs(TREE_TIMES, modifiedNanos);
    to.longs(TREE_HASHES, contentHash);
  }

  static TreeState readColumns(ColumnReader from) throws IOException {
    var bounds = new ColumnBounds(from);
    StringTable paths = StringTable.readColumns(from, TREE_PATH_TEXT, TREE_PATH_OFFSETS);
    var tree =
        new TreeState(
            paths, from.longs(TREE_SIZES), from.longs(TREE_TIMES), from.longs(TREE_HASHES));
    bounds.length(TREE_SIZES, tree.sizeBytes.length, paths.count());
    bounds.length(TREE_TIMES, tree.modifiedNanos.length, paths.count());
    bounds.length(TREE_HASHES, tree.contentHash.length, paths.count());
    bounds.require(paths.isAscending(), TREE_PATH_TEXT, "is not in order");
    bounds.require(paths.areSourcePaths(), TREE_PATH_TEXT, "has one that is no path of a file");
    return tree;
  }

  /**
   * Collects the files of a tree.
   *
   * <p><b>Threads:</b> confined to its creating thread.
   */
  public static final class Builder {
    private final List<String> paths = new ArrayList<>();
    private long[] numbers = new long[48];

    /**
     * Adds the next file, in the order of paths.
     *
     * @param contentHash the hash of its bytes, or {@link TreeState#NO_HASH}
     */
    public Builder add(SourceFile file, long contentHash) {
      String path = file.path().value();
      if (!paths.isEmpty() && new SourcePath(paths.getLast()).compareTo(file.path()) >= 0) {
        throw new IllegalArgumentException(
            "adding " + path + " behind " + paths.getLast() + ": add files in the order of paths");
      }
      int at = 3 * paths.size();
      if (at == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * at);
      }
      numbers[at] = file.sizeBytes();
      numbers[at + 1] = file.modifiedNanos();
      numbers[at + 2] = contentHash;
      paths.add(path);
      return this;
    }

    /** The files added so far. */
    public TreeState build() {
      return new TreeState(StringTable.of(paths), every(0), every(1), every(2));
    }

    private long[] every(int column) {
      var values = new long[paths.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = numbers[3 * i + column];
      }
      return values;
    }
  }
}
