package dev.sextant.index;

import dev.sextant.graph.Evidence;
import dev.sextant.graph.FileBlock;
import dev.sextant.graph.Role;
import dev.sextant.lang.FileFacts;
import dev.sextant.resolve.Declarations;
import dev.sextant.resolve.Findings;

/**
 * Takes the edges of one file into its block, and counts what found no target.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Edges implements Findings {
  private final Declarations declarations;
  private final SymbolNumbers symbols;
  private final FileBlock.Builder block;
  private final FileFacts facts;
  private final int[] enclosing;
  private int unresolved;
  private int dropped;

  Edges(Declarations declarations, SymbolNumbers symbols, int file, FileBlock.Builder block) {
    this.declarations = declarations;
    this.symbols = symbols;
    this.block = block;
    facts = declarations.facts(file);
    enclosing = new int[facts.scopeCount()];
    for (int scope = 0; scope < enclosing.length; scope++) {
      enclosing[scope] = symbols.enclosing(facts, file, scope);
    }
  }

  @Override
  public void found(int node, int declaration, Role role, Evidence evidence) {
    at(
        facts.nodeScope(node),
        facts.nodeStart(node),
        facts.nodeEnd(node),
        declaration,
        role,
        evidence);
  }

  /** What stands in the scope refers to {@code declaration}; what is local stays out. */
  void at(int scope, int start, int end, int declaration, Role role, Evidence evidence) {
    int file = declarations.fileOf(declaration);
    int symbol = symbols.of(file, declarations.local(declaration));
    if (symbol >= 0) {
      block.occurrence(enclosing[scope], start, end, file, symbol, role, evidence);
    }
  }

  @Override
  public void unresolved(int node) {
    if (facts.isReference(node)) {
      unresolved++;
    }
  }

  @Override
  public void leftOut(int count) {
    dropped += count;
  }

  int unresolvedCount() {
    return unresolved;
  }

  int droppedCount() {
    return dropped;
  }
}
