package dev.sextant.query;

import dev.sextant.graph.CodeGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The dotted name of a symbol: its package or module, its containers from the outside in, its own
 * name.
 *
 * <p>A module named by its file's path counts without the extension, its folders as segments:
 * {@code src/cart.ts} gives {@code src.cart}. The file itself is no segment.
 */
final class QualifiedName {
  private QualifiedName() {}

  /** The dotted name of {@code symbol}; of a file, that of its package or module. */
  static String of(CodeGraph graph, int symbol) {
    return String.join(".", segments(graph, symbol));
  }

  /** The segments of the dotted name. */
  static List<String> segments(CodeGraph graph, int symbol) {
    List<String> inside = withinFile(graph, symbol);
    var segments = new ArrayList<>(namespace(graph, graph.symbols().file(symbol)));
    segments.addAll(inside);
    return segments;
  }

  /**
   * The segments below the file: containers from the outside in, then the symbol; none for a file.
   */
  private static List<String> withinFile(CodeGraph graph, int symbol) {
    var names = new ArrayList<String>();
    for (int at = symbol; graph.symbols().container(at) >= 0; at = graph.symbols().container(at)) {
      names.add(graph.symbols().name(at));
    }
    Collections.reverse(names);
    return names;
  }

  private static List<String> namespace(CodeGraph graph, int file) {
    String name = graph.names().get(graph.files().namespaceNameId(file));
    if (name.equals(graph.files().path(file)) && name.lastIndexOf('.') > name.lastIndexOf('/')) {
      name = name.substring(0, name.lastIndexOf('.'));
    }
    return name.isEmpty() ? List.of() : List.of(name.replace('/', '.').split("\\.", -1));
  }
}
