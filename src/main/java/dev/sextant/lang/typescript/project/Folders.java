package dev.sextant.lang.typescript.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths below the workspace as configuration writes them. Stateless. */
public final class Folders {
  private Folders() {}

  /** The folder of a path, empty for the workspace itself. */
  public static String of(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /**
   * What {@code written} names as seen from {@code folder}; empty when it leads out of the
   * workspace or is no relative path.
   */
  public static Optional<String> resolve(String folder, String written) {
    if (written.startsWith("/") || written.indexOf('\\') >= 0 || written.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    List<String> segments = new ArrayList<>();
    for (String segment : (folder + "/" + written).split("/", -1)) {
      if (segment.equals("..")) {
        if (segments.isEmpty()) {
          return Optional.empty();
        }
        segments.removeLast();
      } else if (!segment.equals(".") && !segment.isEmpty()) {
        segments.add(segment);
      }
    }
    return Optional.of(String.join("/", segments));
  }

  /** {@code folder/name}, without a slash when the folder is the workspace. */
  public static String join(String folder, String name) {
    return folder.isEmpty() || name.isEmpty() ? folder + name : folder + "/" + name;
  }

  /** Whether {@code path} is {@code folder} or lies below it. */
  static boolean holds(String folder, String path) {
    return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
  }

  /** What {@code path} is as seen from {@code folder}, which holds it. */
  static String below(String folder, String path) {
    if (folder.isEmpty()) {
      return path;
    }
    return path.length() == folder.length() ? "" : path.substring(folder.length() + 1);
  }

  /** The folder and those around it, the nearest first and the workspace last. */
  public static List<String> outwards(String folder) {
    List<String> all = new ArrayList<>();
    for (String at = folder; !at.isEmpty(); at = of(at)) {
      all.add(at);
    }
    all.add("");
    return all;
  }
}
