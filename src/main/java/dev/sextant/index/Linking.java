package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.FileBlock;
import dev.sextant.graph.StringInterner;
import dev.sextant.resolve.Declarations;
import dev.sextant.resolve.Library;
import dev.sextant.resolve.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;

/**
 * What the workers share while they link: the files, the tables of names, the numbering and what a
 * compiler has said.
 */
record Linking(
    List<ExtractedFile> files, Tables tables, SymbolNumbers symbols, Optional<Coverage> coverage) {

  /** Declares everything that the files have. */
  static Linking of(
      List<ExtractedFile> files,
      List<Library> libraries,
      StringInterner names,
      WorkerPool workers,
      PassProgress progress,
      Cancellation cancellation) {
    int count = files.size();
    var declarations =
        new Declarations(files.stream().map(ExtractedFile::unit).toList(), libraries, names);
    workers.forEach(
        count,
        _ -> declarations::intern,
        cancellation,
        done -> progress.advanced(Pass.DECLARE, done, 2L * count));
    for (int file = 0; file < count; file++) {
      cancellation.check();
      declarations.add(file);
      progress.advanced(Pass.DECLARE, count + file + 1L, 2L * count);
    }
    return new Linking(
        files, new Tables(declarations), new SymbolNumbers(declarations), Optional.empty());
  }

  /** The same with what an index says of these files. */
  Linking with(Coverage said) {
    return new Linking(files, tables, symbols, Optional.of(said));
  }

  Declarations declarations() {
    return tables.declarations();
  }

  /** Links every file; the blocks come in the order of the files. */
  List<FileBlock> run(WorkerPool workers, IntConsumer done, Cancellation cancellation) {
    int count = files.size();
    var blocks = new AtomicReferenceArray<FileBlock>(count);
    workers.forEach(count, _ -> new BlockWork(this, blocks), cancellation, done);
    List<FileBlock> result = new ArrayList<>(count);
    for (int file = 0; file < count; file++) {
      result.add(blocks.get(file));
    }
    return result;
  }
}
