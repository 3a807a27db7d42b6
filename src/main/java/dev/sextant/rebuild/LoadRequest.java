package dev.sextant.rebuild;

import dev.sextant.workspace.RootMode;
import java.nio.file.Path;

/**
 * A wish to have a folder loaded.
 *
 * @param root the absolute path of the folder
 * @param mode how the workspace's root follows from it
 * @param pin whether the workspace is to be exempt from eviction
 */
public record LoadRequest(Path root, RootMode mode, boolean pin) {}
