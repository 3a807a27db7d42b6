package dev.sextant.source;

import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;

/**
 * Where a tree may differ from how it was listed before: a hint where to look, no statement that
 * anything did change.
 *
 * <p><b>Threads:</b> immutable.
 */
public sealed interface TreeChanges {
  /** Nobody looked: the tree is to be listed, and sizes and times tell what changed. */
  record Unknown() implements TreeChanges {
    @Override
    public BitSet suspects(List<SourceFile> files) {
      return new BitSet();
    }
  }

  /** Anywhere, and times may have been set back: the tree is to be listed and read. */
  record Anywhere() implements TreeChanges {
    @Override
    public BitSet suspects(List<SourceFile> files) {
      var all = new BitSet();
      all.set(0, files.size());
      return all;
    }
  }

  /**
   * At some files and below some folders, and nowhere else.
   *
   * @param paths files and folders, those that are gone among them; sorted, each once
   */
  record At(List<SourcePath> paths) implements TreeChanges {
    /** Sorts and copies the paths. */
    public At {
      paths = List.copyOf(new TreeSet<>(paths));
    }

    @Override
    public BitSet suspects(List<SourceFile> files) {
      return FilesAt.positions(files, paths);
    }
  }

  /**
   * The files whose size and time tell nothing, so that only their bytes do.
   *
   * @param files files of the tree, sorted by path
   * @return their positions in {@code files}
   */
  BitSet suspects(List<SourceFile> files);
}
