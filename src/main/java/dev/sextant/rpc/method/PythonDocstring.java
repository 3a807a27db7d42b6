package dev.sextant.rpc.method;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The string that a Python file, class or function starts with. */
final class PythonDocstring {
  private static final List<String> QUOTES = List.of("\"\"\"", "'''", "\"", "'");

  private PythonDocstring() {}

  /** The string whose body, or the colon before it, is at {@code bodyStart}; lines are stripped. */
  static Optional<String> at(String text, int bodyStart) {
    int at = bodyStart;
    while (at < text.length()) {
      char unit = text.charAt(at);
      if (unit == '#') {
        int lineEnd = text.indexOf('\n', at);
        at = lineEnd < 0 ? text.length() : lineEnd;
      } else if (unit == ':' || unit == '\uFEFF' || Character.isWhitespace(unit)) {
        at++;
      } else {
        break;
      }
    }
    if (at < text.length() && "rRuU".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    for (String quote : QUOTES) {
      if (text.startsWith(quote, at)) {
        int from = at + quote.length();
        int to = text.indexOf(quote, from);
        return to < 0 ? Optional.empty() : words(text.substring(from, to));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> words(String content) {
    String words = content.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }
}
