package dev.sextant.graph;

import dev.sextant.cancellation.Cancellation;

/**
 * Joins blocks, and files of the graph before, into a graph: puts their columns behind each other,
 * moves ordinals to where they now begin, and replaces the interner's name ids by ranks in the
 * order of the names.
 *
 * <p><b>Threads:</b> confined to its creating thread.
 */
final class GraphLinker {
  private final LinkInput input;
  private final StringInterner interner;
  private final Cancellation cancellation;

  GraphLinker(LinkInput input, StringInterner interner, Cancellation cancellation) {
    this.input = input;
    this.interner = interner;
    this.cancellation = cancellation;
  }

  CodeGraph link() {
    CodeGraph before = input.before();
    var layout = new LinkLayout(input, cancellation);
    cancellation.check();
    var names = new LinkedNames(layout, interner);
    cancellation.check();
    FileTable files = FileTable.linked(before.files(), layout, names);
    SymbolColumns symbols = SymbolColumns.linked(before.symbols().columns(), layout, names);
    new KeptTargets(layout, symbols, names).check();
    cancellation.check();
    OccurrenceTable occurrences = OccurrenceTable.linked(before.occurrences(), layout, files);
    cancellation.check();
    SupertypeTable supertypes = SupertypeTable.linked(before.supertypes(), layout);
    NameIndex byName = NameIndex.linked(before, names.table(), symbols.name);
    cancellation.check();
    return new CodeGraph(
        files,
        new SymbolTable(symbols, names.table(), files),
        occurrences,
        supertypes,
        byName,
        Homonyms.linked(layout, symbols, files, names));
  }
}
