/**
 * Facts of TypeScript and JavaScript files, JSX included.
 *
 * <p><b>Invariants:</b> every expression of a file is visited unless it is nested too deeply; a
 * member of a class or interface is declared in the TYPE scope of its owner.
 *
 * <p><b>Threads:</b> languages are immutable; an extractor is confined to its worker.
 *
 * <p><b>Does not know</b> other files, packages installed beside the workspace, or inferred types.
 */
@NullMarked
package dev.sextant.lang.typescript;

import org.jspecify.annotations.NullMarked;
