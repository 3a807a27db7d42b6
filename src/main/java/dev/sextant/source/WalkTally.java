package dev.sextant.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The sums a walk keeps while it runs.
 *
 * <p><b>Threads:</b> confined to its creating thread.
 */
final class WalkTally {
  int foldersSeen;
  int ignoredFiles;
  int ignoredFolders;
  int linksNotFollowed;
  int unnamableFiles;
  private int unreadableFolders;
  private final List<FolderProblem> problems = new ArrayList<>();

  void problem(String path, String reason) {
    unreadableFolders++;
    if (problems.size() < TreeListing.MAX_PROBLEMS) {
      problems.add(new FolderProblem(path, reason));
    }
  }

  List<FolderProblem> problems() {
    return problems;
  }

  TreeListing.Counts counts() {
    return new TreeListing.Counts(
        foldersSeen,
        ignoredFiles,
        ignoredFolders,
        linksNotFollowed,
        unreadableFolders,
        unnamableFiles);
  }
}
