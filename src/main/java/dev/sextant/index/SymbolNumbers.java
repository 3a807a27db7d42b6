package dev.sextant.index;

import dev.sextant.lang.FileFacts;
import dev.sextant.resolve.Declarations;

/**
 * Which declarations become symbols of the graph, numbered in each file from 0.
 *
 * <p><b>Threads:</b> immutable.
 */
final class SymbolNumbers {
  private final int[][] symbols;

  SymbolNumbers(Declarations declarations) {
    symbols = new int[declarations.fileCount()][];
    for (int file = 0; file < symbols.length; file++) {
      FileFacts facts = declarations.facts(file);
      int[] ofFile = new int[facts.declarationCount()];
      int next = 0;
      for (int local = 0; local < ofFile.length; local++) {
        ofFile[local] = facts.kind(local).isGraphSymbol() ? next++ : -1;
      }
      symbols[file] = ofFile;
    }
  }

  /** The symbol of declaration {@code local} of {@code file}, -1 for what never leaves its file. */
  int of(int file, int local) {
    return symbols[file][local];
  }

  /** The symbol that what stands in the scope belongs to. */
  int enclosing(FileFacts facts, int file, int scope) {
    for (int at = scope; at >= 0; at = facts.scopeParent(at)) {
      int owner = facts.scopeOwner(at);
      if (owner >= 0 && symbols[file][owner] >= 0) {
        return symbols[file][owner];
      }
    }
    return 0;
  }
}
