package dev.sextant.graph;

import dev.sextant.cancellation.Cancellation;
import java.util.Arrays;
import java.util.List;

/**
 * Where everything of a graph comes from and goes to, before anything is copied: the places of
 * files, symbols and occurrences in the graph before and in the new one.
 *
 * <p><b>Threads:</b> immutable once made, but for what renumberings remember.
 */
final class LinkLayout {
  final LinkInput input;
  final Cancellation cancellation;
  final FileTable filesBefore;
  final int[] firstSymbol;
  final Splice files;
  final Splice symbols;
  final Splice occurrences;
  // For each file of the graph before, the file that it is now or that has its path; or -1.
  private final int[] successor;

  /**
   * Refuses, as an illegal argument, files that are not in the order of their paths.
   *
   * @param cancellation polled by whatever puts columns together
   */
  LinkLayout(LinkInput input, Cancellation cancellation) {
    this.input = input;
    this.cancellation = cancellation;
    filesBefore = input.before().files();
    files = new Splice(filesBefore.count(), cancellation);
    symbols = new Splice(input.before().symbols().count(), cancellation);
    occurrences = new Splice(input.before().occurrences().count(), cancellation);
    firstSymbol = new int[input.fileCount() + 1];
    successor = new int[filesBefore.count()];
    Arrays.fill(successor, -1);
    int known = 0;
    for (int file = 0; file < input.fileCount(); file++) {
      if (file > 0) {
        checkOrder(file);
      }
      int kept = input.kept(file);
      if (kept >= 0) {
        known = kept + 1;
        successor[kept] = file;
        keep(kept);
      } else {
        FileBlock block = input.blocks().get(input.block(file));
        known = predecessor(known, file, block.path());
        add(block);
      }
      firstSymbol[file + 1] = symbols.length();
    }
  }

  private void keep(int file) {
    OccurrenceTable table = input.before().occurrences();
    int first = filesBefore.firstSymbol(file);
    int end = filesBefore.endSymbol(file);
    files.kept(file, file + 1);
    symbols.kept(first, end);
    occurrences.kept(table.firstOut(first), table.firstOut(end));
  }

  private void add(FileBlock block) {
    files.block(1);
    symbols.block(block.symbolCount());
    occurrences.block(block.occurrenceCount());
  }

  /** Notes the file before with that path, searched for from {@code known} on. */
  private int predecessor(int known, int file, String path) {
    int at = known;
    while (at < filesBefore.count()) {
      int order = filesBefore.path(at).compareTo(path);
      if (order == 0) {
        successor[at] = file;
      }
      if (order > 0) {
        break;
      }
      at++;
    }
    return at;
  }

  private void checkOrder(int file) {
    int kept = input.kept(file);
    if (kept > 0 && kept == input.kept(file - 1) + 1) {
      return;
    }
    if (input.path(file - 1).compareTo(input.path(file)) >= 0) {
      throw new IllegalArgumentException(
          "linking "
              + input.path(file)
              + " behind "
              + input.path(file - 1)
              + ": pass the files in ascending order of their paths, each once");
    }
  }

  /** Whether the files are those of the graph before, whatever is in them. */
  boolean isOfSameFiles() {
    return successor.length == fileCount() && Arrays.stream(successor).allMatch(file -> file >= 0);
  }

  int fileCount() {
    return input.fileCount();
  }

  int symbolCount() {
    return symbols.length();
  }

  /** The blocks of the files that were linked anew, in order. */
  List<FileBlock> blocks() {
    return input.blocks();
  }

  /** Whether a file of the graph before stays as it was. */
  boolean isKept(int fileBefore) {
    int file = successor[fileBefore];
    return file >= 0 && input.kept(file) >= 0;
  }

  /** The file that has the path of a file of the graph before, or -1. */
  int successor(int fileBefore) {
    return successor[fileBefore];
  }

  /**
   * Where symbols of the graph before go. Those of a file that was linked anew keep their numbers
   * in the file; for those that are gone the answer means nothing.
   */
  Renumbering symbolMoves() {
    var moves = new Renumbering(filesBefore.firstSymbol(filesBefore.count()));
    for (int file = 0; file < successor.length; file++) {
      if (successor[file] >= 0) {
        int first = filesBefore.firstSymbol(file);
        moves.from(first, firstSymbol[successor[file]] - first);
      }
    }
    return moves;
  }

  /** The ordinal of what {@code block} names by a file and a symbol in it; refuses what is none. */
  int ordinal(FileBlock block, int file, int localSymbol) {
    if (file < 0
        || file >= fileCount()
        || localSymbol < 0
        || localSymbol >= firstSymbol[file + 1] - firstSymbol[file]) {
      throw new IllegalArgumentException(
          "linking "
              + block.path()
              + ": its target "
              + localSymbol
              + " of block "
              + file
              + " does not exist; link blocks that were resolved against each other");
    }
    return firstSymbol[file] + localSymbol;
  }
}
