package dev.sextant.query;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.source.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The symbols of a file, each with those declared in it, in the order of the source.
 *
 * @param path the file
 * @param language the id of its language
 * @param file the file's own symbol, at the top of the tree
 * @param total how many symbols the tree has
 */
public record FileOutline(String path, String language, Node file, int total) {

  /** A symbol and those declared directly in it. */
  public record Node(
      String id,
      SymbolKind kind,
      String name,
      String disambiguator,
      List<String> modifiers,
      Range nameRange,
      Range range,
      List<Node> children) {
    /** Copies the lists. */
    public Node {
      modifiers = List.copyOf(modifiers);
      children = List.copyOf(children);
    }
  }

  /** The outline of the file with this path; empty when {@code graph} does not have it. */
  public static Optional<FileOutline> of(CodeGraph graph, String path, Cancellation cancellation) {
    int file = graph.files().find(path);
    return file < 0 ? Optional.empty() : Optional.of(of(graph, file, path, new Poll(cancellation)));
  }

  private static FileOutline of(CodeGraph graph, int file, String path, Poll poll) {
    int first = graph.files().firstSymbol(file);
    int end = graph.files().endSymbol(file);
    Map<Integer, List<Node>> childrenOf = new HashMap<>();
    // From the last to the first: what is declared in a symbol comes behind it, so its nodes are
    // ready.
    for (int symbol = end - 1; symbol > first; symbol--) {
      poll.item();
      childrenOf
          .computeIfAbsent(graph.symbols().container(symbol), _ -> new ArrayList<>())
          .add(node(graph, symbol, childrenOf));
    }
    return new FileOutline(
        path, graph.files().language(file), node(graph, first, childrenOf), end - first);
  }

  private static Node node(CodeGraph graph, int symbol, Map<Integer, List<Node>> childrenOf) {
    var symbols = graph.symbols();
    List<Node> found = childrenOf.remove(symbol);
    List<Node> children = found == null ? new ArrayList<>() : found;
    Collections.reverse(children);
    return new Node(
        graph.ids().render(symbol),
        symbols.kind(symbol),
        symbols.name(symbol),
        symbols.disambiguator(symbol),
        Modifiers.wireNames(symbols.modifiers(symbol)),
        symbols.nameRange(symbol),
        symbols.range(symbol),
        children);
  }
}
