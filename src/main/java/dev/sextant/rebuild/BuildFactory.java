package dev.sextant.rebuild;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.index.Build;
import dev.sextant.index.LinkState;
import dev.sextant.index.PassProgress;
import java.nio.file.Path;
import java.util.Optional;

/** Opens builds; does no work before the first pass is run. */
@FunctionalInterface
public interface BuildFactory {
  /**
   * A build of {@code root} that reports to {@code progress} and polls {@code cancellation}.
   *
   * @param before what the build before left to go on from; empty for a whole build
   */
  Build open(
      Path root, Optional<LinkState> before, PassProgress progress, Cancellation cancellation);
}
