package dev.sextant.scip;

/** The simple name in the last descriptor of a SCIP symbol. Stateless. */
final class SymbolName {
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
