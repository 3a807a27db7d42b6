/**
 * Answers computed on one graph: which symbol is meant, where it is defined and used, who calls it,
 * what a file holds.
 *
 * <p>Reading order: {@link dev.sextant.query.SymbolSelector} and {@link
 * dev.sextant.query.SymbolResolution} find the symbol a question is about; then one class a
 * question, each with its request and its answer.
 *
 * <p><b>Invariants:</b> the same graph and request give the same answer, in the same order. Lists
 * are windows of a whole whose size is always exact. Ordinals go in and out of these calls only
 * while the caller holds the graph; answers name symbols by their public ids.
 *
 * <p><b>Threads:</b> everything is immutable or confined to one call. Calls poll their cancellation
 * every {@value dev.sextant.query.Poll#ITEMS} items.
 *
 * <p><b>Does not know</b> workspaces, generations, source text, JSON, the protocol's error codes.
 */
@NullMarked
package dev.sextant.query;

import org.jspecify.annotations.NullMarked;
