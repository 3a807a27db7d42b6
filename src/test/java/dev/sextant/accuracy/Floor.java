package dev.sextant.accuracy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The scores reached before, below which none may sink. */
final class Floor {
  // Scores are written with four digits.
  private static final double ROUNDING = 0.0001;

  private final Path file;
  private final Map<String, Double> scores = new TreeMap<>();

  Floor(Path file) throws IOException {
    this.file = file;
    var written = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        written.load(reader);
      }
    }
    for (String name : written.stringPropertyNames()) {
      scores.put(name, Double.valueOf(written.getProperty(name)));
    }
  }

  /** The scores of {@code result} that are too low, one sentence each. */
  List<String> failures(Result result) {
    List<String> failures = new ArrayList<>();
    result
        .floors()
        .forEach(
            (name, score) -> {
              double floor = scores.getOrDefault(name, 0.0);
              if (score < floor - ROUNDING) {
                failures.add(
                    String.format(
                        Locale.ROOT,
                        "F1 of %s is %.4f, below its floor %.4f in %s",
                        name,
                        score,
                        floor,
                        file));
              }
            });
    return failures;
  }

  /** Makes the scores of {@code results} the floor. */
  void write(List<Result> results) throws IOException {
    results.forEach(result -> scores.putAll(result.floors()));
    List<String> lines = new ArrayList<>();
    lines.add("# F1 by library, in which a run of the profile `accuracy` may not fall short.");
    scores.forEach((name, score) -> lines.add(String.format(Locale.ROOT, "%s=%.4f", name, score)));
    Files.write(file, lines);
  }
}
