/**
 * The Java language: which files are its and what facts they hold.
 *
 * <p><b>Invariants:</b> facts depend on nothing but the file's bytes; a tree nested too deeply
 * loses its innermost facts, never the file.
 *
 * <p><b>Threads:</b> the language is immutable, an extractor is confined to its worker.
 *
 * <p><b>Does not know</b> other files, what a name means, or any other language.
 */
@NullMarked
package dev.sextant.lang.java;

import org.jspecify.annotations.NullMarked;
