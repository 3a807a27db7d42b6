package dev.sextant.accuracy;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What went wrong in one library, sorted by what the errors have in common. */
final class ErrorReport {
  private record Mistake(Site at, String expected, List<String> got, String where) {}

  private final Comparison comparison;
  private final Path tree;
  private final int examples;
  private final Map<String, List<Mistake>> categories = new HashMap<>();
  private final Map<String, List<String>> lines = new HashMap<>();

  ErrorReport(Comparison comparison, Path tree, int examples) {
    this.comparison = comparison;
    this.tree = tree;
    this.examples = examples;
    comparison.expected().forEach(this::expected);
    comparison.claimed().forEach(this::claimed);
  }

  private void expected(Edge edge) {
    List<Edge> got = comparison.claimedAt(edge.at());
    boolean right =
        got.stream().anyMatch(one -> one.kind().equals(edge.kind()) && one.to().equals(edge.to()));
    if (!right) {
      String how = got.isEmpty() ? "missing" : wrong(edge, got.getFirst());
      add(
          how + " | " + edge.kind() + " | " + edge.shape().orElse(""),
          new Mistake(
              edge.at(),
              full(edge.to()),
              got.stream().map(this::told).toList(),
              "in " + edge.from()));
    }
  }

  private void claimed(Edge edge) {
    List<Edge> expected = comparison.expectedAt(edge.at());
    if (expected.isEmpty()) {
      List<Silence> silences = comparison.silencesAt(edge.at());
      String how =
          silences.isEmpty() ? "extra: no such use" : "extra: target outside, " + edge.evidence();
      add(
          how + " | " + edge.kind(),
          new Mistake(
              edge.at(),
              silences.isEmpty() ? "nothing" : silences.getFirst().what(),
              List.of(told(edge)),
              "in " + edge.from()));
    } else if (isBesideTheRightOne(edge, expected)) {
      add(
          "extra: beside the right one, "
              + edge.evidence()
              + " | "
              + edge.kind()
              + " | "
              + expected.getFirst().shape().orElse(""),
          new Mistake(
              edge.at(), full(expected.getFirst().to()), List.of(told(edge)), "in " + edge.from()));
    }
  }

  private boolean isBesideTheRightOne(Edge edge, List<Edge> expected) {
    boolean wrong = expected.stream().noneMatch(one -> one.to().equals(edge.to()));
    return wrong
        && expected.stream()
            .allMatch(
                one ->
                    comparison.claimedAt(edge.at()).stream()
                        .anyMatch(other -> other.to().equals(one.to())));
  }

  private String wrong(Edge edge, Edge got) {
    if (edge.to().equals(got.to())) {
      return "wrong: kind is " + got.kind();
    }
    if (!edge.to().name().equals(got.to().name())) {
      return "wrong: another name";
    }
    boolean sameOwner = owner(edge.to()).equals(owner(got.to()));
    return (sameOwner ? "wrong: overload" : "wrong: owner") + ", " + got.evidence();
  }

  private String owner(Place place) {
    return comparison.declared(place).map(Declared::owner).orElse("?");
  }

  private String full(Place place) {
    return "%s of %s".formatted(place, owner(place));
  }

  private String told(Edge edge) {
    return "%s [%s, %s]".formatted(full(edge.to()), edge.kind(), edge.evidence());
  }

  private void add(String category, Mistake mistake) {
    categories.computeIfAbsent(category, _ -> new ArrayList<>()).add(mistake);
  }

  /** The most common categories, one a line. */
  List<String> top(int count) {
    return sorted().stream()
        .limit(count)
        .map(entry -> "%8d  %s".formatted(entry.getValue().size(), entry.getKey()))
        .toList();
  }

  private List<Map.Entry<String, List<Mistake>>> sorted() {
    Comparator<Map.Entry<String, List<Mistake>>> bySize =
        Comparator.comparingInt(entry -> -entry.getValue().size());
    return categories.entrySet().stream().sorted(bySize.thenComparing(Map.Entry::getKey)).toList();
  }

  /** Writes all categories with examples, spread evenly over their mistakes. */
  void write(Path file) throws IOException {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      top(Integer.MAX_VALUE).forEach(out::println);
      for (Map.Entry<String, List<Mistake>> entry : sorted()) {
        List<Mistake> all = entry.getValue();
        out.printf("%n==== %d  %s%n", all.size(), entry.getKey());
        int shown = Math.min(examples, all.size());
        for (int i = 0; i < shown; i++) {
          example(out, all.get((int) ((long) i * all.size() / shown)));
        }
      }
    }
  }

  private void example(PrintWriter out, Mistake mistake) throws IOException {
    Site at = mistake.at();
    out.printf(
        "%n%s:%d:%d  %s%n",
        tree.resolve(at.file()), at.line() + 1, at.character() + 1, mistake.where());
    String line = source(at.file()).get(at.line());
    out.println("    " + line.replace('\t', ' '));
    out.println("    " + " ".repeat(Math.min(at.character(), line.length())) + "^");
    out.println("  expected " + mistake.expected());
    if (mistake.got().isEmpty()) {
      out.println("  got      nothing");
    }
    mistake.got().forEach(one -> out.println("  got      " + one));
  }

  private List<String> source(String file) throws IOException {
    List<String> known = lines.get(file);
    if (known == null) {
      known = Files.readString(tree.resolve(file)).lines().toList();
      lines.put(file, known);
    }
    return known;
  }
}
