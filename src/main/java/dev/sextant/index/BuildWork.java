package dev.sextant.index;

/**
 * How much a build linked.
 *
 * @param incremental whether it went on from the build before; otherwise it did everything
 * @param filesLinked files whose references were resolved; the others keep their edges
 * @param referencesLinked references in those files
 */
public record BuildWork(boolean incremental, int filesLinked, long referencesLinked) {
  /** Nothing was done. */
  public static final BuildWork NONE = new BuildWork(false, 0, 0);
}
