package dev.sextant.rebuild;

import dev.sextant.workspace.RebuildMode;
import java.time.Duration;
import java.util.List;

/**
 * What a build that was published came to.
 *
 * @param generation the generation it published
 * @param mode how much it looked at, which may be more than was asked for
 * @param filesExtracted files that were parsed
 * @param filesFromCache files whose facts were kept from an earlier build
 * @param referencesLinked references whose targets were looked up
 * @param superseded how many builds were given up, one after the other, for this one to have later
 *     changes too
 * @param took from the start of the build to its publication
 * @param passes the passes it ran, in order
 */
public record RebuildOutcome(
    long generation,
    RebuildMode mode,
    int filesExtracted,
    int filesFromCache,
    long referencesLinked,
    int superseded,
    Duration took,
    List<PassTime> passes) {
  /** Copies the passes. */
  public RebuildOutcome {
    passes = List.copyOf(passes);
  }
}
