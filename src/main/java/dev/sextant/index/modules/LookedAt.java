package dev.sextant.index.modules;

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

  private final Path root;
  private final Map<String, State> states = new TreeMap<>();

  /** Nothing yet, below {@code root}. */
  public LookedAt(Path root) {
    this.root = root;
  }

  /** Remembers how the file or folder at {@code path} is. */
  public void at(String path) {
    states.computeIfAbsent(path, this::state);
  }

  /** Remembers what the other does. */
  public void addAll(LookedAt other) {
    other.states.forEach(states::putIfAbsent);
  }

  /** Whether everything is as it was. */
  public boolean isAsBefore() {
    return states.entrySet().stream().allMatch(one -> state(one.getKey()).equals(one.getValue()));
  }

  private State state(String path) {
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
