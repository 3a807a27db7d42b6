package dev.sextant.lang.python;

import dev.sextant.lang.FactsBuilder;
import dev.sextant.lang.FactsExtractor;
import dev.sextant.lang.FileFacts;
import dev.sextant.syntax.SyntaxTree;

/** Reads the facts of Python files. Confined to its worker. */
final class PythonExtractor implements FactsExtractor {
  private final PythonSyntax syntax = new PythonSyntax();
  private final FactsBuilder facts = new FactsBuilder();
  private final DeclaredNames names = new DeclaredNames();

  @Override
  public FileFacts extract(SyntaxTree tree, byte[] text, int length, String fileName) {
    facts.begin(text, length, fileName);
    names.clear();
    new Statements(new Walk(syntax, tree, text, facts, names)).file();
    return facts.build();
  }
}
