package dev.sextant.index.classpath;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths below the workspace as build files write them. */
final class WorkspacePaths {
  private WorkspacePaths() {}

  /**
   * The project file that {@code written} names as seen from the file at {@code path}; empty when
   * that leads out of the workspace.
   */
  static String beside(String path, String written) {
    Deque<String> folders = new ArrayDeque<>();
    String whole = path.substring(0, path.lastIndexOf('/') + 1) + written;
    for (String part : whole.split("/")) {
      if (part.equals("..")) {
        if (folders.pollLast() == null) {
          return "";
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        folders.addLast(part);
      }
    }
    String joined = String.join("/", folders);
    if (joined.endsWith(".xml")) {
      return joined;
    }
    return joined.isEmpty() ? "pom.xml" : joined + "/pom.xml";
  }
}
