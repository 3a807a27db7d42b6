package dev.sextant.rebuild;

import dev.sextant.workspace.RootMode;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A wish to have a folder loaded.
 *
 * @param root the absolute path of the folder
 * @param mode how the workspace's root follows from it
 * @param pin whether the workspace is to be exempt from eviction
 * @param scip the path of a SCIP index to build with, absolute or relative to the workspace's root;
 *     empty for the one that the workspace is built with already, or none
 */
public record LoadRequest(Path root, RootMode mode, boolean pin, Optional<Path> scip) {
  /** A wish that names no index. */
  public LoadRequest(Path root, RootMode mode, boolean pin) {
    this(root, mode, pin, Optional.empty());
  }
}
