/** Stand-in. */
@NullMarked
package dev.sextant.source;

import org.jspecify.annotations.NullMarked;
