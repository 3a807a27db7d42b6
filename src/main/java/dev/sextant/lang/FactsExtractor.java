package dev.sextant.lang;

import dev.sextant.syntax.SyntaxTree;

/**
 * Turns the syntax tree of one file into its facts; each language has one.
 *
 * <p><b>Threads:</b> confined to its worker; used for one file after the other.
 *
 * <p><b>Errors:</b> none for broken source: what can be read becomes facts, the rest is left out.
 */
public interface FactsExtractor {
  /** The facts of the file {@code text[0, length)} whose tree is {@code tree}. */
  FileFacts extract(SyntaxTree tree, byte[] text, int length, String fileName);
}
