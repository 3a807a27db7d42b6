package dev.sextant.index;

import dev.sextant.lang.FileFacts;
import dev.sextant.resolve.Declarations;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Which declarations become symbols of the graph, numbered in each file from 0.
 *
 * <p><b>Threads:</b> safe; a file's numbers are found when they are first asked for.
 */
final class SymbolNumbers {
  private final Declarations declarations;
  private final AtomicReferenceArray<int[]> symbols;

  SymbolNumbers(Declarations declarations) {
    this.declarations = declarations;
    symbols = new AtomicReferenceArray<>(declarations.fileCount());
  }

  /** The symbol of declaration {@code local} of {@code file}, -1 for what never leaves its file. */
  int of(int file, int local) {
    return symbols(file)[local];
  }

  private int[] symbols(int file) {
    int[] known = symbols.get(file);
    if (known == null) {
      FileFacts facts = declarations.facts(file);
      known = new int[facts.declarationCount()];
      int next = 0;
      for (int local = 0; local < known.length; local++) {
        known[local] = facts.kind(local).isGraphSymbol() ? next++ : -1;
      }
      symbols.set(file, known);
    }
    return known;
  }

  /** The symbol that what stands in the scope belongs to. */
  int enclosing(FileFacts facts, int file, int scope) {
    int[] numbers = symbols(file);
    for (int at = scope; at >= 0; at = facts.scopeParent(at)) {
      int owner = facts.scopeOwner(at);
      if (owner >= 0 && numbers[owner] >= 0) {
        return numbers[owner];
      }
    }
    return 0;
  }
}
