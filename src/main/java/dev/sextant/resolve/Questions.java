package dev.sextant.resolve;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * What linking one file asked of the rest of the world: which files' declarations it looked into,
 * and which names it asked for, found or not.
 *
 * <p>The questions of a header are those on which the meaning of the file's declarations depends
 * for others.
 *
 * <p><b>Shape:</b> three lists (files, files of the header, names), each its length and then the
 * differences of ascending numbers of {@link QuestionKeys}, all in seven bits a byte, the last byte
 * of a number without its highest bit.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class Questions {
  private static final int LISTS = 3;
  private static final int FILES = 0;
  private static final int HEADER_FILES = 1;
  private static final int NAMES = 2;

  /** No questions. */
  public static final Questions NONE = new Questions(new byte[LISTS]);

  private final byte[] packed;

  private Questions(byte[] packed) {
    this.packed = packed;
  }

  /** Questions by their numbers, each list in ascending order. */
  static Questions of(int[] files, int[] headerFiles, int[] names) {
    if (files.length + headerFiles.length + names.length == 0) {
      return NONE;
    }
    var rows = new NumberRows();
    rows.addAscending(files);
    rows.addAscending(headerFiles);
    rows.addAscending(names);
    return new Questions(rows.toBytes());
  }

  /**
   * The questions that {@link #packed} gave; the array is kept, not copied.
   *
   * @param keyCount how many keys there are; what has a larger number is refused
   */
  public static Questions unpacked(byte[] packed, int keyCount) {
    var questions = new Questions(packed);
    var cursor = new NumberCursor(questions.packed);
    for (int list = 0; list < LISTS; list++) {
      int[] numbers = cursor.ascending();
      if (numbers.length > 0 && numbers[numbers.length - 1] >= keyCount) {
        throw new IllegalArgumentException(
            "reading questions: number "
                + numbers[numbers.length - 1]
                + " of only "
                + keyCount
                + " keys");
      }
    }
    return questions;
  }

  /** The questions as bytes; shared, not to be changed. */
  public byte[] packed() {
    return packed;
  }

  /** Whether the file looked into the declarations of one of {@code changed}. */
  boolean lookedInto(BitSet changed) {
    return hitsAny(FILES, changed) || hitsAny(HEADER_FILES, changed);
  }

  /** Whether what the file declares depends on the declarations of one of {@code changed}. */
  boolean headerLookedInto(BitSet changed) {
    return hitsAny(HEADER_FILES, changed);
  }

  /** Whether the file asked for one of {@code changed}. */
  boolean askedFor(BitSet changed) {
    return hitsAny(NAMES, changed);
  }

  private boolean hitsAny(int list, BitSet changed) {
    if (changed.isEmpty()) {
      return false;
    }
    var cursor = new NumberCursor(packed);
    for (int at = 0; at < list; at++) {
      cursor.skip(cursor.number());
    }
    int number = 0;
    for (int left = cursor.number(); left > 0; left--) {
      number += cursor.number();
      if (changed.get(number)) {
        return true;
      }
    }
    return false;
  }

  /** These and those of another part of the same file's linking. */
  public Questions and(Questions other) {
    if (packed.length == LISTS || other.packed.length == LISTS) {
      return packed.length == LISTS ? other : this;
    }
    var one = new NumberCursor(packed);
    var two = new NumberCursor(other.packed);
    return of(
        union(one.ascending(), two.ascending()),
        union(one.ascending(), two.ascending()),
        union(one.ascending(), two.ascending()));
  }

  private static int[] union(int[] one, int[] other) {
    if (one.length == 0 || other.length == 0) {
      return one.length == 0 ? other : one;
    }
    return IntStream.concat(Arrays.stream(one), Arrays.stream(other)).sorted().distinct().toArray();
  }
}
