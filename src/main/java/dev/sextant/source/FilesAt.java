package dev.sextant.source;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Searches in files that are sorted by path. Has no state.
 *
 * <p><b>Cost:</b> a path is looked up in logarithmic time.
 */
final class FilesAt {
  private FilesAt() {}

  /** The positions of the files that are at or below one of {@code paths}. */
  static BitSet positions(List<SourceFile> files, List<SourcePath> paths) {
    var found = new BitSet();
    for (SourcePath path : paths) {
      int at = first(files, path.value());
      if (at < files.size() && files.get(at).path().equals(path)) {
        found.set(at);
      }
      // What lies below is not always next to it: "a-b" is between "a" and "a/b".
      found.set(first(files, path.value() + "/"), first(files, path.value() + (char) ('/' + 1)));
    }
    return found;
  }

  /**
   * {@code files} without those at {@code gone}, and with {@code added}, which has none of the
   * others.
   */
  static List<SourceFile> exchanged(List<SourceFile> files, BitSet gone, List<SourceFile> added) {
    List<SourceFile> all = new ArrayList<>(files.size() - gone.cardinality() + added.size());
    int at = 0;
    for (SourceFile one : added) {
      int next = first(files, one.path().value());
      copy(files, at, next, gone, all);
      all.add(one);
      at = next;
    }
    copy(files, at, files.size(), gone, all);
    return all;
  }

  private static void copy(
      List<SourceFile> files, int from, int end, BitSet gone, List<SourceFile> to) {
    int next = gone.nextClearBit(from);
    while (next < end) {
      int stop = gone.nextSetBit(next);
      stop = stop < 0 ? end : Math.min(stop, end);
      to.addAll(files.subList(next, stop));
      next = gone.nextClearBit(stop);
    }
  }

  /** The position of the first file that does not come before {@code path}. */
  private static int first(List<SourceFile> files, String path) {
    int low = 0;
    int high = files.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (SourcePath.compareByCodePoint(files.get(middle).path().value(), path) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
