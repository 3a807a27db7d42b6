/**
 * Source text to syntax tree: one native call a file, the tree a flat array of ints.
 *
 * <p>In reading order: {@link dev.sextant.syntax.Grammar}, {@link dev.sextant.syntax.SyntaxParser},
 * {@link dev.sextant.syntax.SyntaxTree}, {@link dev.sextant.syntax.NodeKinds}, {@link
 * dev.sextant.syntax.FieldKinds}; then {@link dev.sextant.syntax.ParseJournal} and {@link
 * dev.sextant.syntax.Quarantine}, which keep a file that took the process down from doing it again.
 *
 * <p><b>Invariants:</b> text that does not parse is data: it gives a tree with ERROR nodes, never
 * an exception. Every parse ends within its budget. Nothing native happens while a class is
 * initialised, since a native image initialises classes when it is built.
 *
 * <p><b>Threads:</b> a parser and its tree belong to the thread that opened the parser; kinds and
 * quarantines are immutable; a journal slot belongs to one worker.
 *
 * <p><b>Does not know</b> what the nodes of a language mean, nor which files there are.
 */
@NullMarked
package dev.sextant.syntax;

import org.jspecify.annotations.NullMarked;
