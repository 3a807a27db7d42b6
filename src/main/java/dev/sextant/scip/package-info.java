/**
 * Indexes in the form of the SCIP protocol: a graph written as one.
 *
 * <p>Reading order: {@link dev.sextant.scip.ScipExport}; {@code DocumentWriter}, one file; {@code
 * ScipFields}, the numbers of the protocol.
 *
 * <p><b>Invariants:</b> what is written follows the grammar of the protocol, whatever the names in
 * the graph are. The same graph gives the same bytes. No more than one document is in memory at a
 * time.
 *
 * <p><b>Threads:</b> nothing is shared; each object belongs to the thread that made it.
 *
 * <p><b>Does not know</b> languages' rules, how a graph comes to be, the service.
 */
@NullMarked
package dev.sextant.scip;

import org.jspecify.annotations.NullMarked;
