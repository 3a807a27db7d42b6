/**
 * Indexes in the form of the SCIP protocol: a graph written as one, and one that a compiler made
 * read.
 *
 * <p>Reading order: {@link dev.sextant.scip.ScipExport}; {@link dev.sextant.scip.ScipIndex}, what
 * was read; {@code ScipFields}, the numbers of the protocol.
 *
 * <p><b>Invariants:</b> what is written follows the grammar of the protocol, whatever the names in
 * the graph are; the same graph gives the same bytes; one document is in memory at a time. What is
 * read is trusted in nothing: it is bounded, and refused as a whole where it does not follow the
 * wire format.
 *
 * <p><b>Threads:</b> what was read is immutable; everything else belongs to the thread that made
 * it.
 *
 * <p><b>Does not know</b> languages' rules, how a graph comes to be, the service.
 */
@NullMarked
package dev.sextant.scip;

import org.jspecify.annotations.NullMarked;
