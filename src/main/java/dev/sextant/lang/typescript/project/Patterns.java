package dev.sextant.lang.typescript.project;

import java.util.Collection;
import java.util.Optional;

/** Patterns with one star, which stands for anything, or none. Stateless. */
final class Patterns {
  private Patterns() {}

  /** Of the patterns that fit, the one without a star, else the one with the most before it. */
  static Optional<String> best(Collection<String> patterns, String name) {
    String best = null;
    for (String pattern : patterns) {
      int star = pattern.indexOf('*');
      if (star < 0) {
        if (pattern.equals(name)) {
          return Optional.of(pattern);
        }
      } else if (fits(pattern, star, name) && (best == null || star > best.indexOf('*'))) {
        best = pattern;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean fits(String pattern, int star, String name) {
    return name.length() >= pattern.length() - 1
        && name.startsWith(pattern.substring(0, star))
        && name.endsWith(pattern.substring(star + 1));
  }

  /** What the star of a pattern that fits stands for; empty without a star. */
  static String star(String pattern, String name) {
    int star = pattern.indexOf('*');
    return star < 0 ? "" : name.substring(star, name.length() - (pattern.length() - 1 - star));
  }

  /** The pattern with what its stars stand for. */
  static String filled(String pattern, String star) {
    return pattern.replace("*", star);
  }
}
