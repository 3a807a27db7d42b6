package dev.sextant.source;

import java.nio.file.Path;

/**
 * Is told of every folder while a tree is listed.
 *
 * <p><b>Threads:</b> called on the thread that lists, one folder at a time.
 */
public interface FolderVisitor {
  /**
   * The names in a folder are about to be read; what appears in it from now on may be missing in
   * the listing.
   *
   * @param relative the folder from the root, which is itself the empty string
   * @param folder where it lies
   */
  void entering(String relative, Path folder);

  /**
   * The names in a folder have been read and it is part of the tree. A folder that turned out to be
   * left out is entered, but never listed.
   */
  void listed(String relative, FolderFilter filter);
}
