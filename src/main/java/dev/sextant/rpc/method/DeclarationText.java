package dev.sextant.rpc.method;

import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.SymbolKind;
import dev.sextant.source.SourceText;
import java.util.Optional;

/**
 * What the source text says of a declaration, for people: its signature and its documentation.
 *
 * <p>Both are found by looking at the characters around the declaration, not by parsing.
 *
 * @param signature the declaration up to its body, white space folded; empty for a file
 * @param documentation the comment directly before it, or the string that a Python body starts with
 */
record DeclarationText(Optional<String> signature, Optional<String> documentation) {
  private static final int MAX_SIGNATURE = 2_000;
  private static final int MAX_DOCUMENTATION = 20_000;

  /** The text of {@code symbol}, whose file has the content {@code text} that it was built on. */
  static DeclarationText of(CodeGraph graph, int symbol, SourceText text) {
    String whole = text.text(0, text.length());
    var symbols = graph.symbols();
    boolean isFile = symbols.kind(symbol) == SymbolKind.FILE;
    boolean isPython = graph.files().language(symbols.file(symbol)).equals("python");
    int start = symbols.start(symbol);
    int bodyStart = symbols.bodyStart(symbol);
    Optional<String> documentation = Optional.empty();
    if (isPython && (isFile || bodyStart < symbols.end(symbol))) {
      documentation = PythonDocstring.at(whole, isFile ? 0 : bodyStart);
    }
    if (!isFile) {
      documentation = documentation.or(() -> LeadingComment.before(whole, start));
    }
    return new DeclarationText(
        isFile ? Optional.empty() : signature(whole, start, bodyStart),
        documentation.map(found -> cut(found, MAX_DOCUMENTATION)));
  }

  private static Optional<String> signature(String whole, int start, int end) {
    String folded = folded(whole, start, end).strip();
    while (folded.endsWith("{") || folded.endsWith(":") || folded.endsWith("=")) {
      folded = folded.substring(0, folded.length() - 1).strip();
    }
    return folded.isEmpty() ? Optional.empty() : Optional.of(cut(folded, MAX_SIGNATURE));
  }

  private static String folded(String whole, int start, int end) {
    var folded = new StringBuilder();
    for (int i = start; i < end && folded.length() <= MAX_SIGNATURE; i++) {
      char unit = whole.charAt(i);
      if (!Character.isWhitespace(unit)) {
        folded.append(unit);
      } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
        folded.append(' ');
      }
    }
    return folded.toString();
  }

  private static String cut(String text, int maxUnits) {
    if (text.length() <= maxUnits) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(maxUnits - 1)) ? maxUnits - 1 : maxUnits;
    return text.substring(0, end) + "…";
  }
}
