package dev.sextant.rebuild;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.index.Build;
import dev.sextant.index.PassProgress;
import java.nio.file.Path;

/** Opens builds; does no work before the first pass is run. */
@FunctionalInterface
public interface BuildFactory {
  /** A build of {@code root} that reports to {@code progress} and polls {@code cancellation}. */
  Build open(Path root, PassProgress progress, Cancellation cancellation);
}
