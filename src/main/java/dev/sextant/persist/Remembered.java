package dev.sextant.persist;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is remembered of workspaces from one process to the next.
 *
 * @param workspaces those that were loaded, by root
 * @param generations by root, a generation such that no later one was given out
 */
public record Remembered(List<RememberedWorkspace> workspaces, Map<Path, Long> generations) {
  /** Nothing. */
  public static final Remembered NOTHING = new Remembered(List.of(), Map.of());

  /** Copies what can change. */
  public Remembered {
    workspaces = List.copyOf(workspaces);
    generations = Map.copyOf(generations);
  }
}
