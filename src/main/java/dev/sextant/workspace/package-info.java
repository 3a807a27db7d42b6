/**
 * What is loaded and served: one {@link LoadedWorkspace} a root, the graph it has published, and
 * the leases readers hold on it.
 *
 * <p>Read in this order: {@link WorkspaceKey}, {@link WorkspaceState}, {@link LoadedWorkspace},
 * {@link WorkspaceNotes}, {@link PublishedGraph}, {@link GraphLease}, {@link Workspaces}, {@link
 * WorkspaceEvents}.
 *
 * <p><b>Invariants:</b> a workspace always has a published graph, an empty one before the first;
 * generations of a root only grow; a graph is charged, as loaded or as retained, from its
 * publication until nobody can read it any more; a cancelled attempt never publishes.
 *
 * <p><b>Threads:</b> every class is thread-safe; readers take no lock.
 *
 * <p><b>Does not know</b> how graphs are built, when they are rebuilt, or who asks.
 */
@NullMarked
package dev.sextant.workspace;

import org.jspecify.annotations.NullMarked;
