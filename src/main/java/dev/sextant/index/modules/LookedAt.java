package dev.sextant.index.modules;

import dev.sextant.resolve.NumberCursor;
import dev.sextant.resolve.NumberRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Files and folders that a build asked about besides those it listed, as they were: what is not
 * there too, so that it is noticed when it comes.
 *
 * <p><b>Threads:</b> confined to one thread.
 */
public final class LookedAt {
  private record State(long sizeBytes, long modifiedNanos) {
    private static final State ABSENT = new State(-1, -1);
  }

  private final Map<String, State> states = new TreeMap<>();

  /** Nothing yet. */
  public LookedAt() {}

  /** Reads what {@link #write} wrote. */
  public static LookedAt read(NumberCursor from) {
    var read = new LookedAt();
    for (int left = from.count(); left > 0; left--) {
      read.states.put(from.text(), new State(from.longNumber(), from.longNumber()));
    }
    return read;
  }

  /** Writes all that is remembered. */
  public void write(NumberRows to) {
    to.add(states.size());
    states.forEach(
        (path, state) -> {
          to.addText(path);
          to.addLong(state.sizeBytes);
          to.addLong(state.modifiedNanos);
        });
  }

  /** Remembers how the file or folder at {@code path} below {@code root} is. */
  public void at(Path root, String path) {
    states.computeIfAbsent(path, one -> state(root, one));
  }

  /** Whether everything below {@code root} is as it was. */
  public boolean isAsBefore(Path root) {
    return states.entrySet().stream()
        .allMatch(one -> state(root, one.getKey()).equals(one.getValue()));
  }

  /** How many files and folders are remembered. */
  public int count() {
    return states.size();
  }

  private static State state(Path root, String path) {
    try {
      BasicFileAttributes found =
          Files.readAttributes(root.resolve(path), BasicFileAttributes.class);
      // The size of a folder means nothing; its time changes with the names in it.
      return new State(
          found.isDirectory() ? 0 : found.size(),
          found.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    } catch (IOException absent) {
      return State.ABSENT;
    }
  }
}
