/**
 * The methods of the protocol, grouped by domain.
 *
 * <p><b>Invariants:</b> a method is declared once, in a {@link dev.sextant.rpc.MethodGroup};
 * answers about a workspace carry the same {@code meta} block, made in one place.
 *
 * <p><b>Threads:</b> groups are immutable; their handlers run on the engine's workers.
 *
 * <p><b>Does not know</b> frames, connections' limits, or how a graph is built.
 */
@NullMarked
package dev.sextant.rpc.method;

import org.jspecify.annotations.NullMarked;
