/** The composition root: configuration, producers, start and stop. Nobody may know it. */
@NullMarked
package dev.sextant.app;

import org.jspecify.annotations.NullMarked;
