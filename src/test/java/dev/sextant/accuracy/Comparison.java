package dev.sextant.accuracy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Exported edges beside the answer key of the same tree.
 *
 * <p>Edges at sites that the key cannot speak about, or in files it does not know, count on neither
 * side.
 */
final class Comparison {
  private record Use(String kind, Site at, Place to) {
    static Use of(Edge edge) {
      return new Use(edge.kind(), edge.at(), edge.to());
    }
  }

  private record Pair(Place from, Place to) {
    static Pair of(Edge edge) {
      return new Pair(edge.from(), edge.to());
    }
  }

  private final AnswerKey key;
  private final List<Edge> claimed;
  private final Map<Place, Declared> declarations = new HashMap<>();
  private final Map<Site, List<Silence>> silences = new HashMap<>();
  private final Map<Site, List<Edge>> expectedAt = new HashMap<>();
  private final Map<Site, List<Edge>> claimedAt = new HashMap<>();

  Comparison(AnswerKey key, List<Edge> edges) {
    this.key = key;
    key.declared().forEach(one -> declarations.putIfAbsent(one.place(), one));
    key.silences()
        .forEach(one -> silences.computeIfAbsent(one.at(), _ -> new ArrayList<>()).add(one));
    key.edges()
        .forEach(one -> expectedAt.computeIfAbsent(one.at(), _ -> new ArrayList<>()).add(one));
    claimed = edges.stream().filter(this::counts).toList();
    claimed.forEach(one -> claimedAt.computeIfAbsent(one.at(), _ -> new ArrayList<>()).add(one));
  }

  private boolean counts(Edge edge) {
    return key.files().contains(edge.at().file())
        && silencesAt(edge.at()).stream().noneMatch(one -> one.cause() == Silence.Cause.UNKNOWN);
  }

  /** The score of distinct uses among those that {@code which} picks on either side. */
  Score uses(Predicate<Edge> which) {
    Set<Use> expected = new HashSet<>();
    key.edges().stream().filter(which).map(Use::of).forEach(expected::add);
    Set<Use> found = new HashSet<>();
    claimed.stream().filter(which).map(Use::of).forEach(found::add);
    return score(expected, found);
  }

  /**
   * The score of distinct pairs of caller and callee, where Sextant's are those of {@code which}.
   */
  Score pairs(Predicate<Edge> which) {
    Set<Pair> expected = new HashSet<>();
    key.edges().stream().filter(Edge::isCall).map(Pair::of).forEach(expected::add);
    Set<Pair> found = new HashSet<>();
    claimed.stream().filter(Edge::isCall).filter(which).map(Pair::of).forEach(found::add);
    return score(expected, found);
  }

  /**
   * Of the claims that {@code which} picks, how many are right; what is expected is not counted.
   */
  Score claims(Predicate<Edge> which) {
    Set<Use> expected = new HashSet<>();
    key.edges().stream().map(Use::of).forEach(expected::add);
    Set<Use> found = new HashSet<>();
    claimed.stream().filter(which).map(Use::of).forEach(found::add);
    return new Score(0, found.size(), score(expected, found).right());
  }

  private static <T> Score score(Set<T> expected, Set<T> found) {
    int right = 0;
    for (T one : found) {
      right += expected.contains(one) ? 1 : 0;
    }
    return new Score(expected.size(), found.size(), right);
  }

  /** The share of calls and constructions that the compiler could not attribute. */
  double unspoken() {
    long unknown =
        key.silences().stream()
            .filter(one -> one.cause() == Silence.Cause.UNKNOWN && !one.kind().equals("ref"))
            .count();
    long outside =
        key.silences().stream()
            .filter(one -> one.cause() == Silence.Cause.OUTSIDE && !one.kind().equals("ref"))
            .count();
    long inside = key.edges().stream().filter(Edge::isCall).count();
    return unknown == 0 ? 0 : (double) unknown / (unknown + outside + inside);
  }

  /** Whether an edge goes to a type, which is asked of references. */
  boolean toType(Edge edge) {
    return declared(edge.to()).map(one -> one.kind().equals("type")).orElse(false);
  }

  Optional<Declared> declared(Place place) {
    return Optional.ofNullable(declarations.get(place));
  }

  List<Edge> expected() {
    return key.edges();
  }

  List<Edge> claimed() {
    return claimed;
  }

  List<Edge> expectedAt(Site at) {
    return expectedAt.getOrDefault(at, List.of());
  }

  List<Edge> claimedAt(Site at) {
    return claimedAt.getOrDefault(at, List.of());
  }

  List<Silence> silencesAt(Site at) {
    return silences.getOrDefault(at, List.of());
  }
}
