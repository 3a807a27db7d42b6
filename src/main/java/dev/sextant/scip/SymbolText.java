package dev.sextant.scip;

/**
 * Public symbol ids as the grammar of SCIP wants them.
 *
 * <p>An id of a graph follows that grammar but for two things, which are mended here so that
 * different ids stay different: what tells overloads apart must be a plain identifier, so a comma
 * becomes {@code -}, an array's {@code []} becomes {@code $$}, and any other character that is not
 * plain, with {@code -} and {@code $} among them, its number in hexadecimal between two {@code $};
 * and a name may not be empty, so that one becomes <code>` `</code>.
 */
final class SymbolText {
  private static final String NO_NAME = "` `";

  private final String id;
  private final StringBuilder text;
  private int at;

  private SymbolText(String id) {
    this.id = id;
    text = new StringBuilder(id.length() + 8);
  }

  /** The text that stands for the symbol with this id of a graph. */
  static String of(String id) {
    return id.indexOf('`') < 0 && id.indexOf('(') < 0 ? id : new SymbolText(id).written();
  }

  private String written() {
    while (at < id.length()) {
      char unit = id.charAt(at);
      if (unit == '`') {
        int start = at;
        boolean empty = quoted().isEmpty();
        text.append(empty ? NO_NAME : id.substring(start, at));
      } else if (unit == '(') {
        at++;
        text.append('(');
        appendPlain(disambiguator());
      } else {
        text.append(unit);
        at++;
      }
    }
    return text.toString();
  }

  private String disambiguator() {
    if (id.startsWith("`", at)) {
      return quoted();
    }
    int start = at;
    at = id.indexOf(')', at);
    return id.substring(start, at);
  }

  /** The name between the backticks here; moves behind them. */
  private String quoted() {
    var name = new StringBuilder();
    int from = at + 1;
    while (true) {
      int end = id.indexOf('`', from);
      name.append(id, from, end);
      if (!id.startsWith("``", end)) {
        at = end + 1;
        return name.toString();
      }
      name.append('`');
      from = end + 2;
    }
  }

  private void appendPlain(String disambiguator) {
    for (int i = 0; i < disambiguator.length(); i++) {
      char unit = disambiguator.charAt(i);
      if (isPlain(unit)) {
        text.append(unit);
      } else if (unit == ',') {
        text.append('-');
      } else if (disambiguator.startsWith("[]", i)) {
        text.append("$$");
        i++;
      } else {
        text.append('$').append(Integer.toHexString(unit)).append('$');
      }
    }
  }

  private static boolean isPlain(char unit) {
    return (unit >= 'a' && unit <= 'z')
        || (unit >= 'A' && unit <= 'Z')
        || (unit >= '0' && unit <= '9')
        || unit == '_'
        || unit == '+';
  }
}
