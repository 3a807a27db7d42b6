package dev.sextant.graph;

import dev.sextant.testing.GraphModel;
import dev.sextant.testing.RandomGraphs;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes generation after generation of a snapshot until it is killed, and says on standard output
 * which one is on the disk.
 */
final class SnapshotWriterProcess {
  private static final int GRAPHS = 4;
  private static final int MODELS_OF_A_GRAPH = 10;

  private SnapshotWriterProcess() {}

  /** Arguments: the file, the first generation. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    var graphs = new CodeGraph[GRAPHS];
    for (int i = 0; i < GRAPHS; i++) {
      graphs[i] = graph(i);
    }
    GraphSnapshot.removeLeftovers(file);
    for (long generation = Long.parseLong(arguments[1]); ; generation++) {
      CodeGraph graph = graphs[(int) (generation % GRAPHS)];
      GraphSnapshot.write(graph, Snapshots.metadata(generation), file);
      System.out.println(generation);
    }
  }

  /** The graph that is written as {@code generation}; neighbours differ. */
  static CodeGraph graph(long generation) {
    var joined = new GraphModel();
    for (int i = 0; i < MODELS_OF_A_GRAPH + generation % GRAPHS; i++) {
      add(joined, RandomGraphs.graph(1 + i), "%03d/".formatted(i));
    }
    return joined.link();
  }

  private static void add(GraphModel to, GraphModel more, String prefix) {
    int files = to.files.size();
    int symbols = to.symbols.size();
    for (GraphModel.File file : more.files) {
      to.files.add(
          new GraphModel.File(
              prefix + file.path(),
              file.language(),
              file.namespace(),
              file.lineStarts(),
              file.length()));
    }
    for (GraphModel.Symbol symbol : more.symbols) {
      to.symbols.add(
          new GraphModel.Symbol(
              files + symbol.file(),
              symbol.kind(),
              symbol.name(),
              symbol.disambiguator(),
              symbol.container() < 0 ? -1 : symbols + symbol.container(),
              symbol.nameStart(),
              symbol.nameEnd(),
              symbol.start(),
              symbol.bodyStart(),
              symbol.end(),
              symbol.modifiers()));
    }
    for (GraphModel.Occurrence use : more.occurrences) {
      to.occurrences.add(
          new GraphModel.Occurrence(
              symbols + use.enclosing(),
              use.start(),
              use.end(),
              symbols + use.target(),
              use.role(),
              use.evidence()));
    }
    for (GraphModel.Supertype pair : more.supertypes) {
      to.supertypes.add(
          new GraphModel.Supertype(symbols + pair.subtype(), symbols + pair.supertype()));
    }
  }
}
