/** Stand-in. */
@NullMarked
package dev.sextant.graph;

import org.jspecify.annotations.NullMarked;
