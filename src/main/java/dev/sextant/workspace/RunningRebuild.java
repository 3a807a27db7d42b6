package dev.sextant.workspace;

import dev.sextant.index.Pass;
import java.time.Instant;

/**
 * How far a build under way has come.
 *
 * @param mode what was asked for
 * @param pass the pass that runs
 * @param done items of the pass that are done
 * @param total items of the pass; 0 while unknown
 * @param startedAt when the build started
 */
public record RunningRebuild(
    RebuildMode mode, Pass pass, long done, long total, Instant startedAt) {
  /** Whichever of the two has come further. */
  RunningRebuild furthest(RunningRebuild other) {
    int passes = pass.compareTo(other.pass);
    boolean otherIsFurther = passes < 0 || (passes == 0 && other.done >= done);
    return otherIsFurther ? other : this;
  }
}
