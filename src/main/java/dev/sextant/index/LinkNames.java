package dev.sextant.index;

import dev.sextant.graph.StringInterner;
import dev.sextant.resolve.QuestionKeys;

/**
 * The names and the keys of questions that builds have in common which go on from each other; they
 * only grow.
 *
 * <p><b>Threads:</b> safe.
 *
 * @param atFirst how many names there were after the last whole build
 */
record LinkNames(StringInterner names, QuestionKeys keys, int atFirst) {
  /** Those of a whole build: none. */
  static LinkNames none() {
    return new LinkNames(new StringInterner(), new QuestionKeys(), 0);
  }

  /** The same after a build. */
  LinkNames afterBuild() {
    return atFirst > 0 ? this : new LinkNames(names, keys, names.count());
  }

  /** Whether what nothing uses any more is so much that a whole build is due. */
  boolean isCrowded() {
    int most = 2 * atFirst + 10_000;
    return names.count() > most || keys.count() > most;
  }

  long sizeBytes() {
    return names.sizeBytes() + keys.sizeBytes();
  }
}
