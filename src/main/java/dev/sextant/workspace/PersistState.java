package dev.sextant.workspace;

import java.util.Optional;

/**
 * How far a workspace is kept beyond the process.
 *
 * @param generation the generation that the snapshot on the disk holds; 0 for none that is known
 * @param error why the last try to write a newer one failed; empty when it did not
 */
public record PersistState(long generation, Optional<String> error) {
  /** Nothing is kept, and nothing went wrong. */
  public static final PersistState NONE = new PersistState(0, Optional.empty());

  /** A snapshot of {@code generation} is on the disk. */
  public static PersistState of(long generation) {
    return new PersistState(generation, Optional.empty());
  }

  /** What was kept still is, and writing a newer one failed. */
  public PersistState failed(String why) {
    return new PersistState(generation, Optional.of(why));
  }
}
