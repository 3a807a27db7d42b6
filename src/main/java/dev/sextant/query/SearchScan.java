package dev.sextant.query;

import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.NameIndex;
import dev.sextant.graph.SymbolKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * One scan over the distinct names of a graph, and over the symbols of those that match.
 *
 * <p>A match is kept as one long that sorts as the answer does: falling score, kind, place among
 * all symbols by name.
 *
 * <p><b>Threads:</b> confined to its call.
 */
final class SearchScan {
  private static final int KIND_BITS = 2;
  private static final int RANK_BITS = 31;

  private final CodeGraph graph;
  private final SymbolSearch.Request request;
  private final Poll poll;
  private final BitSet files;
  private final BestRanks best;
  private int total;

  SearchScan(CodeGraph graph, SymbolSearch.Request request, PathGlob glob, Poll poll) {
    this.graph = graph;
    this.request = request;
    this.poll = poll;
    files = files(glob);
    best = new BestRanks(request.window().end(graph.symbols().count()));
  }

  /** Takes in the symbols whose names match. */
  void names(NameMatcher matcher) {
    scan(matcher, _ -> true, _ -> true);
  }

  /**
   * Takes in the symbols whose names match and whose container's dotted name ends with {@code
   * container}; names with a dot, which {@link #names} has seen whole, are passed over.
   */
  void membersOf(String container, NameMatcher matcher) {
    String wanted = "." + container.toLowerCase(Locale.ROOT);
    scan(matcher, name -> name.indexOf('.') < 0, symbol -> containerOf(symbol).endsWith(wanted));
  }

  /** The wanted part of all that was taken in. */
  Slice<SymbolSummary> found() {
    long[] keys = best.ascending();
    var items = new ArrayList<SymbolSummary>();
    for (int i = request.window().offset(); i < keys.length; i++) {
      int rank = (int) (keys[i] & (1L << RANK_BITS) - 1);
      items.add(SymbolSummary.of(graph, graph.names().symbolAtRank(rank)));
    }
    return new Slice<>(items, request.window().offset(), total);
  }

  private void scan(NameMatcher matcher, Predicate<String> names, IntPredicate symbols) {
    NameIndex index = graph.names();
    int end = matcher.end(index);
    for (int id = matcher.first(index); id < end; id++) {
      poll.item();
      int count = index.symbolCount(id);
      if (count == 0) {
        continue;
      }
      String name = index.get(id);
      int score = names.test(name) ? matcher.score(name) : 0;
      for (int i = 0; score > 0 && i < count; i++) {
        poll.item();
        consider(index.symbol(id, i), score, index.rank(id, i), symbols);
      }
    }
  }

  private String containerOf(int symbol) {
    int container = graph.symbols().container(symbol);
    return container < 0 ? "" : "." + QualifiedName.of(graph, container).toLowerCase(Locale.ROOT);
  }

  private BitSet files(PathGlob glob) {
    var accepted = new BitSet();
    for (int file = 0; file < graph.files().count(); file++) {
      poll.item();
      boolean isLanguage =
          request.languages().isEmpty()
              || request.languages().contains(graph.files().language(file));
      accepted.set(
          file,
          isLanguage && (request.pathGlob().isEmpty() || glob.matches(graph.files().path(file))));
    }
    return accepted;
  }

  private void consider(int symbol, int score, int rank, IntPredicate symbols) {
    SymbolKind kind = graph.symbols().kind(symbol);
    boolean isKind = request.kinds().isEmpty() || request.kinds().contains(kind);
    if (isKind && files.get(graph.symbols().file(symbol)) && symbols.test(symbol)) {
      total++;
      long fallingScore = (long) FuzzyScore.LIMIT - score;
      best.offer((fallingScore << KIND_BITS | order(kind)) << RANK_BITS | rank);
    }
  }

  private static int order(SymbolKind kind) {
    if (kind.isType()) {
      return 0;
    }
    if (kind.isCallable()) {
      return 1;
    }
    return kind == SymbolKind.FILE ? 3 : 2;
  }
}
