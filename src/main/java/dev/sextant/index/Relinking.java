package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.FileBlock;
import dev.sextant.graph.LinkInput;
import dev.sextant.resolve.Changes;
import dev.sextant.resolve.Directory;
import dev.sextant.resolve.Questions;
import dev.sextant.resolve.UnitNames;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ObjIntConsumer;

/**
 * How a build goes on from the one before: which of its files are still good, and with what.
 *
 * <p><b>Threads:</b> made and asked by the thread that drives the build.
 */
final class Relinking {
  private final Optional<LinkState> before;
  private final List<ExtractedFile> files;
  private final int[] numbersBefore;
  private BitSet linked = new BitSet();

  /** A build of {@code files} that goes on from {@code before}, if there is one. */
  Relinking(Optional<LinkState> before, List<ExtractedFile> files) {
    this.before = before;
    this.files = files;
    numbersBefore = LinkState.numbers(before, files.size(), file -> files.get(file).unit().path());
  }

  private Optional<LinkedFile> earlier(int file) {
    return numbersBefore[file] < 0
        ? Optional.empty()
        : before.map(state -> state.files().get(numbersBefore[file]));
  }

  /** Gives what the build before knows of files that are the same since. */
  void names(ObjIntConsumer<UnitNames> to) {
    for (int file = 0; file < numbersBefore.length; file++) {
      if (numbersBefore[file] >= 0) {
        LinkedFile known = before.orElseThrow().files().get(numbersBefore[file]);
        if (known.file().hasTextOf(files.get(file))) {
          to.accept(known.names(), file);
        }
      }
    }
  }

  /** Where the build before found names. */
  Optional<Directory> directory() {
    return before.flatMap(LinkState::directory);
  }

  /** The files to be linked; all of them when there is nothing to go on from. */
  BitSet toLink(List<UnitNames> names, Cancellation cancellation) {
    var result = new BitSet();
    if (before.isEmpty()) {
      result.set(0, files.size());
    } else {
      result = changed(before.get(), names, cancellation);
    }
    linked = result;
    return result;
  }

  private BitSet changed(LinkState state, List<UnitNames> names, Cancellation cancellation) {
    var changes = new Changes(state.names().names(), state.names().keys());
    boolean[] kept = new boolean[state.files().size()];
    List<Questions> questions = new ArrayList<>(files.size());
    for (int file = 0; file < files.size(); file++) {
      cancellation.check();
      Optional<LinkedFile> earlier = earlier(file);
      questions.add(earlier.map(LinkedFile::questions).orElse(Questions.NONE));
      if (earlier.isEmpty()) {
        changes.added(names.get(file));
      } else {
        kept[numbersBefore[file]] = true;
        if (!earlier.get().file().hasTextOf(files.get(file))) {
          changes.changed(earlier.get().names(), names.get(file));
        }
      }
    }
    for (int number = 0; number < kept.length; number++) {
      if (!kept[number]) {
        changes.removed(state.files().get(number).names());
      }
    }
    return changes.toRelink(
        state.files().stream().map(LinkedFile::names).toList(), names, questions, cancellation);
  }

  /** How much was done, after {@link #toLink}: {@code result} are all files. */
  BuildWork work(List<LinkedFile> result) {
    long references = linked.stream().mapToLong(file -> result.get(file).references()).sum();
    return new BuildWork(before.isPresent(), linked.cardinality(), references);
  }

  /** A file that is not linked anew, as the build before knows it. */
  LinkedFile kept(int file, Questions more) {
    LinkedFile known = earlier(file).orElseThrow();
    return new LinkedFile(
        files.get(file).closed(), known.names(), known.questions().and(more), known.references());
  }

  /** The symbols and edges of all files: a block for each that was linked anew, else null. */
  LinkInput input(AtomicReferenceArray<FileBlock> blocks) {
    var input = new LinkInput.Builder(before.map(LinkState::graph).orElseGet(CodeGraph::empty));
    for (int file = 0; file < files.size(); file++) {
      FileBlock block = blocks.get(file);
      if (block == null) {
        input.kept(numbersBefore[file]);
      } else {
        input.linked(block);
      }
    }
    return input.build();
  }
}
