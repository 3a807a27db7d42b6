package dev.sextant.source;

import java.util.Collection;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files and folders at which a walk begins, relative to the root.
 *
 * <p><b>Threads:</b> immutable.
 */
final class WalkStarts {
  private final Set<String> starts;
  private final Set<String> onTheWay = new HashSet<>();

  private WalkStarts(Set<String> starts) {
    this.starts = starts;
    for (String start : starts) {
      int slash = start.lastIndexOf('/');
      while (slash > 0 && onTheWay.add(start.substring(0, slash))) {
        slash = start.lastIndexOf('/', slash - 1);
      }
    }
  }

  /** The root: all begins there. */
  static WalkStarts root() {
    return new WalkStarts(Set.of(""));
  }

  /** Some files and folders. */
  static WalkStarts at(Collection<SourcePath> paths) {
    Set<String> starts = new HashSet<>();
    paths.forEach(path -> starts.add(path.value()));
    return new WalkStarts(starts);
  }

  /** Whether {@code relative} is a start or lies below one. */
  boolean cover(String relative) {
    if (starts.contains("") || starts.contains(relative)) {
      return true;
    }
    for (int slash = relative.indexOf('/'); slash > 0; slash = relative.indexOf('/', slash + 1)) {
      if (starts.contains(relative.substring(0, slash))) {
        return true;
      }
    }
    return false;
  }

  /** Those of {@code names}, which lie in the folder {@code prefix} ends with, that lead to one. */
  NavigableSet<String> leading(String prefix, NavigableSet<String> names) {
    NavigableSet<String> leading = new TreeSet<>(names.comparator());
    for (String name : names) {
      String relative = prefix + name;
      if (starts.contains(relative) || onTheWay.contains(relative)) {
        leading.add(name);
      }
    }
    return leading;
  }
}
