package dev.sextant.lang.typescript;

import dev.sextant.lang.FactsBuilder;
import dev.sextant.lang.FactsExtractor;
import dev.sextant.lang.FileFacts;
import dev.sextant.syntax.FieldKinds;
import dev.sextant.syntax.Grammar;
import dev.sextant.syntax.NodeKinds;
import dev.sextant.syntax.SyntaxTree;

/** Reads the facts of TypeScript and JavaScript files. Confined to its worker. */
final class ScriptExtractor implements FactsExtractor {
  private final NodeKinds kinds;
  private final FieldKinds fields;
  private final boolean script;
  private final FactsBuilder facts = new FactsBuilder();
  private final NodeLists lists = new NodeLists();

  ScriptExtractor(Grammar grammar) {
    kinds = Kind.of(grammar);
    fields = Field.of(grammar);
    script = grammar == Grammar.JAVASCRIPT;
  }

  @Override
  public FileFacts extract(SyntaxTree tree, byte[] text, int length, String fileName) {
    facts.begin(text, length, fileName);
    lists.clear();
    new Walk(tree, text, kinds, fields, facts, lists, script).file();
    return facts.build();
  }
}
