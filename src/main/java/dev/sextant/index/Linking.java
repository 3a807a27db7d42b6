package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.FileBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;

/**
 * What the workers share while they link: the tables of names and the answers already found.
 *
 * @param parameters parameter types of callables, filled as they are asked for
 */
record Linking(
    Declarations declarations,
    Imports imports,
    SymbolNumbers symbols,
    TypeLookup.Memory memory,
    AtomicReferenceArray<int[]> parameters) {

  static Linking of(Declarations declarations) {
    var imports = new Imports(declarations);
    for (int file = 0; file < declarations.fileCount(); file++) {
      imports.resolve(file);
    }
    int count = declarations.declarationCount();
    return new Linking(
        declarations,
        imports,
        new SymbolNumbers(declarations),
        new TypeLookup.Memory(count),
        new AtomicReferenceArray<>(count));
  }

  /** Links every file; the blocks come in the order of the files. */
  List<FileBlock> run(WorkerPool workers, IntConsumer done, Cancellation cancellation) {
    int count = declarations.fileCount();
    var blocks = new AtomicReferenceArray<FileBlock>(count);
    workers.forEach(count, _ -> new BlockWork(this, blocks), cancellation, done);
    List<FileBlock> result = new ArrayList<>(count);
    for (int file = 0; file < count; file++) {
      result.add(blocks.get(file));
    }
    return result;
  }
}
