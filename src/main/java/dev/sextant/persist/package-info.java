/**
 * What outlives the process: the snapshots of workspaces, and which workspaces were loaded.
 *
 * <p>Read in this order: {@link dev.sextant.persist.SnapshotStore}, {@link
 * dev.sextant.persist.SnapshotWrites}, {@link dev.sextant.persist.Persistence}, {@link
 * dev.sextant.persist.WorkspaceMemory}.
 *
 * <p><b>Invariants:</b> at most one write of a workspace's snapshot runs and at most one waits, the
 * latest generation; nothing that fails here fails a build or a load; what is on the disk is
 * trusted in nothing, and its total is bounded.
 *
 * <p><b>Threads:</b> writes run on the executor they are given, never on the thread that asks.
 *
 * <p><b>Does not know</b> when a workspace is built, the wire, configuration sources, metrics.
 */
@NullMarked
package dev.sextant.persist;

import org.jspecify.annotations.NullMarked;
