package dev.sextant.rebuild;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.index.Build;
import dev.sextant.index.PassProgress;
import dev.sextant.workspace.WorkspaceKey;

/** Opens builds; does no work before the first pass is run. */
@FunctionalInterface
public interface BuildFactory {
  /**
   * A build of the workspace with {@code key} that reports to {@code progress} and polls {@code
   * cancellation}.
   */
  Build open(WorkspaceKey key, PassProgress progress, Cancellation cancellation);
}
