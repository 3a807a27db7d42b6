package dev.sextant.watch;

import dev.sextant.source.SourcePath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was seen to change and not yet handed on.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @param count how many files and folders
 * @param names the first of them, at most {@link #MAX_NAMES}
 * @param everything whether all files may have changed, whatever the count
 * @param since when the first was seen; empty when there is none
 */
public record PendingChanges(
    int count, List<SourcePath> names, boolean everything, Optional<Instant> since) {
  /** Most names. */
  public static final int MAX_NAMES = 20;

  /** Copies the list. */
  public PendingChanges {
    names = List.copyOf(names);
  }
}
