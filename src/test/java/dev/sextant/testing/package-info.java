/** Fixtures that the tests of several packages share. */
@NullMarked
package dev.sextant.testing;

import org.jspecify.annotations.NullMarked;
