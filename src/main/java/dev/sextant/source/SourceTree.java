package dev.sextant.source;

import dev.sextant.cancellation.Cancellation;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * The listing of the source files below a root.
 *
 * <p>Left out are: what the ignore files name, with git's meaning of the rules; the folders of
 * {@link WalkSettings}; symbolic links, whether to files or folders and wherever they lead; files
 * that are not regular; files and folders whose names are no valid text.
 *
 * <p>Ignore files are {@code .gitignore} and, asked before it, {@code .sextantignore} in every
 * folder, and {@code .git/info/exclude}; when the root lies inside a repository, those of the
 * folders above it up to the top of the repository hold too. A user's own excludes outside the
 * repository are not asked, so that two users see the same tree. Rules name files whether or not
 * git tracks them.
 *
 * <p><b>Threads:</b> no state; each walk runs on its caller's thread and blocks on the disk.
 *
 * <p><b>Cost:</b> one directory read a folder and one look at the attributes of each entry.
 */
public final class SourceTree {
  private SourceTree() {}

  /**
   * Lists the files below {@code root} whose names are {@code wanted}.
   *
   * @param wanted told a file's name, says whether some language knows it
   * @param cancellation polled once a folder
   * @throws SourceTreeException when the root itself cannot be listed; a folder further down that
   *     cannot be read is counted in the listing instead
   */
  public static TreeListing walk(
      Path root, WalkSettings settings, Predicate<String> wanted, Cancellation cancellation)
      throws SourceTreeException {
    return new TreeWalk(TreeRoot.real(root), settings, wanted, cancellation).run();
  }
}
