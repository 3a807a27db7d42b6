package dev.sextant.watch;

import java.util.List;
import java.util.TreeSet;

/**
 * The parts of a tree that must be listed again because of events: new folders, and folders whose
 * events were lost or whose rules changed.
 *
 * <p>There are few; when there would be more, the whole tree takes their place.
 *
 * <p><b>Threads:</b> confined to the lock of its {@link Watch}.
 */
final class ScanQueue {
  private static final int MAX_PARTS = 64;

  private final TreeSet<String> parts = new TreeSet<>();
  private long asked;
  private long begun;
  private long done;

  /** Asks for the part at {@code path}; the root is the empty string. */
  void ask(String path) {
    asked++;
    if (parts.contains("")) {
      return;
    }
    if (path.isEmpty() || parts.size() == MAX_PARTS) {
      parts.clear();
      parts.add("");
    } else {
      parts.add(path);
    }
  }

  boolean isWaiting() {
    return !parts.isEmpty();
  }

  boolean isBusy() {
    return done < asked;
  }

  /** All parts asked for, none inside another; they count as begun. */
  List<String> take() {
    List<String> all =
        parts.stream().filter(part -> parts.stream().noneMatch(o -> isInside(part, o))).toList();
    parts.clear();
    begun = asked;
    return all;
  }

  /** What was taken has been listed. */
  void finished() {
    done = begun;
  }

  /** The whole tree has been listed since, or nothing needs to be. */
  void clear() {
    parts.clear();
    begun = asked;
    done = asked;
  }

  /** A mark that is passed when all that is asked for until now is listed. */
  long mark() {
    return asked;
  }

  boolean isPast(long mark) {
    return done >= mark;
  }

  private static boolean isInside(String part, String other) {
    return !part.equals(other) && part.startsWith(other + "/");
  }
}
