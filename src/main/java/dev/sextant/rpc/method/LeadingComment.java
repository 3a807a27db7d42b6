package dev.sextant.rpc.method;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The comment that stands directly before a declaration: one block, or lines of it without an empty
 * one between.
 */
final class LeadingComment {
  private LeadingComment() {}

  /** The words of the comment before {@code start}, without the signs that make it a comment. */
  static Optional<String> before(String text, int start) {
    int end = endOfTextBefore(text, start);
    if (end < 0) {
      return Optional.empty();
    }
    Optional<String> found =
        text.startsWith("*/", end - 2) ? block(text, end) : Optional.of(lines(text, end));
    return found.map(String::strip).filter(words -> !words.isEmpty());
  }

  /** Where the text before the declaration ends; -1 when an empty line lies between. */
  private static int endOfTextBefore(String text, int start) {
    int at = lineStart(text, start);
    // Words such as "export" or "const" may belong to the declaration without being part of it.
    if (!isLowerCaseWords(text, at, start)) {
      at = start;
    }
    int lineEnds = 0;
    while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
      lineEnds += text.charAt(at) == '\n' ? 1 : 0;
    }
    return lineEnds > 1 || at < 2 ? -1 : at;
  }

  private static Optional<String> block(String text, int end) {
    int floor = text.lastIndexOf("*/", end - 3);
    int open = -1;
    int below = text.lastIndexOf("/*", end - 4);
    // Only what a line starts with opens a comment of its own, so each line is looked at once.
    while (open < 0 && below > floor) {
      int lineStart = lineStart(text, below);
      int first = firstNotBlank(text, lineStart, end);
      open = text.startsWith("/*", first) ? first : -1;
      below = text.lastIndexOf("/*", lineStart - 1);
    }
    if (open <= floor) {
      return Optional.empty();
    }
    return Optional.of(
        text.substring(open + 2, end - 2)
            .lines()
            .map(line -> withoutSigns(line, '*'))
            .collect(Collectors.joining("\n")));
  }

  private static String lines(String text, int end) {
    int first = end;
    for (int to = end; to > 0; ) {
      int from = lineStart(text, to);
      String line = text.substring(from, to).strip();
      if (!line.startsWith("//") && !line.startsWith("#")) {
        break;
      }
      first = from;
      to = from == 0 ? 0 : from - 1;
    }
    return text.substring(first, end)
        .lines()
        .map(String::strip)
        .map(line -> withoutSigns(line, line.startsWith("#") ? '#' : '/'))
        .collect(Collectors.joining("\n"));
  }

  private static String withoutSigns(String line, char sign) {
    String words = line.strip();
    int from = 0;
    while (from < words.length() && words.charAt(from) == sign) {
      from++;
    }
    return words.substring(from).strip();
  }

  private static int lineStart(String text, int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  private static int firstNotBlank(String text, int from, int to) {
    int at = from;
    while (at < to && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isLowerCaseWords(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char unit = text.charAt(i);
      if (unit != ' ' && unit != '\t' && (unit < 'a' || unit > 'z')) {
        return false;
      }
    }
    return true;
  }
}
