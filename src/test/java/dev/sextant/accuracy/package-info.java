/**
 * How right the Java edges of Sextant are, measured against the compiler on published libraries.
 *
 * <p><b>Invariants:</b> the key is the compiler's word alone; a run with the same libraries and the
 * same commit gives the same numbers.
 *
 * <p><b>Threads:</b> one.
 *
 * <p><b>Does not know</b> how Sextant finds an edge: it reads exported edges only.
 */
@NullMarked
package dev.sextant.accuracy;

import org.jspecify.annotations.NullMarked;
