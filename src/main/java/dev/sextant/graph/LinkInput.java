package dev.sextant.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a graph is linked from: for each of its files, in the order of their paths, a block linked
 * anew, or the file of an earlier graph that stays as it is.
 *
 * <p>A block names its targets by the indexes of files in this sequence. What stays keeps the
 * targets that it has: files that the earlier graph has under the same path.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class LinkInput {
  private final CodeGraph before;
  private final int[] sources;
  private final List<FileBlock> blocks;

  private LinkInput(Builder builder) {
    before = builder.before;
    sources = Arrays.copyOf(builder.sources, builder.count);
    blocks = List.copyOf(builder.blocks);
  }

  /** All files linked anew. */
  static LinkInput of(List<FileBlock> blocks) {
    var builder = new Builder(CodeGraph.empty());
    blocks.forEach(builder::linked);
    return builder.build();
  }

  CodeGraph before() {
    return before;
  }

  int fileCount() {
    return sources.length;
  }

  /** The number that {@code file} has in the graph before, or -1 when it was linked anew. */
  int kept(int file) {
    return Math.max(-1, sources[file]);
  }

  /** The index among {@link #blocks} of a file that was linked anew. */
  int block(int file) {
    return -2 - sources[file];
  }

  /** The blocks of the files that were linked anew, in order. */
  List<FileBlock> blocks() {
    return blocks;
  }

  String path(int file) {
    int known = kept(file);
    return known < 0 ? blocks.get(block(file)).path() : before.files().path(known);
  }

  /**
   * Collects the files one after the other.
   *
   * <p><b>Threads:</b> confined to its creating thread.
   */
  public static final class Builder {
    private final CodeGraph before;
    private final List<FileBlock> blocks = new ArrayList<>();
    // The number of a kept file, or -2 - the index of a block.
    private int[] sources = new int[64];
    private int count;

    /** Starts without files; {@code before} is the graph from which files may be kept. */
    public Builder(CodeGraph before) {
      this.before = before;
    }

    /** The next file is one of the graph before, by its number there. */
    public Builder kept(int file) {
      if (file < 0 || file >= before.files().count()) {
        throw new IllegalArgumentException(
            "keeping file " + file + " of a graph that has " + before.files().count());
      }
      add(file);
      return this;
    }

    /** The next file was linked anew. */
    public Builder linked(FileBlock block) {
      add(-2 - blocks.size());
      blocks.add(block);
      return this;
    }

    /** The files so far. */
    public LinkInput build() {
      return new LinkInput(this);
    }

    private void add(int source) {
      if (count == sources.length) {
        sources = Arrays.copyOf(sources, 2 * count);
      }
      sources[count++] = source;
    }
  }
}
