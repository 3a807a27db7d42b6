package dev.sextant.lang.java;

import dev.sextant.lang.FactsBuilder;
import dev.sextant.lang.FactsExtractor;
import dev.sextant.lang.FileFacts;
import dev.sextant.syntax.FieldKinds;
import dev.sextant.syntax.NodeKinds;
import dev.sextant.syntax.SyntaxTree;

/** Reads the facts of one Java file after the other. Confined to its worker. */
final class JavaExtractor implements FactsExtractor {
  private final FactsBuilder facts = new FactsBuilder();
  private final NodeKinds kinds = JavaGrammar.kinds();
  private final FieldKinds fields = JavaFields.of();

  @Override
  public FileFacts extract(SyntaxTree tree, byte[] text, int length, String fileName) {
    facts.begin(text, length, fileName);
    var reading = new JavaReading(facts, tree, text, kinds, fields);
    var header = new HeaderReader(reading);
    for (int child = 1; child < tree.after(0); child = tree.after(child)) {
      header.topLevel(child);
    }
    return facts.build();
  }
}
