/** Benchmarks of the steps that a save and a restart are made of. */
@NullMarked
package dev.sextant.benchmark;

import org.jspecify.annotations.NullMarked;
