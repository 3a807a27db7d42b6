package dev.sextant.graph;

/**
 * Checks that no file is kept that refers to a symbol which is gone, or which is another one now.
 *
 * <p>A symbol of a file that was linked anew is still itself when the symbol with its number in the
 * file has its kind and name.
 *
 * <p><b>Cost:</b> linear in the symbols of the files that were linked anew or are gone.
 */
final class KeptTargets {
  private final LinkLayout layout;
  private final CodeGraph before;
  private final SymbolColumns old;
  private final SymbolColumns symbols;
  private final LinkedNames names;

  KeptTargets(LinkLayout layout, SymbolColumns symbols, LinkedNames names) {
    this.layout = layout;
    this.symbols = symbols;
    this.names = names;
    before = layout.input.before();
    old = before.symbols().columns();
  }

  /** Refuses, as an illegal argument, a kept file that would have had to be linked anew. */
  void check() {
    FileTable files = layout.filesBefore;
    for (int file = 0; file < files.count(); file++) {
      if (!layout.isKept(file)) {
        for (int symbol = files.firstSymbol(file); symbol < files.endSymbol(file); symbol++) {
          if (!isStillItself(file, symbol)) {
            checkUses(symbol);
          }
        }
      }
    }
  }

  private boolean isStillItself(int file, int symbol) {
    int successor = layout.successor(file);
    if (successor < 0) {
      return false;
    }
    int now = layout.firstSymbol[successor] + symbol - layout.filesBefore.firstSymbol(file);
    return now < layout.firstSymbol[successor + 1]
        && symbols.kind(now) == old.kind(symbol)
        && names.now(old.name[symbol]) == symbols.name[now];
  }

  private void checkUses(int symbol) {
    OccurrenceTable occurrences = before.occurrences();
    for (int i = 0; i < occurrences.countIn(symbol); i++) {
      if (layout.occurrences.moved(occurrences.in(symbol, i)) >= 0) {
        throw refusal(occurrences.file(occurrences.in(symbol, i)), symbol);
      }
    }
    for (int subtype : before.supertypes().subtypes(symbol)) {
      if (layout.symbols.moved(subtype) >= 0) {
        throw refusal(layout.filesBefore.fileOf(subtype), symbol);
      }
    }
  }

  private IllegalArgumentException refusal(int file, int symbol) {
    return new IllegalArgumentException(
        "linking "
            + layout.filesBefore.path(file)
            + " as it was: it refers to "
            + before.ids().render(symbol)
            + ", which is gone; link it anew");
  }
}
