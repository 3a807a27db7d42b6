/**
 * The signal that asks long work to stop.
 *
 * <p><b>Does not know</b> anything else of Sextant; every other package may know it.
 */
@NullMarked
package dev.sextant.cancellation;

import org.jspecify.annotations.NullMarked;
