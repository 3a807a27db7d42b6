package dev.sextant.source;

import dev.sextant.cancellation.Cancellation;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * The source files below a root, as they can be listed.
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
 * <p><b>Threads:</b> immutable; each listing runs on its caller's thread and blocks on the disk.
 *
 * <p><b>Cost:</b> one directory read a folder and one look at the attributes of each entry.
 */
public final class SourceTree {
  private static final FolderVisitor NOBODY =
      new FolderVisitor() {
        @Override
        public void entering(String relative, Path folder) {}

        @Override
        public void listed(String relative, FolderFilter filter) {}
      };

  private final Path root;
  private final WalkSettings settings;
  private final Predicate<String> wanted;

  /**
   * The tree below {@code root}; nothing is read yet.
   *
   * @param wanted told a file's name, says whether some language knows it
   */
  public SourceTree(Path root, WalkSettings settings, Predicate<String> wanted) {
    this.root = root;
    this.settings = settings;
    this.wanted = wanted;
  }

  /** Lists a tree once; see {@link #list(Cancellation)}. */
  public static TreeListing walk(
      Path root, WalkSettings settings, Predicate<String> wanted, Cancellation cancellation)
      throws SourceTreeException {
    return new SourceTree(root, settings, wanted).list(cancellation);
  }

  /**
   * Lists the whole tree.
   *
   * @param cancellation polled once a folder
   * @throws SourceTreeException when the root itself cannot be listed; a folder further down that
   *     cannot be read is counted in the listing instead
   */
  public TreeListing list(Cancellation cancellation) throws SourceTreeException {
    return list(NOBODY, cancellation);
  }

  /**
   * Lists the whole tree like {@link #list(Cancellation)} and tells {@code visitor} its folders.
   */
  public TreeListing list(FolderVisitor visitor, Cancellation cancellation)
      throws SourceTreeException {
    return new TreeWalk(TreeRoot.real(root), "", this, visitor, cancellation).run();
  }

  /**
   * Lists the part of the tree at {@code start}: exactly the files that {@link #list(Cancellation)}
   * would list there, one when it is a file and none when it is left out or gone.
   *
   * <p><b>Cost:</b> reads the folders on the way to it and those below it.
   *
   * @param cancellation polled once a folder
   * @throws SourceTreeException when the root itself cannot be listed
   */
  public TreeListing listAt(SourcePath start, Cancellation cancellation)
      throws SourceTreeException {
    return listAt(start, NOBODY, cancellation);
  }

  /**
   * Lists a part of the tree like {@link #listAt(SourcePath, Cancellation)} and tells {@code
   * visitor} the folders there, not those on the way.
   */
  public TreeListing listAt(SourcePath start, FolderVisitor visitor, Cancellation cancellation)
      throws SourceTreeException {
    return new TreeWalk(TreeRoot.real(root), start.value(), this, visitor, cancellation).run();
  }

  /** The root as it was given. */
  public Path root() {
    return root;
  }

  WalkSettings settings() {
    return settings;
  }

  Predicate<String> wanted() {
    return wanted;
  }
}
