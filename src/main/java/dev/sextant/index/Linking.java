package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.FileBlock;
import dev.sextant.graph.LinkInput;
import dev.sextant.graph.StringInterner;
import dev.sextant.resolve.Declarations;
import dev.sextant.resolve.Directory;
import dev.sextant.resolve.LinkUnit;
import dev.sextant.resolve.Questions;
import dev.sextant.resolve.Tables;
import dev.sextant.resolve.UnitNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * What the workers share while they link: the files, the tables of names, the numbering, and what
 * came of each file.
 *
 * <p><b>Threads:</b> workers write the rows of the files they have; headers are gathered one worker
 * at a time.
 */
final class Linking {
  private final List<ExtractedFile> files;
  private final List<UnitNames> unitNames;
  private final Directory directory;
  private final Tables tables;
  private final SymbolNumbers symbols;
  private final AtomicReferenceArray<FileBlock> blocks;
  private final AtomicReferenceArray<Questions> questions;
  private final AtomicIntegerArray references;
  // Set before the workers begin.
  private Optional<Coverage> coverage = Optional.empty();

  /** What came of all files. */
  record Linked(List<LinkedFile> files, LinkInput input) {}

  private Linking(
      List<ExtractedFile> files, List<UnitNames> unitNames, Directory directory, Tables tables) {
    this.directory = directory;
    this.files = files;
    this.unitNames = unitNames;
    this.tables = tables;
    symbols = new SymbolNumbers(tables.declarations());
    blocks = new AtomicReferenceArray<>(files.size());
    questions = new AtomicReferenceArray<>(files.size());
    references = new AtomicIntegerArray(files.size());
  }

  /** Declares everything that the files have; what the build before knows of a file is kept. */
  static Linking of(
      List<ExtractedFile> files,
      Relinking before,
      FoundLibraries libraries,
      LinkNames known,
      WorkerPool workers,
      PassProgress progress,
      Cancellation cancellation) {
    StringInterner names = known.names();
    int count = files.size();
    var unitNames = new AtomicReferenceArray<UnitNames>(count);
    before.names((earlier, file) -> unitNames.set(file, earlier));
    int[] open = IntStream.range(0, count).filter(file -> unitNames.get(file) == null).toArray();
    int settled = count - open.length;
    workers.forEach(
        open.length,
        _ -> new NamesWork(files, open, names, unitNames),
        cancellation,
        done -> progress.advanced(Pass.DECLARE, settled + done, count));
    List<UnitNames> declared = rows(unitNames);
    List<LinkUnit> units = files.stream().map(ExtractedFile::unit).toList();
    Directory directory =
        before
            .directory()
            .map(
                earlier ->
                    Directory.of(
                        earlier, units, declared, libraries.libraries(), names, cancellation))
            .orElseGet(
                () -> Directory.of(units, declared, libraries.libraries(), names, cancellation));
    cancellation.check();
    var declarations = new Declarations(units, declared, libraries.libraries(), directory, names);
    return new Linking(files, declared, directory, new Tables(declarations, known.keys()));
  }

  List<ExtractedFile> files() {
    return files;
  }

  Directory directory() {
    return directory;
  }

  Tables tables() {
    return tables;
  }

  SymbolNumbers symbols() {
    return symbols;
  }

  /** Takes what an index says of these files; before any of them is linked. */
  void cover(Coverage said) {
    coverage = Optional.of(said);
  }

  Optional<Coverage> coverage() {
    return coverage;
  }

  Declarations declarations() {
    return tables.declarations();
  }

  /** A file was linked, with so many references. */
  void linked(int file, FileBlock block, Questions asked, int referenceCount) {
    references.set(file, referenceCount);
    blocks.set(file, block);
    add(file, asked);
  }

  /** More of what was asked for a file; from any worker. */
  void asked(int file, Questions asked) {
    add(file, asked);
  }

  private void add(int file, Questions asked) {
    questions.accumulateAndGet(
        file, asked, (known, more) -> known == null ? more : known.and(more));
  }

  /**
   * Links the files that {@code before} does not have.
   *
   * @return all files, in their order, and their symbols and edges
   */
  Linked run(Relinking before, WorkerPool workers, IntConsumer done, Cancellation cancellation) {
    int[] toLink = before.toLink(unitNames, cancellation).stream().toArray();
    try {
      workers.forEach(
          toLink.length, _ -> new BlockWork(this, toLink, cancellation), cancellation, done);
    } finally {
      tables.declarations().close();
    }
    List<LinkedFile> linked = new ArrayList<>(files.size());
    for (int file = 0; file < files.size(); file++) {
      Questions asked = questions.get(file);
      linked.add(
          blocks.get(file) == null
              ? before.kept(file, asked == null ? Questions.NONE : asked)
              : new LinkedFile(
                  files.get(file).closed(),
                  unitNames.get(file),
                  asked == null ? Questions.NONE : asked,
                  references.get(file)));
    }
    return new Linked(linked, before.input(blocks));
  }

  private static <T> List<T> rows(AtomicReferenceArray<T> from) {
    List<T> rows = new ArrayList<>(from.length());
    for (int i = 0; i < from.length(); i++) {
      rows.add(from.get(i));
    }
    return rows;
  }
}
