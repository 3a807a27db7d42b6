/**
 * Python: its files, the facts in them, and where its modules lie.
 *
 * <p><b>Invariants:</b> a tree nested beyond {@link dev.sextant.lang.python.Walk#DEEPEST} levels
 * costs its deepest parts, never the file.
 *
 * <p><b>Threads:</b> {@link dev.sextant.lang.python.PythonLanguage} is immutable; an extractor is
 * confined to its worker.
 *
 * <p><b>Does not know</b> other files: it names the paths a module may have, whether they exist or
 * not.
 */
@NullMarked
package dev.sextant.lang.python;

import org.jspecify.annotations.NullMarked;
