package dev.sextant.resolve;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * What linking one file asked of the rest of the world: which files' declarations it looked into,
 * and which names it asked for, found or not.
 *
 * <p>Files and names are ids of the build's names (a file's is that of its path), so they mean the
 * same in every build that goes on with these names. The questions of a header are those on which
 * the meaning of the file's declarations depends for others.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class Questions {
  private final long[] files;
  private final long[] headerFiles;
  private final long[] names;

  /** No questions. */
  public static final Questions NONE = new Questions(new LongSet(), new LongSet(), new LongSet());

  private Questions(long[] files, long[] headerFiles, long[] names) {
    this.files = files;
    this.headerFiles = headerFiles;
    this.names = names;
  }

  Questions(LongSet files, LongSet headerFiles, LongSet names) {
    this.files = files.sorted();
    this.headerFiles = headerFiles.sorted();
    this.names = names.sorted();
  }

  /** Whether the file looked into the declarations of one of {@code changed}. */
  boolean lookedInto(LongSet changed) {
    return hitsAny(files, changed) || hitsAny(headerFiles, changed);
  }

  /** Whether what the file declares depends on the declarations of one of {@code changed}. */
  boolean headerLookedInto(LongSet changed) {
    return hitsAny(headerFiles, changed);
  }

  /** Whether the file asked for one of {@code changed}. */
  boolean askedFor(LongSet changed) {
    return hitsAny(names, changed);
  }

  private static boolean hitsAny(long[] asked, LongSet changed) {
    if (changed.isEmpty()) {
      return false;
    }
    for (long value : asked) {
      if (changed.has(value)) {
        return true;
      }
    }
    return false;
  }

  /** These and those of another part of the same file's linking. */
  public Questions and(Questions other) {
    return new Questions(
        union(files, other.files),
        union(headerFiles, other.headerFiles),
        union(names, other.names));
  }

  private static long[] union(long[] one, long[] other) {
    if (one.length == 0 || other.length == 0) {
      return one.length == 0 ? other : one;
    }
    return LongStream.concat(Arrays.stream(one), Arrays.stream(other))
        .sorted()
        .distinct()
        .toArray();
  }
}
