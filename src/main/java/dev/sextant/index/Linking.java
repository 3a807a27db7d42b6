package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.FileBlock;
import dev.sextant.graph.LinkInput;
import dev.sextant.graph.StringInterner;
import dev.sextant.lang.FileFacts;
import dev.sextant.resolve.Declarations;
import dev.sextant.resolve.Questions;
import dev.sextant.resolve.Tables;
import dev.sextant.resolve.UnitNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;

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
  private final Tables tables;
  private final SymbolNumbers symbols;
  private final AtomicReferenceArray<FileBlock> blocks;
  private final AtomicReferenceArray<Questions> questions;
  // Set before the workers begin.
  private Optional<Coverage> coverage = Optional.empty();

  /** What came of all files. */
  record Linked(List<LinkedFile> files, LinkInput input) {}

  private Linking(List<ExtractedFile> files, List<UnitNames> unitNames, Tables tables) {
    this.files = files;
    this.unitNames = unitNames;
    this.tables = tables;
    symbols = new SymbolNumbers(tables.declarations());
    blocks = new AtomicReferenceArray<>(files.size());
    questions = new AtomicReferenceArray<>(files.size());
  }

  /** Declares everything that the files have; what the build before knows of a file is kept. */
  static Linking of(
      List<ExtractedFile> files,
      Relinking before,
      FoundLibraries libraries,
      StringInterner names,
      WorkerPool workers,
      PassProgress progress,
      Cancellation cancellation) {
    int count = files.size();
    var unitNames = new AtomicReferenceArray<UnitNames>(count);
    workers.forEach(
        count,
        _ ->
            file ->
                unitNames.set(
                    file,
                    before
                        .namesOf(files.get(file))
                        .orElseGet(() -> UnitNames.of(files.get(file).unit(), names))),
        cancellation,
        done -> progress.advanced(Pass.DECLARE, done, count));
    List<UnitNames> declared = rows(unitNames);
    var declarations =
        new Declarations(
            files.stream().map(ExtractedFile::unit).toList(),
            declared,
            libraries.libraries(),
            names);
    return new Linking(files, declared, new Tables(declarations));
  }

  List<ExtractedFile> files() {
    return files;
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

  /** A file was linked. */
  void linked(int file, FileBlock block, Questions asked) {
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
    int[] toLink = before.toLink(unitNames).stream().toArray();
    workers.forEach(toLink.length, _ -> new BlockWork(this, toLink), cancellation, done);
    List<LinkedFile> linked = new ArrayList<>(files.size());
    for (int file = 0; file < files.size(); file++) {
      Questions asked = questions.get(file);
      linked.add(
          blocks.get(file) == null
              ? before.kept(file, asked == null ? Questions.NONE : asked)
              : new LinkedFile(
                  files.get(file),
                  unitNames.get(file),
                  asked == null ? Questions.NONE : asked,
                  references(files.get(file).facts())));
    }
    return new Linked(linked, before.input(blocks));
  }

  private static int references(FileFacts facts) {
    int count = 0;
    for (int node = 0; node < facts.nodeCount(); node++) {
      count += facts.isReference(node) ? 1 : 0;
    }
    return count;
  }

  private static <T> List<T> rows(AtomicReferenceArray<T> from) {
    List<T> rows = new ArrayList<>(from.length());
    for (int i = 0; i < from.length(); i++) {
      rows.add(from.get(i));
    }
    return rows;
  }
}
