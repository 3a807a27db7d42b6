package dev.sextant.persist;

import dev.sextant.workspace.RootMode;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a workspace was loaded, to load it so again.
 *
 * @param root the canonical root
 * @param mode how it was found
 * @param pinned whether it is exempt from eviction
 * @param scip the index it is built with; empty for none
 */
public record RememberedWorkspace(Path root, RootMode mode, boolean pinned, Optional<Path> scip) {}
