package dev.sextant.accuracy;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Results as tables in Markdown, which also read well on a terminal. */
final class Tables {
  private static final List<String> KINDS = List.of("call", "new", "ref-field", "ref-type");
  private static final List<String> LEVELS = List.of("exact", "typed", "imported", "named");

  private Tables() {}

  /** The table of headline scores and of F1 by kind of use. */
  static String scores(List<Result> results) {
    var table = new StringJoiner("\n", "", "\n");
    table.add(
        row(
            "library",
            "calls",
            "P",
            "R",
            "F1",
            "F1 not by name",
            "call",
            "new",
            "ref-field",
            "ref-type",
            "unspoken"));
    table.add(row("---", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "--:"));
    for (Result result : results) {
      table.add(
          scores(
              result.library(),
              result.calls(),
              result.certainCalls(),
              KINDS.stream().map(result::kind).toList(),
              percent(result.unspoken())));
    }
    if (results.size() > 1) {
      table.add(
          scores(
              "all",
              results.stream().map(Result::calls).reduce(new Score(0, 0, 0), Score::plus),
              results.stream().map(Result::certainCalls).reduce(new Score(0, 0, 0), Score::plus),
              KINDS.stream()
                  .map(
                      kind ->
                          results.stream()
                              .map(result -> result.kind(kind))
                              .reduce(new Score(0, 0, 0), Score::plus))
                  .toList(),
              ""));
    }
    return table.toString();
  }

  private static String scores(
      String name, Score calls, Score certain, List<Score> kinds, String unspoken) {
    return row(
        name,
        Integer.toString(calls.expected()),
        share(calls.precision()),
        share(calls.recall()),
        share(calls.f1()),
        share(certain.f1()),
        share(kinds.get(0).f1()),
        share(kinds.get(1).f1()),
        share(kinds.get(2).f1()),
        share(kinds.get(3).f1()),
        unspoken);
  }

  /** The table of precision and recall of uses, by kind. */
  static String kinds(List<Result> results) {
    var table = new StringJoiner("\n", "", "\n");
    table.add(row("library", "use", "expected", "claimed", "P", "R", "F1"));
    table.add(row("---", "---", "--:", "--:", "--:", "--:", "--:"));
    for (Result result : results) {
      for (String kind : KINDS) {
        Score score = result.kind(kind);
        table.add(
            row(
                result.library(),
                kind,
                Integer.toString(score.expected()),
                Integer.toString(score.claimed()),
                share(score.precision()),
                share(score.recall()),
                share(score.f1())));
      }
    }
    return table.toString();
  }

  /** The table of precision by level of evidence, with how many edges claim it. */
  static String evidence(List<Result> results) {
    var table = new StringJoiner("\n", "", "\n");
    table.add(row("library", "exact", "typed", "imported", "named"));
    table.add(row("---", "--:", "--:", "--:", "--:"));
    for (Result result : results) {
      table.add(
          row(
              result.library(),
              claims(result, LEVELS.get(0)),
              claims(result, LEVELS.get(1)),
              claims(result, LEVELS.get(2)),
              claims(result, LEVELS.get(3))));
    }
    return table.toString();
  }

  private static String claims(Result result, String level) {
    Score score = result.evidence().getOrDefault(level, new Score(0, 0, 0));
    return score.claimed() == 0 ? "-" : share(score.precision()) + " of " + score.claimed();
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * value);
  }
}
