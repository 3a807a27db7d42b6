/**
 * Finds the declaration files of packages that are installed inside a workspace.
 *
 * <p><b>Invariants:</b> nothing outside of the workspace is read, whatever links lead there;
 * nothing is fetched or executed.
 *
 * <p><b>Threads:</b> confined to the thread that drives the build; blocks on the disk.
 *
 * <p><b>Does not know</b> what the files declare.
 */
@NullMarked
package dev.sextant.index.modules;

import org.jspecify.annotations.NullMarked;
