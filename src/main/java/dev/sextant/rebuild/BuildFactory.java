package dev.sextant.rebuild;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.index.Build;
import dev.sextant.index.LinkState;
import dev.sextant.index.PassProgress;
import dev.sextant.source.TreeChanges;
import dev.sextant.workspace.WorkspaceKey;
import java.util.Optional;

/** Opens builds; does no work before the first pass is run. */
@FunctionalInterface
public interface BuildFactory {
  /**
   * A build of the workspace with {@code key} that reports to {@code progress} and polls {@code
   * cancellation}.
   *
   * @param before what the build before left to go on from; empty for a whole build
   * @param changes where the tree may differ from how that build listed it
   */
  Build open(
      WorkspaceKey key,
      Optional<LinkState> before,
      TreeChanges changes,
      PassProgress progress,
      Cancellation cancellation);
}
