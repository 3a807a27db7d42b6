/**
 * From a source tree to a linked graph: walk, extract facts, declare names, resolve references.
 *
 * <p><b>Invariants:</b> passes run once each and in order; no edge is made without evidence.
 *
 * <p><b>Threads:</b> a build is driven by one thread; inside a pass, files are shared among the
 * workers of a {@link dev.sextant.index.WorkerPool}, each with its own parser and linker.
 *
 * <p><b>Does not know</b> workspaces, generations, the protocol.
 */
@NullMarked
package dev.sextant.index;

import org.jspecify.annotations.NullMarked;
