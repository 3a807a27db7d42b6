package dev.sextant.accuracy;

import java.util.Arrays;

/** The text of one file of a tree, with its lines. */
final class Text {
  private final String file;
  private final String content;
  private final int[] starts;

  Text(String file, String content) {
    this.file = file;
    this.content = content;
    int[] found = new int[16];
    int count = 1;
    for (int at = 0; at < content.length(); at++) {
      char end = content.charAt(at);
      boolean pair = end == '\r' && at + 1 < content.length() && content.charAt(at + 1) == '\n';
      if (end == '\n' || (end == '\r' && !pair)) {
        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
        found[count++] = at + 1;
      }
    }
    starts = Arrays.copyOf(found, count);
  }

  /** The path of the file below the root of the tree. */
  String file() {
    return file;
  }

  /** The place of a declaration whose name starts at {@code offset}. */
  Place place(int offset, String name) {
    return new Place(file, line(offset), name);
  }

  /** The site at {@code offset}. */
  Site site(int offset) {
    int line = line(offset);
    return new Site(file, line, offset - starts[line]);
  }

  /** Whether {@code word} stands at {@code offset}, and no longer one. */
  boolean hasWord(int offset, String word) {
    int end = offset + word.length();
    return offset >= 0
        && content.startsWith(word, offset)
        && (end == content.length() || !Character.isJavaIdentifierPart(content.charAt(end)));
  }

  /** Whether a parenthesis follows the {@code name} at a site. */
  boolean isCalled(Site at, String name) {
    int end = starts[at.line()] + at.character() + name.length();
    while (end < content.length() && Character.isWhitespace(content.charAt(end))) {
      end++;
    }
    return end < content.length() && content.charAt(end) == '(';
  }

  /**
   * The start of the first token {@code word} at or after {@code from}, comments and literals
   * passed over; -1 when there is none.
   */
  int word(int from, String word) {
    int at = Math.max(from, 0);
    while (at < content.length()) {
      char here = content.charAt(at);
      if (Character.isJavaIdentifierStart(here)) {
        int end = at + 1;
        while (end < content.length() && Character.isJavaIdentifierPart(content.charAt(end))) {
          end++;
        }
        if (end - at == word.length() && content.startsWith(word, at)) {
          return at;
        }
        at = end;
      } else {
        at = afterTrivia(at, here);
      }
    }
    return -1;
  }

  private int afterTrivia(int at, char here) {
    if (content.startsWith("//", at)) {
      return after(at, "\n");
    }
    if (content.startsWith("/*", at)) {
      return after(at + 2, "*/");
    }
    if (content.startsWith("\"\"\"", at)) {
      return after(at + 3, "\"\"\"");
    }
    if (here == '"' || here == '\'') {
      int end = at + 1;
      while (end < content.length() && content.charAt(end) != here) {
        end += content.charAt(end) == '\\' ? 2 : 1;
      }
      return end + 1;
    }
    return at + 1;
  }

  private int after(int from, String end) {
    int found = content.indexOf(end, from);
    return found < 0 ? content.length() : found + end.length();
  }

  private int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }
}
