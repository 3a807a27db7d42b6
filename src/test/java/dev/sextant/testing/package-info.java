/** Stand-ins for the outside world, shared by the tests of several packages. */
@NullMarked
package dev.sextant.testing;

import org.jspecify.annotations.NullMarked;
