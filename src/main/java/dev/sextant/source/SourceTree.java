package dev.sextant.source;

import dev.sextant.cancellation.Cancellation;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
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
    return new TreeWalk(TreeRoot.real(root), WalkStarts.root(), this, visitor, cancellation).run();
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
    return new TreeWalk(
            TreeRoot.real(root), WalkStarts.at(List.of(start)), this, visitor, cancellation)
        .run();
  }

  /**
   * Lists the whole tree again, which differs at most where {@code changes} says from {@code
   * before}: exactly the files that {@link #list(Cancellation)} would list.
   *
   * <p>Where a file is named that decides what is listed around it, its folder is listed.
   *
   * <p><b>Cost:</b> reads the folders that are named, those below them and, each once, those on the
   * way; never more than the whole tree.
   *
   * @param before all files that were listed with the same settings, sorted by path
   * @param cancellation polled once a folder
   * @return all files, sorted by path
   * @throws SourceTreeException when the root itself cannot be listed
   */
  public List<SourceFile> listAgain(
      List<SourceFile> before, TreeChanges.At changes, Cancellation cancellation)
      throws SourceTreeException {
    NavigableSet<SourcePath> places = new TreeSet<>();
    for (SourcePath path : changes.paths()) {
      Optional<SourcePath> place = place(path);
      if (place.isEmpty()) {
        return list(cancellation).files();
      }
      places.add(place.get());
    }
    if (places.isEmpty()) {
      var _ = TreeRoot.real(root);
      return before;
    }
    List<SourceFile> found =
        new TreeWalk(TreeRoot.real(root), WalkStarts.at(places), this, NOBODY, cancellation)
            .run()
            .files();
    BitSet gone = FilesAt.positions(before, List.copyOf(places));
    List<SourceFile> all = FilesAt.exchanged(before, gone, found);
    if (all.size() > settings.maxFiles()) {
      throw TreeWalk.tooManyFiles(root, settings);
    }
    return all;
  }

  /** Where a change at {@code path} may show in the listing; empty for the whole tree. */
  private Optional<SourcePath> place(SourcePath path) {
    String value = path.value();
    int git = ("/" + value + "/").indexOf("/.git/");
    int end = value.length();
    if (git >= 0) {
      end = git - 1;
    } else if (FolderFilter.holdsRules(path.name()) || settings.steers(path.name())) {
      end = value.lastIndexOf('/');
    }
    return end <= 0 ? Optional.empty() : Optional.of(new SourcePath(value.substring(0, end)));
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
