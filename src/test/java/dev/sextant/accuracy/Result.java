package dev.sextant.accuracy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The scores of one library.
 *
 * @param library its name
 * @param calls pairs of caller and callee, all evidence
 * @param certainCalls the same, of Sextant's only those that are not by name alone
 * @param kinds distinct uses by kind
 * @param evidence by level, the claims that were made and how many are right
 * @param unspoken the share of calls the key cannot speak about
 */
record Result(
    String library,
    Score calls,
    Score certainCalls,
    Map<String, Score> kinds,
    Map<String, Score> evidence,
    double unspoken) {
  private static final List<String> LEVELS = List.of("exact", "typed", "imported", "named");

  static Result of(String library, Comparison comparison) {
    Map<String, Score> kinds = new LinkedHashMap<>();
    kinds.put("call", comparison.uses(edge -> edge.kind().equals("call")));
    kinds.put("new", comparison.uses(edge -> edge.kind().equals("new")));
    kinds.put("ref-field", comparison.uses(edge -> !edge.isCall() && !comparison.toType(edge)));
    kinds.put("ref-type", comparison.uses(edge -> !edge.isCall() && comparison.toType(edge)));
    Map<String, Score> evidence = new LinkedHashMap<>();
    for (String level : LEVELS) {
      evidence.put(level, comparison.claims(edge -> edge.evidence().equals(level)));
    }
    return new Result(
        library,
        comparison.pairs(_ -> true),
        comparison.pairs(edge -> !edge.evidence().equals("named")),
        kinds,
        evidence,
        comparison.unspoken());
  }

  /** The score of a kind of use. */
  Score kind(String name) {
    return kinds.getOrDefault(name, new Score(0, 0, 0));
  }

  /** The scores that must not sink, by the name they have in the floor. */
  Map<String, Double> floors() {
    Map<String, Double> floors = new LinkedHashMap<>();
    floors.put(library + ".calls", calls.f1());
    floors.put(library + ".ref-field", kind("ref-field").f1());
    floors.put(library + ".ref-type", kind("ref-type").f1());
    return floors;
  }
}
