package dev.sextant.index;

import dev.sextant.source.SourceTreeException;

/**
 * One build of one source tree into a graph, taken pass by pass.
 *
 * <p><b>Threads:</b> driven by one thread at a time; passes may run on different threads when each
 * happens before the next.
 */
public interface Build {
  /**
   * Runs {@code pass} to its end; passes are run once each, in the order of the enum.
   *
   * <p><b>Errors:</b> {@link dev.sextant.cancellation.CancelledException} when the build was asked
   * to stop; {@link dev.sextant.scip.UnusableIndexException} when it was to read an index and that
   * is none.
   */
  void run(Pass pass) throws SourceTreeException;

  /** Lets it be a whole build, whatever it was to go on from; only between the first two passes. */
  void startOver();

  /**
   * Whether the files are as the build before met them, so that its result is this one's too; only
   * after {@link Pass#EXTRACT}.
   */
  boolean changesNothing();

  /** How much there is to do; only after the first pass. */
  BuildSize size();

  /** What was built; only after the last pass. */
  IndexResult result();
}
