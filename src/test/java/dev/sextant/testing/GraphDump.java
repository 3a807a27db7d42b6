package dev.sextant.testing;

import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolTable;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole graph as sorted, human-readable lines for golden files: files, symbols, supertypes,
 * edges.
 *
 * <p>A symbol is written with its public id; of an edge only what the reader needs to find it
 * again.
 */
public final class GraphDump {
  private final CodeGraph graph;

  private GraphDump(CodeGraph graph) {
    this.graph = graph;
  }

  /** The lines of {@code graph}, each ending with a line feed. */
  public static String of(CodeGraph graph) {
    var dump = new GraphDump(graph);
    var text = new StringBuilder();
    section(text, "files", dump.files());
    section(text, "symbols", dump.symbols());
    section(text, "supertypes", dump.supertypes());
    section(text, "edges", dump.edges());
    return text.toString();
  }

  private static void section(StringBuilder text, String title, List<String> lines) {
    text.append("# ").append(title).append('\n');
    for (String line : lines) {
      text.append(line).append('\n');
    }
  }

  private List<String> files() {
    var files = graph.files();
    var lines = new ArrayList<String>();
    for (int file = 0; file < files.count(); file++) {
      var counts = files.counts(file);
      lines.add(
          "%s %s lines=%d unresolved=%d dropped=%d syntaxErrors=%d"
              .formatted(
                  files.path(file),
                  files.language(file),
                  files.lines(file).lineCount(),
                  counts.unresolvedReferences(),
                  counts.droppedCandidates(),
                  counts.syntaxErrors()));
    }
    return lines;
  }

  private List<String> symbols() {
    SymbolTable symbols = graph.symbols();
    var lines = new ArrayList<String>();
    for (int symbol = 0; symbol < symbols.count(); symbol++) {
      var modifiers = Modifiers.wireNames(symbols.modifiers(symbol));
      lines.add(
          "%s:%s %s %s%s"
              .formatted(
                  graph.files().path(symbols.file(symbol)),
                  symbols.nameRange(symbol),
                  symbols.kind(symbol).wireName(),
                  id(symbol),
                  modifiers.isEmpty() ? "" : " " + String.join(",", modifiers)));
    }
    return lines;
  }

  private List<String> supertypes() {
    var lines = new ArrayList<String>();
    for (int symbol = 0; symbol < graph.symbols().count(); symbol++) {
      for (int supertype : graph.supertypes().supertypes(symbol)) {
        lines.add(id(symbol) + " -> " + id(supertype));
      }
    }
    lines.sort(null);
    return lines;
  }

  private List<String> edges() {
    var occurrences = graph.occurrences();
    var lines = new ArrayList<String>();
    for (int occurrence = 0; occurrence < occurrences.count(); occurrence++) {
      lines.add(
          "%s -> %s %s %s @%s:%s"
              .formatted(
                  id(occurrences.enclosing(occurrence)),
                  id(occurrences.target(occurrence)),
                  occurrences.role(occurrence).wireName(),
                  occurrences.evidence(occurrence).wireName(),
                  graph.files().path(occurrences.file(occurrence)),
                  occurrences.range(occurrence).start()));
    }
    lines.sort(null);
    return lines;
  }

  /** The public id without its scheme. */
  private String id(int symbol) {
    String id = graph.ids().render(symbol);
    return id.substring(id.indexOf(" . . ") + 5);
  }
}
