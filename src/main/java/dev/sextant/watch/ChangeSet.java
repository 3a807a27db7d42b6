package dev.sextant.watch;

import dev.sextant.source.SourcePath;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What changed in a tree from one quiet moment to the next, as hints where to look: a path that is
 * named may be as it was, and only its bytes tell.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @param clock the position in the changes of this watch; it grows with every set
 * @param scope whether the paths are all that changed
 * @param files source files that were made, written or deleted; sorted
 * @param folders folders below which anything may have changed or be gone; sorted
 * @param configuration files that say how the sources are built; sorted
 * @param git where the repository's head stands after the changes
 * @param gitChange what happened to the repository since the set before
 * @param firstSeen when the first of the changes was seen
 */
public record ChangeSet(
    long clock,
    Scope scope,
    List<SourcePath> files,
    List<SourcePath> folders,
    List<SourcePath> configuration,
    GitState git,
    GitChange gitChange,
    Instant firstSeen) {
  /** Most paths of a merged set; above, everything counts as changed. */
  public static final int MAX_PATHS = 10_000;

  /** How much a set says. */
  public enum Scope {
    /** The paths are all that changed. */
    PATHS,
    /** Events were lost or too many: all files must be listed and compared by their content. */
    EVERYTHING
  }

  /** Copies the lists. */
  public ChangeSet {
    files = List.copyOf(files);
    folders = List.copyOf(folders);
    configuration = List.copyOf(configuration);
  }

  /** Both sets as one, this one being the earlier. */
  public ChangeSet then(ChangeSet later) {
    List<SourcePath> allFolders = union(folders, later.folders);
    List<SourcePath> allFiles = union(files, later.files);
    boolean tooMany = allFiles.size() + allFolders.size() > MAX_PATHS;
    boolean everything = tooMany || scope == Scope.EVERYTHING || later.scope == Scope.EVERYTHING;
    return new ChangeSet(
        Math.max(clock, later.clock),
        everything ? Scope.EVERYTHING : Scope.PATHS,
        everything ? List.of() : allFiles,
        everything ? List.of() : allFolders,
        union(configuration, later.configuration),
        later.git.isNone() ? git : later.git,
        gitChange.or(later.gitChange),
        firstSeen.isBefore(later.firstSeen) ? firstSeen : later.firstSeen);
  }

  /** Whether no file needs to be looked at: only the repository moved. */
  public boolean isOfTheRepositoryOnly() {
    return scope == Scope.PATHS && files.isEmpty() && folders.isEmpty() && configuration.isEmpty();
  }

  private static List<SourcePath> union(
      Collection<SourcePath> first, Collection<SourcePath> second) {
    TreeSet<SourcePath> all = new TreeSet<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
