/**
 * What names, written types and expressions mean: the resolver that all languages share.
 *
 * <p><b>Invariants:</b> every question about another file goes through {@link
 * dev.sextant.resolve.Declarations}, {@link dev.sextant.resolve.Imports}, {@link
 * dev.sextant.resolve.Hierarchy} or {@link dev.sextant.resolve.Signatures}; what is not known is
 * unknown, never guessed.
 *
 * <p><b>Threads:</b> tables are immutable or safe; what works on one file is confined to its
 * worker.
 *
 * <p><b>Does not know</b> passes, the graph's columns, the workspace.
 */
@NullMarked
package dev.sextant.resolve;

import org.jspecify.annotations.NullMarked;
