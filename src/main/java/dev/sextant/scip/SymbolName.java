package dev.sextant.scip;

/** What a SCIP symbol begins and ends with: its package, and the simple name in it. Stateless. */
final class SymbolName {
  private static final int PACKAGE_PARTS = 4;

  private SymbolName() {}

  /** The name; empty when {@code symbol} does not end with a descriptor. */
  static String of(String symbol) {
    int end = symbol.length();
    if (symbol.endsWith(").")) {
      end = symbol.lastIndexOf('(');
    } else if (symbol.endsWith(")") || symbol.endsWith("]")) {
      end--;
    } else if (end > 0 && "/#.:!".indexOf(symbol.charAt(end - 1)) >= 0) {
      end--;
    } else {
      return "";
    }
    return end <= 0 ? "" : symbol.charAt(end - 1) == '`' ? quoted(symbol, end) : plain(symbol, end);
  }

  /** Scheme, manager, name and version of the package; the whole of what does not have all four. */
  static String packageOf(String symbol) {
    int parts = 0;
    for (int at = symbol.indexOf(' '); at >= 0; at = symbol.indexOf(' ', at + 1)) {
      // A space inside of a part is written twice.
      if (symbol.startsWith("  ", at)) {
        at++;
      } else if (++parts == PACKAGE_PARTS) {
        return symbol.substring(0, at);
      }
    }
    return symbol;
  }

  private static String plain(String symbol, int end) {
    int start = end;
    while (start > 0 && " /#.:!()[]`".indexOf(symbol.charAt(start - 1)) < 0) {
      start--;
    }
    return symbol.substring(start, end);
  }

  /** A name in backticks, those inside doubled: read backwards up to one that stands alone. */
  private static String quoted(String symbol, int end) {
    int at = end - 2;
    while (at >= 0) {
      if (symbol.charAt(at) == '`') {
        if (at == 0 || symbol.charAt(at - 1) != '`') {
          return symbol.substring(at + 1, end - 1).replace("``", "`");
        }
        at--;
      }
      at--;
    }
    return "";
  }
}
