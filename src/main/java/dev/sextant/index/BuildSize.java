package dev.sextant.index;

/**
 * How much a build has before it, as far as the listing of the tree tells.
 *
 * @param sourceBytes bytes of all files that are read
 * @param changedBytes bytes of those that are read because the build before may not have seen them
 *     as they are; all of them when there is none
 * @param files files that are read
 * @param changedFiles files that were added, removed or listed with another size or time since the
 *     build before; all when there is none
 * @param incremental whether it goes on from a build before
 */
public record BuildSize(
    long sourceBytes, long changedBytes, int files, int changedFiles, boolean incremental) {
  /** Nothing to do. */
  public static final BuildSize NONE = new BuildSize(0, 0, 0, 0, false);
}
