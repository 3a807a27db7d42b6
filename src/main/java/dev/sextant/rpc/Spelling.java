package dev.sextant.rpc;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that a misspelt one was probably meant to be. */
final class Spelling {
  private static final int LONGEST = 64;

  private Spelling() {}

  /** The nearest of {@code known}, when near enough to be worth naming; the first of equals. */
  static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String folded = fold(word);
    int best = Math.max(2, word.length() / 3) + 1;
    Optional<String> nearest = Optional.empty();
    for (String candidate : known) {
      int distance = distance(folded, fold(candidate));
      if (distance < best) {
        best = distance;
        nearest = Optional.of(candidate);
      }
    }
    return nearest;
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT).replace('.', '/').replace('_', '/');
  }

  /** Insertions, deletions and replacements that turn one word into the other. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
