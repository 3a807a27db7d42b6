package dev.sextant.source;

import java.util.List;

/**
 * The source files below a root, and what was left out.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @param files the files, sorted by path, each once
 * @param folders the folders that were read, sorted, relative to the root, which is itself the
 *     empty string: what a watcher has to watch
 * @param counts what was seen and left out
 * @param problems the first folders that could not be read, in the order of the walk
 */
public record TreeListing(
    List<SourceFile> files, List<String> folders, Counts counts, List<FolderProblem> problems) {
  /** Most problems a listing names; the others are only counted. */
  public static final int MAX_PROBLEMS = 20;

  /** Copies the lists. */
  public TreeListing {
    files = List.copyOf(files);
    folders = List.copyOf(folders);
    problems = List.copyOf(problems);
  }

  /**
   * Sums over one walk.
   *
   * @param foldersSeen folders that were read, the root included
   * @param ignoredFiles wanted files that an ignore rule names; files inside ignored folders are
   *     not looked at and so not counted
   * @param ignoredFolders folders that were not entered
   * @param linksNotFollowed symbolic links, to files or folders
   * @param unreadableFolders folders and ignore files that could not be read
   * @param unnamableFiles files and folders whose names are not valid text
   */
  public record Counts(
      int foldersSeen,
      int ignoredFiles,
      int ignoredFolders,
      int linksNotFollowed,
      int unreadableFolders,
      int unnamableFiles) {}
}
