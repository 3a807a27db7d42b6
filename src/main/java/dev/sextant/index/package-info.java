/** Stand-in. */
@NullMarked
package dev.sextant.index;

import org.jspecify.annotations.NullMarked;
