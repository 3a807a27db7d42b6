/**
 * What the configuration of TypeScript and JavaScript projects says of where imports lead.
 *
 * <p><b>Invariants:</b> pure: text comes in, paths go out, and whoever asks looks which of them
 * exist; a path never leaves the workspace; whatever a file holds is a value or a problem, never a
 * failure.
 *
 * <p><b>Threads:</b> everything is immutable but the readers, which are confined to their caller.
 *
 * <p><b>Does not know</b> the disk, or what files declare.
 */
@NullMarked
package dev.sextant.lang.typescript.project;

import org.jspecify.annotations.NullMarked;
