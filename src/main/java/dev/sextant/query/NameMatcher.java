package dev.sextant.query;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.sextant.graph.NameIndex;
import java.util.Optional;

/**
 * Scores names against the text of a search; 0 means that a name does not match.
 *
 * <p><b>Threads:</b> confined to one call.
 */
sealed interface NameMatcher {
  /** The score of {@code name}, below {@link FuzzyScore#LIMIT}. */
  int score(String name);

  /** The first name that may match. */
  default int first(NameIndex names) {
    return 0;
  }

  /** The name behind the last one that may match. */
  default int end(NameIndex names) {
    return names.count();
  }

  /** What compares names as {@code mode} says; empty when {@code text} is no regular expression. */
  static Optional<NameMatcher> of(SearchMode mode, String text) {
    return switch (mode) {
      case FUZZY -> Optional.of(new Fuzzy(new FuzzyScore(text)));
      case PREFIX -> Optional.of(new Prefix(text));
      case EXACT -> Optional.of(new Exact(text));
      case REGEX -> regex(text);
    };
  }

  private static Optional<NameMatcher> regex(String text) {
    try {
      return Optional.of(new Regex(Pattern.compile(text)));
    } catch (PatternSyntaxException _) {
      return Optional.empty();
    }
  }

  /** Names that hold the letters in order. */
  record Fuzzy(FuzzyScore scores) implements NameMatcher {
    @Override
    public int score(String name) {
      return scores.of(name);
    }
  }

  /** Names that begin with a text; shorter ones first. */
  record Prefix(String text) implements NameMatcher {
    @Override
    public int score(String name) {
      return Math.max(1, FuzzyScore.LIMIT - 1 - name.length());
    }

    @Override
    public int first(NameIndex names) {
      return names.firstWithPrefix(text);
    }

    @Override
    public int end(NameIndex names) {
      return names.endWithPrefix(text);
    }
  }

  /** One name. */
  record Exact(String text) implements NameMatcher {
    @Override
    public int score(String name) {
      return 1;
    }

    @Override
    public int first(NameIndex names) {
      return Math.max(0, names.find(text));
    }

    @Override
    public int end(NameIndex names) {
      return names.find(text) + 1;
    }
  }

  /** Names in which a regular expression matches; shorter ones first. */
  record Regex(Pattern pattern) implements NameMatcher {
    @Override
    public int score(String name) {
      return pattern.matcher(name).find() ? Math.max(1, FuzzyScore.LIMIT - 1 - name.length()) : 0;
    }
  }
}
