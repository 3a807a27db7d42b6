/**
 * When a workspace is built, by what steps, and who learns of the outcome.
 *
 * <p>Read in this order: {@link Rebuilds}, {@link RebuildLane}, {@link RebuildPipeline}.
 *
 * <p><b>Invariants:</b> at most one build of a workspace runs and at most one request is parked
 * behind it; every request is answered exactly once, with the outcome of the build that consumed
 * it; publishing is the last step of a build and one atomic swap; whatever a pass throws, the lane
 * is free afterwards.
 *
 * <p><b>Threads:</b> passes run on the executor given to {@link RebuildPipeline}, never on the
 * thread that asks; a lane's lock is held only to read or to coalesce.
 *
 * <p><b>Does not know</b> the wire, configuration sources, metrics.
 */
@NullMarked
package dev.sextant.rebuild;

import org.jspecify.annotations.NullMarked;
